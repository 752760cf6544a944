import { create } from 'zustand';
import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { SequenceRun } from '../../../common/contract/calls/protocol-tests.ts';
import type { Sequence } from '../../../common/protocol-tests/test-schema.ts';
import { session } from '../../app/state/host/session.ts';
import { toastError } from '../../app/state/window/toasts.ts';

interface Tests {
	/** Index in the list. */
	readonly selected: number;
	/** Counts selections, so that an edited draft belongs to one of them. */
	readonly opened: number;
	/** By id. */
	readonly runs: ReadonlyMap<number, SequenceRun>;
	/** The latest run of each, by name. */
	readonly latest: ReadonlyMap<string, number>;
	/** Why the selected one could not start. */
	readonly refusal: ErrorInfo | undefined;
}

export const useTests = create<Tests>()(() => ({
	selected: 0,
	opened: 0,
	runs: new Map(),
	latest: new Map(),
	refusal: undefined,
}));

export function select(selected: number): void {
	useTests.setState(({ opened }) => ({ selected, opened: opened + 1, refusal: undefined }));
}

export function forgetRefusal(): void {
	useTests.setState({ refusal: undefined });
}

/** Subscribes to the runs until the returned function is called. */
export function followRuns(): () => void {
	const take = (received: readonly SequenceRun[], before: ReadonlyMap<number, SequenceRun>): void => {
		const runs = new Map([...before, ...received.map((run) => [run.id, run] as const)]);
		const latest = new Map([...runs.values()].map((run) => [run.sequence.name, run.id]));
		useTests.setState({ runs, latest });
	};
	return session.subscribe(
		'sequenceRuns',
		{},
		{
			onSnapshot: ({ runs }) => take(runs, new Map()),
			onDelta: ({ runs }) => take(runs, useTests.getState().runs),
			onError: (error) => toastError('The test runs are no longer updated', error),
		},
	);
}

export async function startRun(sequence: Sequence): Promise<void> {
	forgetRefusal();
	try {
		await session.call('sequenceStart', { sequence });
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
		useTests.setState({ refusal: error.toInfo() });
	}
}

export async function stopRun(run: number): Promise<void> {
	try {
		await session.call('sequenceStop', { run });
	} catch (error) {
		toastError('The test was not stopped', error);
	}
}
