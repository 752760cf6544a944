/**
 * The memory by which the receiving thread passes datagrams to the main thread: a header of counters, then the ring. Positions are bytes
 * written or read since the start, modulo 2^32; `(head - tail) >>> 0` is what is in use.
 *
 * A record is what one call has received from one socket. It begins at a multiple of 8 and is never split over the end of the ring; where
 * the rest is skipped, its first word is 0. Words of 32 bits, in the machine's own byte order (little-endian):
 *
 *   0  bytes of the record
 *   1  number of the socket
 *   2  number of datagrams, at most a batch
 *   3  outcome: 0, or the `errno` of a call that has received nothing, or LEFT
 *   4  length of each datagram
 *      the sender's address of each (`sockaddr_in`, or `sockaddr_in6`), from a multiple of 8 on
 *      the bytes of each, from a multiple of 8 on
 */
export const RECORD_HEADER_BYTES = 16;

/** No more datagrams of this socket follow: the thread does not use it any more. */
export const LEFT = 0xffff_ffff;

/** Two seconds of 300,000 small datagrams per second. Of pages that were never used the system makes none. */
export const RING_BYTES = 64 << 20;
const HEADER_BYTES = 256;

/** Slots of the header, a cache line apart where two threads write. */
export const SLOT = {
	head: 0,
	/** The position whose byte is the first of the ring. Changes only while the ring is empty. */
	base: 1,
	tail: 16,
	/** 1 while the main thread is about to look at the ring, so that it needs no message. */
	awake: 32,
	/** 1 while the receiving thread waits for a change of the tail. */
	waiting: 48,
} as const;

/** The views that each of the two threads creates over the shared memory. */
export interface RingViews {
	readonly slots: Int32Array;
	readonly words: Uint32Array;
	readonly bytes: Buffer;
}

export function createRing(): SharedArrayBuffer {
	return new SharedArrayBuffer(HEADER_BYTES + RING_BYTES);
}

export function viewRing(memory: SharedArrayBuffer): RingViews {
	return {
		slots: new Int32Array(memory, 0, HEADER_BYTES / 4),
		words: new Uint32Array(memory, HEADER_BYTES, RING_BYTES / 4),
		bytes: Buffer.from(memory, HEADER_BYTES, RING_BYTES),
	};
}

/** The offset in the ring of a position. */
export function offsetOf(position: number, base: number): number {
	return (position - base) & (RING_BYTES - 1);
}

/** The next multiple of 8. */
export function aligned(bytes: number): number {
	return (bytes + 7) & ~7;
}

/** Where the senders' addresses and the bytes of a record are, from its start. */
export function layoutOf(count: number, addressWords: number): { readonly senders: number; readonly data: number } {
	const senders = RECORD_HEADER_BYTES + aligned(count * 4);
	return { senders, data: senders + aligned(count * addressWords * 4) };
}
