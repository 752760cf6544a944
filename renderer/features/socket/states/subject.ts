import { useEffect, useState } from 'react';
import { selectedConnection } from '../../../app/state/capture/selected-connection.ts';
import { useViewed } from '../../../app/state/capture/viewed.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { chosenOf, useSocketView } from '../../../app/state/window/socket-view.ts';
import { toastError } from '../../../app/state/window/toasts.ts';
import { dialogWords } from '../../../words/dialogs.ts';

/** The connection that the selection means, and its event where that was selected. */
export interface Subject {
	readonly connection: number | undefined;
	readonly event: number | undefined;
}

const NOTHING: Subject = { connection: undefined, event: undefined };

/** Follows the selection, unless a connection of a stored capture was chosen. */
export function useSubject(): Subject {
	const made = useSelection((selection) => selection.made);
	const capture = useViewed((viewed) => viewed.capture);
	const chosen = useSocketView((view) => chosenOf(view, capture)?.connection);
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
	return chosen === undefined
		? subject
		: { connection: chosen, event: subject.connection === chosen ? subject.event : undefined };
}
