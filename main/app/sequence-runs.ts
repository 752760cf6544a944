import { WirebenchError } from '../../common/contract/base/errors.ts';
import type { Sequence, SequenceRun } from '../../common/contract/calls/protocol-tests.ts';
import type { TopicRun } from '../../common/rpc/types.ts';
import type { Engine } from '../engine/core/types.ts';
import { type RunningSequence, startSequence } from '../engine/index.ts';

/** Runs at once, and runs that are over and still told of. */
const MOST_RUNNING = 20;
const MOST_ENDED = 30;
/** Milliseconds between two tellings while steps pass. */
const PERIOD_MS = 50;

type Runs = { runs: SequenceRun[] };

interface Entry {
	run: SequenceRun;
	readonly running: RunningSequence;
	ended: Promise<void>;
}

/** The sequences that run in this process, and the last ones that did. */
export class SequenceRuns {
	readonly #engine: Engine;
	readonly #onFault: (error: unknown) => void;
	readonly #entries = new Map<number, Entry>();
	readonly #listeners = new Set<(runs: Runs) => void>();
	readonly #changed = new Set<number>();
	#timer: NodeJS.Timeout | undefined;
	#last = 0;

	/** `onFault` is told of what is no failure of a step. */
	constructor(engine: Engine, onFault: (error: unknown) => void) {
		this.#engine = engine;
		this.#onFault = onFault;
	}

	/** Throws `bad-input` for a step that cannot be. */
	start(sequence: Sequence): { run: number } {
		const running = [...this.#entries.values()].filter(({ run }) => run.status === 'running');
		if (running.length >= MOST_RUNNING) {
			throw new WirebenchError('wrong-state', `${MOST_RUNNING} sequences run already.`, {
				hint: 'Stop one, or wait until one is over.',
			});
		}
		const id = this.#last + 1;
		const started = startSequence(this.#engine, sequence, () => this.#mark(id));
		this.#last = id;
		const run: SequenceRun = { id, sequence, status: 'running', startedAt: Date.now(), results: [] };
		const entry: Entry = { run, running: started, ended: Promise.resolve() };
		this.#entries.set(id, entry);
		entry.ended = started.done
			.then(
				({ status }) => {
					entry.run = { ...run, status };
				},
				(error: unknown) => {
					entry.run = { ...run, status: 'failed' };
					this.#onFault(error);
				},
			)
			.finally(() => this.#mark(id));
		this.#forgetOld();
		this.#mark(id);
		return { run: id };
	}

	/** Throws `not-found` for a run that never was, or was over long ago. */
	async stop(id: number): Promise<void> {
		const entry = this.#entries.get(id);
		if (!entry) throw new WirebenchError('not-found', 'There is no such run.');
		if (entry.run.status === 'running') entry.running.stop();
		await entry.ended;
	}

	subscribe(emit: (runs: Runs) => void): TopicRun<Runs> {
		this.#listeners.add(emit);
		const runs = [...this.#entries.values()].map(stateOf);
		return { snapshot: { runs }, dispose: () => this.#listeners.delete(emit) };
	}

	/** Stops what runs. */
	async close(): Promise<void> {
		await Promise.all([...this.#entries.keys()].map((id) => this.stop(id)));
		clearTimeout(this.#timer);
		this.#listeners.clear();
	}

	#mark(id: number): void {
		this.#changed.add(id);
		this.#timer ??= setTimeout(() => this.#tell(), PERIOD_MS);
	}

	#tell(): void {
		this.#timer = undefined;
		const entries = [...this.#changed].map((id) => this.#entries.get(id)).filter((entry) => entry !== undefined);
		this.#changed.clear();
		for (const emit of [...this.#listeners]) emit({ runs: entries.map(stateOf) });
	}

	#forgetOld(): void {
		const over = [...this.#entries.values()].filter(({ run }) => run.status !== 'running');
		for (const { run } of over.slice(0, Math.max(0, over.length - MOST_ENDED))) this.#entries.delete(run.id);
	}
}

function stateOf({ run, running }: Entry): SequenceRun {
	return { ...run, results: [...running.results] };
}
