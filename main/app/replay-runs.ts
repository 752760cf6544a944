import { WirebenchError } from '../../common/contract/base/errors.ts';
import type { Recording, ReplayHow, ReplayRun } from '../../common/contract/calls/recording.ts';
import { recordingName, replayPlan } from '../../common/recording/index.ts';
import type { Engine } from '../engine/core/types.ts';
import { type RunningReplay, startReplay } from '../engine/index.ts';
import { Topic } from './topics/topic.ts';

/** Maximum listed runs that have ended. */
const MOST_ENDED = 20;
/** Milliseconds between two deltas while turns pass. */
const PERIOD_MS = 50;

type Runs = { runs: ReplayRun[] };

interface Entry {
	readonly id: number;
	readonly name: string;
	readonly how: ReplayHow;
	readonly running: RunningReplay;
	isOver: boolean;
	ended: Promise<void>;
}

/** The replays of this process: running ones, and the last ended ones. */
export class ReplayRuns {
	readonly #engine: Engine;
	readonly #onFault: (error: unknown) => void;
	readonly #entries = new Map<number, Entry>();
	/** All runs, then those that change. */
	readonly topic = new Topic<Runs, Runs, number>({
		periodMs: PERIOD_MS,
		snapshot: () => ({ runs: [...this.#entries.values()].map(stateOf) }),
		delta: (ids) => {
			const entries = [...ids].map((id) => this.#entries.get(id)).filter((entry) => entry !== undefined);
			ids.clear();
			return { runs: entries.map(stateOf) };
		},
	});
	#last = 0;

	/** `onFault` receives errors that are not failures on the network. */
	constructor(engine: Engine, onFault: (error: unknown) => void) {
		this.#engine = engine;
		this.#onFault = onFault;
	}

	/** Throws `bad-input` where the place does not fit the recording. */
	start(recording: Recording, how: ReplayHow): { run: number } {
		const plan = replayPlan(recording, how);
		const id = ++this.#last;
		const running = startReplay(this.#engine, plan, () => this.topic.changed(id));
		const entry: Entry = {
			id,
			name: recordingName(recording, 'replay'),
			how,
			running,
			isOver: false,
			ended: Promise.resolve(),
		};
		this.#entries.set(id, entry);
		entry.ended = running.done
			.then(() => undefined, this.#onFault)
			.finally(() => {
				entry.isOver = true;
				this.topic.changed(id);
			});
		const over = [...this.#entries.values()].filter(({ isOver }) => isOver);
		for (const old of over.slice(0, Math.max(0, over.length - MOST_ENDED))) this.#entries.delete(old.id);
		this.topic.changed(id);
		return { run: id };
	}

	/** Throws `not-found` for an unknown run, or one that ended long ago. */
	async stop(id: number): Promise<void> {
		const entry = this.#entries.get(id);
		if (entry === undefined) throw new WirebenchError('not-found', 'There is no such replay.');
		if (!entry.isOver) entry.running.stop();
		await entry.ended;
	}

	/** Stops running replays. */
	async close(): Promise<void> {
		await Promise.all([...this.#entries.keys()].map((id) => this.stop(id)));
		this.topic.close();
	}
}

function stateOf({ id, name, how, running }: Entry): ReplayRun {
	return { id, name, how, state: running.state };
}
