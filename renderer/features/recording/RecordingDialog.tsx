import { useEffect } from 'react';
import type { RecordedAs } from '../../../common/recording/index.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
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
	const words = useDialogWords().recording;
	useEffect(followReplays, []);
	const state = useRecording(capture, connection);
	return (
		<Dialog title={words.title(connection)} onClose={closeDialog} width={680}>
			<Content {...state} capture={capture} as={as} />
		</Dialog>
	);
}

function Content({ recorded, fault, capture, as }: RecordedState & Omit<RecordingDialogProps, 'connection'>) {
	const words = useDialogWords().recording;
	const close = (
		<Button onClick={closeDialog} autoFocus>
			{words.close}
		</Button>
	);
	if (fault !== undefined) {
		return (
			<div role="alert" className="recording-state">
				<EmptyState title={words.impossible} action={close}>
					{fault}
				</EmptyState>
			</div>
		);
	}
	if (recorded === undefined) {
		return (
			<div role="status" className="recording-state">
				<EmptyState title={words.reading} />
			</div>
		);
	}
	if (!recorded.turns.some(({ type }) => type === 'data')) {
		return (
			<div className="recording-state">
				<EmptyState title={words.noData.title} action={close}>
					{words.noData.text}
				</EmptyState>
			</div>
		);
	}
	return <RecordingForm capture={capture} recorded={recorded} as={as} />;
}
