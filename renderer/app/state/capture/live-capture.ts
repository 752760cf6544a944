import { words } from '../../../words/index.ts';
import { session } from '../host/session.ts';
import { toast, toastError } from '../window/toasts.ts';
import { openPath } from './captures.ts';

/** Deletes the live capture and starts another; endpoints and connections continue. */
export function clearCapture(): void {
	session.call('captureClear', {}).then(
		({ undo, events }) => {
			if (events === 0) return;
			const text = words().captureActions;
			const title = text.cleared(events);
			if (undo === undefined) {
				toast({ tone: 'info', title, text: text.clearedFull });
				return;
			}
			const action = { label: text.undo, run: () => bringBack(undo) };
			toast({ tone: 'info', title, text: text.clearedOn, action });
		},
		(error: unknown) => toastError(words().captureActions.notCleared, error),
	);
}

/** A cleared capture is restored as a stored capture: the live one continues. */
function bringBack(undo: string): void {
	session.call('captureUndelete', { undo }).then(
		({ folders: [folder] }) => {
			if (folder === undefined) return;
			const { back, backStored, openIt } = words().captureActions;
			const open = () => {
				openPath(folder).catch((error: unknown) => toastError(words().captureActions.notOpened, error));
			};
			toast({ tone: 'info', title: back, text: backStored, action: { label: openIt, run: open } });
		},
		(error: unknown) => toastError(words().captureActions.notBack, error),
	);
}
