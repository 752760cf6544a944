import type { Recording, ReplayHow, ReplayRun } from '../../common/contract/calls/recording.ts';
import { recordingName, replayPlan } from '../../common/recording/index.ts';
import type { Engine } from '../engine/core/types.ts';
import { startReplay } from '../engine/index.ts';
import { Runs } from './runs.ts';

/** Maximum listed runs that have ended. */
const MOST_ENDED = 20;

interface ReplayRequest {
	readonly recording: Recording;
	readonly how: ReplayHow;
}

export type ReplayRuns = Runs<ReplayRequest, ReplayRun>;

/**
 * The replays of this process. `onFault` receives errors that are not failures on the network. A start throws
 * `bad-input` where the place does not fit the recording.
 */
export function replayRuns(engine: Engine, onFault: (error: unknown) => void): ReplayRuns {
	return new Runs({
		missing: 'noSuchReplay',
		mostEnded: MOST_ENDED,
		onFault,
		begin({ recording, how }, id, changed) {
			const running = startReplay(engine, replayPlan(recording, how), changed);
			const name = recordingName(recording, 'replay');
			return { done: running.done, stop: running.stop, state: () => ({ id, name, how, state: running.state }) };
		},
	});
}
