import { useEffect } from 'react';
import type { RecordedAs } from '../../../common/recording/index.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RecordingForm } from './RecordingForm.tsx';
import { followReplays } from './store.ts';
import { type RecordedState, useRecording } from './use-recording.ts';
import './recording.css';

interface RecordingDialogProps {
	/** Left out: the live one. */
	readonly capture: string | undefined;
	readonly connection: number;
	readonly as: RecordedAs;
}

/** Makes a test, a mock server or a replay of a connection's conversation. */
export function RecordingDialog({ capture, connection, as }: RecordingDialogProps) {
	useEffect(followReplays, []);
	const state = useRecording(capture, connection);
	return (
		<Dialog title={`Make connection #${connection} runnable`} onClose={closeDialog} width={680}>
			<Content {...state} capture={capture} as={as} />
		</Dialog>
	);
}

function Content({ recorded, fault, capture, as }: RecordedState & Omit<RecordingDialogProps, 'connection'>) {
	const close = (
		<Button onClick={closeDialog} autoFocus>
			Close
		</Button>
	);
	if (fault !== undefined) {
		return (
			<div role="alert" className="recording-state">
				<EmptyState title="It cannot be made runnable" action={close}>
					{fault}
				</EmptyState>
			</div>
		);
	}
	if (recorded === undefined) {
		return (
			<div role="status" className="recording-state">
				<EmptyState title="Reading the conversation…" />
			</div>
		);
	}
	if (!recorded.turns.some(({ type }) => type === 'data')) {
		return (
			<div className="recording-state">
				<EmptyState title="Nobody has sent anything yet" action={close}>
					A test, a mock server or a replay needs at least one message. Open this again once one was sent.
				</EmptyState>
			</div>
		);
	}
	return <RecordingForm capture={capture} recorded={recorded} as={as} />;
}
