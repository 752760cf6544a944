/** Who carries out the wish to open a file: the part of the window that has the button for it. */
const listeners = new Set<() => void>();

/** A person wants to open a file, by a key or by the host's menu. */
export function requestOpen(): void {
	for (const listener of listeners) listener();
}

/** Returns the way to stop listening. */
export function onOpenRequest(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
