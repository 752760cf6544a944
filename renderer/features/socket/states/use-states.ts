import { useEffect, useState } from 'react';
import type { StatesState } from '../../../../common/contract/calls/socket-calls.ts';
import { selectedConnection } from '../../../app/state/capture/selected-connection.ts';
import { captureParam, useViewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { toastError } from '../../../app/state/window/toasts.ts';
import { dialogWords } from '../../../words/dialogs.ts';

/** The connection that the selection means, and its event where that was selected. */
export interface Subject {
	readonly connection: number | undefined;
	readonly event: number | undefined;
}

const NOTHING: Subject = { connection: undefined, event: undefined };

/** Follows the selection. */
export function useSubject(): Subject {
	const made = useSelection((selection) => selection.made);
	const capture = useViewed((viewed) => viewed.capture);
	const [subject, setSubject] = useState(NOTHING);
	// biome-ignore lint/correctness/useExhaustiveDependencies: each selection, and each capture, is another question
	useEffect(() => {
		let wanted = true;
		selectedConnection().then(
			(found) => wanted && setSubject(found),
			(error: unknown) => wanted && toastError(dialogWords().tcpStates.unread, error),
		);
		return () => {
			wanted = false;
		};
	}, [made, capture]);
	return subject;
}

export interface ShownStates {
	readonly connection: number;
	readonly state: StatesState | undefined;
	readonly error: Error | undefined;
}

/** Subscribes to the states of a connection. */
export function useStates(connection: number | undefined): ShownStates | undefined {
	const capture = useViewed((viewed) => viewed.capture);
	const [shown, setShown] = useState<ShownStates>();
	useEffect(() => {
		if (connection === undefined) {
			setShown(undefined);
			return;
		}
		const show = (state: StatesState | undefined, error?: Error) => setShown({ connection, state, error });
		return session.subscribe(
			'captureStates',
			{ ...captureParam(capture), connection },
			{ onSnapshot: show, onDelta: show, onError: (error) => show(undefined, error) },
		);
	}, [connection, capture]);
	return shown;
}
