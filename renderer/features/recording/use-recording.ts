import { useEffect, useMemo, useState } from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { Recording } from '../../../common/contract/calls/recording.ts';
import { type Proposal, proposalsOf, turnsOf, type Varying } from '../../../common/recording/index.ts';
import { runJob } from '../../app/shared/thread/run-job.ts';
import { captureParam } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import { useDialogWords } from '../../words/dialogs.ts';

/** A conversation, and what can be chosen of it. */
export interface Recorded {
	readonly recording: Recording;
	readonly turns: ReturnType<typeof turnsOf>;
	readonly varying: readonly Varying[];
}

export interface RecordedState {
	readonly recorded?: Recorded;
	/** Why it cannot be read. */
	readonly fault?: string;
}

async function recordedOf(recording: Recording, signal: AbortSignal): Promise<Recorded> {
	const turns = turnsOf(recording);
	const varying = await runJob({ name: 'findVarying', input: turns }, signal);
	return { recording, turns, varying };
}

/** Reads the conversation of a connection, as it is when the dialog opens. */
export function useRecording(capture: string | undefined, connection: number): RecordedState {
	const [state, setState] = useState<RecordedState>({});
	useEffect(() => {
		const over = new AbortController();
		const show = (read: RecordedState): void => {
			if (!over.signal.aborted) setState(read);
		};
		setState({});
		session
			.call('captureRecording', { connection, ...captureParam(capture) })
			.then((recording) => recordedOf(recording, over.signal))
			.then((recorded) => show({ recorded }))
			.catch((error: unknown) => show({ fault: messageOf(error) }));
		return () => over.abort();
	}, [capture, connection]);
	return state;
}

/** The varying parts for people. */
export function useProposals({ recording, turns, varying }: Recorded): readonly Proposal[] {
	const phrases = useDialogWords().recorded;
	return useMemo(() => proposalsOf(recording, turns, varying, phrases), [recording, turns, varying, phrases]);
}
