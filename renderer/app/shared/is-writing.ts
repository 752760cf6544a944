/** Whether keys belong to a text, which has an undo of its own. */
export function isWriting(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}
