import type { SequenceRun } from '../../common/contract/calls/protocol-tests.ts';
import type { Sequence } from '../../common/protocol-tests/test-schema.ts';
import type { Engine } from '../engine/core/types.ts';
import { type RunningSequence, startSequence } from '../engine/index.ts';
import { Runs } from './runs.ts';
import { appError } from './sentences/app-error.ts';

/** Maximum concurrent runs, and listed ended runs. */
const MOST_RUNNING = 20;
const MOST_ENDED = 30;
/** Bytes of a captured variable that pages get. */
const SHOWN_BYTES = 1024;

export type SequenceRuns = Runs<Sequence, SequenceRun>;

/**
 * The sequences of this process. `onFault` receives errors that are not failures of a step. A start throws `bad-input`
 * for an invalid step, and `wrong-state` while too many run.
 */
export function sequenceRuns(engine: Engine, onFault: (error: unknown) => void): SequenceRuns {
	return new Runs({
		missing: 'noSuchRun',
		mostEnded: MOST_ENDED,
		onFault,
		assertRoom(running) {
			if (running < MOST_RUNNING) return;
			throw appError('wrong-state', 'testsRunning', { most: MOST_RUNNING });
		},
		begin(sequence, id, changed) {
			const running = startSequence(engine, sequence, changed);
			const startedAt = Date.now();
			let status: SequenceRun['status'] = 'running';
			const done = running.done.then(
				(outcome) => {
					status = outcome.status;
				},
				(error: unknown) => {
					status = 'failed';
					throw error;
				},
			);
			const state = (): SequenceRun => ({ id, sequence, status, startedAt, ...progressOf(running) });
			return { done, stop: running.stop, state };
		},
	});
}

function progressOf({ results, captured }: RunningSequence): Pick<SequenceRun, 'results' | 'captured'> {
	const shown = [...captured].map(([name, bytes]) => [
		name,
		{ bytes: bytes.slice(0, SHOWN_BYTES), length: bytes.length },
	]);
	return { results: [...results], captured: Object.fromEntries(shown) };
}
