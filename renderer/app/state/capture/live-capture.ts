import { formatCount } from '../../shared/format.ts';
import { session } from '../host/session.ts';
import { toast, toastError } from '../window/toasts.ts';
import { openPath } from './captures.ts';

/** Deletes the live capture and starts another; endpoints and connections continue. */
export function clearCapture(): void {
	session.call('captureClear', {}).then(
		({ undo, events }) => {
			if (events === 0) return;
			const title = `Cleared: ${formatCount(events)} ${events === 1 ? 'event' : 'events'}`;
			if (undo === undefined) {
				toast({ tone: 'info', title, text: 'The disk was full: they were deleted at once.' });
				return;
			}
			const action = { label: 'Undo', run: () => bringBack(undo) };
			toast({ tone: 'info', title, text: 'Endpoints and connections go on.', action });
		},
		(error: unknown) => toastError('The capture was not cleared', error),
	);
}

/** A cleared capture is restored as a stored capture: the live one continues. */
function bringBack(undo: string): void {
	session.call('captureUndelete', { undo }).then(
		({ folders: [folder] }) => {
			if (folder === undefined) return;
			const open = () => {
				openPath(folder).catch((error: unknown) => toastError('The capture could not be opened', error));
			};
			const text = 'It is a stored capture now; the live one goes on.';
			toast({ tone: 'info', title: 'The cleared capture is back', text, action: { label: 'Open it', run: open } });
		},
		(error: unknown) => toastError('The capture could not be brought back', error),
	);
}
