/** Listeners that open a file: the part of the window with the button for it. */
const listeners = new Set<() => void>();

/** Requests the open-file action, from a key or the host's menu. */
export function requestOpen(): void {
	for (const listener of listeners) listener();
}

/** Returns a function that removes the listener. */
export function onOpenRequest(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
