import { create } from 'zustand';
import type { ReplayHow, ReplayRun } from '../../../common/contract/calls/recording.ts';
import { captureParam } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { dialogWords } from '../../words/dialogs.ts';

interface Replays {
	/** By id. */
	readonly runs: ReadonlyMap<number, ReplayRun>;
	/** The latest run of each connection that this page has started, by `keyOf`. */
	readonly latest: ReadonlyMap<string, number>;
}

const useReplays = create<Replays>()(() => ({ runs: new Map(), latest: new Map() }));

function keyOf(capture: string | undefined, connection: number): string {
	return JSON.stringify([capture ?? null, connection]);
}

/** Subscribes to the replays until the returned function is called. */
export function followReplays(): () => void {
	const take = (received: readonly ReplayRun[], before: ReadonlyMap<number, ReplayRun>): void =>
		useReplays.setState({ runs: new Map([...before, ...received.map((run) => [run.id, run] as const)]) });
	return session.subscribe(
		'replayRuns',
		{},
		{
			onSnapshot: ({ runs }) => take(runs, new Map()),
			onDelta: ({ runs }) => take(runs, useReplays.getState().runs),
			onError: (error) => toastError(dialogWords().recording.notUpdated, error),
		},
	);
}

/** The latest replay of a connection; undefined for none. */
export function useReplay(capture: string | undefined, connection: number): ReplayRun | undefined {
	return useReplays(({ runs, latest }) => runs.get(latest.get(keyOf(capture, connection)) ?? 0));
}

/** Rejects where the host refuses it. */
export async function startReplay(capture: string | undefined, connection: number, how: ReplayHow): Promise<void> {
	const { run } = await session.call('replayStart', {
		connection,
		how,
		...captureParam(capture),
	});
	useReplays.setState(({ latest }) => ({ latest: new Map([...latest, [keyOf(capture, connection), run]]) }));
}

export async function stopReplay(run: number): Promise<void> {
	try {
		await session.call('replayStop', { run });
	} catch (error) {
		toastError(dialogWords().recording.notStopped, error);
	}
}
