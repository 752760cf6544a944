/** From this size on a native copy is faster than TypedArray's `set`. */
export const NATIVE_COPY_BYTES = 1024;

/**
 * Copies all of `source` to `at`, natively. `set` copies shared memory byte by byte or word by word (each access
 * atomic); Buffer's `copy` is a plain memmove, three to ten times as fast, but only when it copies a part: hence the
 * separate last byte. The ring's head is published after it, so that no other thread reads these bytes meanwhile.
 */
export function copyNatively(source: Uint8Array, target: Buffer, at: number): void {
	const last = source.length - 1;
	if (last < 0) return;
	const from = Buffer.isBuffer(source) ? source : Buffer.from(source.buffer, source.byteOffset, source.byteLength);
	from.copy(target, at, 0, last);
	target[at + last] = from[last] ?? 0;
}
