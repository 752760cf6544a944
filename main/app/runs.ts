import { appError } from './sentences/app-error.ts';
import { Topic } from './topics/topic.ts';

/** Milliseconds between two deltas while runs change. */
const PERIOD_MS = 50;

/** A run that has been started. */
interface Started<Run> {
	/** Its state of this moment, for pages. */
	state(): Run;
	/** Rejects for what is not a failure on the network. */
	readonly done: Promise<unknown>;
	stop(): void;
}

/** One kind of run. */
interface RunsOptions<Request, Run> {
	/** The sentence for a run that is not there. */
	readonly missing: 'noSuchRun' | 'noSuchReplay';
	/** Maximum listed runs that have ended. */
	readonly mostEnded: number;
	/** Starts one; `changed` is for each change of its state. Throws where it cannot start. */
	begin(request: Request, id: number, changed: () => void): Started<Run>;
	/** Throws where so many run that another one may not start. */
	assertRoom?(running: number): void;
	/** Receives rejections of `done`. */
	onFault(error: unknown): void;
}

interface Entry<Run> extends Started<Run> {
	isOver: boolean;
}

interface Listed<Run> {
	readonly runs: Run[];
}

/** The runs of one kind in this process: running ones, and the last ended ones. */
export class Runs<Request, Run> {
	readonly #options: RunsOptions<Request, Run>;
	readonly #entries = new Map<number, Entry<Run>>();
	/** All runs, then those that change. */
	readonly topic = new Topic<Listed<Run>, Listed<Run>, number>({
		periodMs: PERIOD_MS,
		snapshot: () => ({ runs: [...this.#entries.values()].map((entry) => entry.state()) }),
		delta: (ids) => {
			const entries = [...ids].map((id) => this.#entries.get(id)).filter((entry) => entry !== undefined);
			ids.clear();
			return { runs: entries.map((entry) => entry.state()) };
		},
	});
	#last = 0;

	constructor(options: RunsOptions<Request, Run>) {
		this.#options = options;
	}

	/** Throws what `assertRoom` and `begin` throw. */
	start(request: Request): { run: number } {
		const { begin, assertRoom, onFault } = this.#options;
		assertRoom?.([...this.#entries.values()].filter(({ isOver }) => !isOver).length);
		const id = this.#last + 1;
		const changed = (): void => this.topic.changed(id);
		const started = begin(request, id, changed);
		this.#last = id;
		const done = started.done.catch(onFault).finally(() => {
			entry.isOver = true;
			changed();
		});
		const entry: Entry<Run> = { ...started, done, isOver: false };
		this.#entries.set(id, entry);
		this.#forgetOld();
		changed();
		return { run: id };
	}

	/** Throws `not-found` for an unknown run, or one that ended long ago. */
	async stop(id: number): Promise<void> {
		const entry = this.#entries.get(id);
		if (entry === undefined) throw appError('not-found', this.#options.missing);
		if (!entry.isOver) entry.stop();
		await entry.done;
	}

	/** Stops what runs. */
	async close(): Promise<void> {
		await Promise.all([...this.#entries.keys()].map((id) => this.stop(id)));
		this.topic.close();
	}

	#forgetOld(): void {
		const over = [...this.#entries].filter(([, { isOver }]) => isOver);
		for (const [id] of over.slice(0, Math.max(0, over.length - this.#options.mostEnded))) this.#entries.delete(id);
	}
}
