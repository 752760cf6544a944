/** Smaller pieces are collected as cheaply as they are released. */
export const WORTH_BYTES = 4096;

/**
 * Releases the memory of bytes that a socket has read and nobody holds: views of them become empty. Node reads into new memory
 * each time. Left to the collector, it accumulates until the whole heap is marked, and each read touches memory that is in no cache.
 */
export function releaseReceived({ buffer, byteLength }: Uint8Array): void {
	// A view of a part is of memory that belongs to others too.
	if (byteLength !== buffer.byteLength || !(buffer instanceof ArrayBuffer)) return;
	buffer.transfer(0);
}
