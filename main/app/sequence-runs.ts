import { WirebenchError } from '../../common/contract/base/errors.ts';
import type { SequenceRun } from '../../common/contract/calls/protocol-tests.ts';
import type { Sequence } from '../../common/protocol-tests/test-schema.ts';
import type { Engine } from '../engine/core/types.ts';
import { type RunningSequence, startSequence } from '../engine/index.ts';
import { Topic } from './topics/topic.ts';

/** Maximum concurrent runs, and listed ended runs. */
const MOST_RUNNING = 20;
const MOST_ENDED = 30;
/** Bytes of a captured variable that pages get. */
const SHOWN_BYTES = 1024;
/** Milliseconds between two deltas while steps pass. */
const PERIOD_MS = 50;

type Runs = { runs: SequenceRun[] };

interface Entry {
	run: SequenceRun;
	readonly running: RunningSequence;
	ended: Promise<void>;
}

/** The running sequences of this process, and the last ended ones. */
export class SequenceRuns {
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

	/** `onFault` receives errors that are not failures of a step. */
	constructor(engine: Engine, onFault: (error: unknown) => void) {
		this.#engine = engine;
		this.#onFault = onFault;
	}

	/** Throws `bad-input` for an invalid step. */
	start(sequence: Sequence): { run: number } {
		const running = [...this.#entries.values()].filter(({ run }) => run.status === 'running');
		if (running.length >= MOST_RUNNING) {
			throw new WirebenchError('wrong-state', `${MOST_RUNNING} tests run already.`, {
				hint: 'Stop one, or wait until one is over.',
			});
		}
		const id = this.#last + 1;
		const started = startSequence(this.#engine, sequence, () => this.topic.changed(id));
		this.#last = id;
		const run: SequenceRun = { id, sequence, status: 'running', startedAt: Date.now(), results: [], captured: {} };
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
			.finally(() => this.topic.changed(id));
		this.#forgetOld();
		this.topic.changed(id);
		return { run: id };
	}

	/** Throws `not-found` for an unknown run, or one that ended long ago. */
	async stop(id: number): Promise<void> {
		const entry = this.#entries.get(id);
		if (!entry) throw new WirebenchError('not-found', 'There is no such run.');
		if (entry.run.status === 'running') entry.running.stop();
		await entry.ended;
	}

	/** Stops running sequences. */
	async close(): Promise<void> {
		await Promise.all([...this.#entries.keys()].map((id) => this.stop(id)));
		this.topic.close();
	}

	#forgetOld(): void {
		const over = [...this.#entries.values()].filter(({ run }) => run.status !== 'running');
		for (const { run } of over.slice(0, Math.max(0, over.length - MOST_ENDED))) this.#entries.delete(run.id);
	}
}

function stateOf({ run, running }: Entry): SequenceRun {
	const captured = [...running.captured].map(([name, bytes]) => [
		name,
		{ bytes: bytes.slice(0, SHOWN_BYTES), length: bytes.length },
	]);
	return { ...run, results: [...running.results], captured: Object.fromEntries(captured) };
}
