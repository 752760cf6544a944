import { useEffect, useState } from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { Recording } from '../../../common/contract/calls/recording.ts';
import { findVarying, type Proposal, proposalsOf, turnsOf } from '../../../common/recording/index.ts';
import { captureParam } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';

/** A conversation, and what can be chosen of it. */
export interface Recorded {
	readonly recording: Recording;
	readonly turns: ReturnType<typeof turnsOf>;
	readonly proposals: readonly Proposal[];
}

export interface RecordedState {
	readonly recorded?: Recorded;
	/** Why it cannot be read. */
	readonly fault?: string;
}

function recordedOf(recording: Recording): Recorded {
	const turns = turnsOf(recording);
	return { recording, turns, proposals: proposalsOf(turns, findVarying(turns)) };
}

/** Reads the conversation of a connection, as it is when the dialog opens. */
export function useRecording(capture: string | undefined, connection: number): RecordedState {
	const [state, setState] = useState<RecordedState>({});
	useEffect(() => {
		let over = false;
		const show = (read: RecordedState): void => {
			if (!over) setState(read);
		};
		setState({});
		session
			.call('captureRecording', { connection, ...captureParam(capture) })
			.then((recording) => show({ recorded: recordedOf(recording) }))
			.catch((error: unknown) => show({ fault: messageOf(error) }));
		return () => {
			over = true;
		};
	}, [capture, connection]);
	return state;
}
