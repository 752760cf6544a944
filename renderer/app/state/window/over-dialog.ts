import { type OpenDialog, useDialogs } from './dialogs.ts';

/** Opens a dialog over the open one, which keeps what was entered in it. */
export function openOver(over: OpenDialog): void {
	useDialogs.setState({ over });
}

/** Closes the topmost dialog: for those that can stand over another. */
export function closeTopDialog(): void {
	useDialogs.setState(({ over }) => (over === undefined ? { open: undefined } : { over: undefined }));
}
