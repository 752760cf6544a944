import { endianness } from 'node:os';

/**
 * The memory that the recorder (main thread), the writer thread and the reader thread share: a header of
 * counters, then the ring. Positions are bytes written or read since the start, modulo 2^32; the ring's size is a
 * power of two, and `(head - tail) >>> 0` is what is in use.
 *
 * A large ring consists of chunks. The table in the header says which of them has the bytes of a position, so that the recorder can
 * use the one again that was freed last, which the processor's caches still hold: a ring of 32 MiB used in turn is in none, and
 * each copy to it and from it took up to eight times as long.
 *
 * A record begins at a multiple of 8 and is never split over the end of a chunk: if it does not fit, the rest is skipped with a
 * length of SKIP, and the record starts at the next one. Layout, in the machine's own byte order (little-endian):
 *
 *   0  u32  payload bytes, or SKIP
 *   4  u32  type | kind << 8 | direction << 16 | flags << 24
 *   8  f64  performance.now() of the main thread, milliseconds
 *  16  u32  connection number or endpoint handle
 *  20  u32  payload bytes of the whole event (differs from the first field when it takes several records); of a gap
 *           the bytes of the connection that are missing there, modulo 2^32
 *  24  payload, padded to a multiple of 8; none with the flag `again`: it is that of an earlier record of the same chunk, and the
 *      field before is the distance back to it
 */
export const RECORD_HEADER_BYTES = 24;
export const SKIP = 0xffff_ffff;

/** Slots of the Int32Array over the header, a cache line apart where two threads write. */
export const SLOT = { head: 0, tail: 16, writerState: 32, reliefWanted: 48, giveUp: 49 } as const;
/**
 * Slots of the BigInt64Array over the header, written by the writer thread. `epoch` counts the captures that this
 * writer has started after its first: the other slots describe the latest. `first` is the position of the first event
 * that still exists; `gone` counts the stored events that other programs have removed.
 */
export const COUNTER = { stored: 40, size: 41, lost: 42, epoch: 43, first: 44, gone: 45 } as const;
export const HEADER_BYTES = 1024;
/** Place of the table of chunks in the header, in bytes. */
const TABLE_AT = 512;
const MOST_CHUNKS = 64;
/** Twice the largest record. Smaller rings are one chunk. */
const MIN_CHUNK_BYTES = 512 << 10;
const MIN_CHUNKS = 16;

/** The writer's state; in any but `busy` it waits for a change of this slot. */
export const WRITER = { busy: 0, idle: 1, resting: 2 } as const;

/** Types of record. */
export const RECORD = {
	data: 1,
	endpoint: 2,
	open: 3,
	connectionEvent: 4,
	endpointEvent: 5,
	sync: 6,
	close: 7,
	gap: 8,
	/** Payload: the path of the folder of another capture that starts here. */
	move: 9,
	/** Payload: JSON of SegmentLimits. */
	limits: 10,
	annotation: 11,
} as const;
/** Flags of a data record. `more`: the event continues in the next record. `again`: its payload is that of an earlier record. */
export const FLAG = { mirrored: 1, more: 2, again: 4 } as const;

/** Largest payload of one TCP or exported packet: the IPv4 maximum, cut to a multiple of four for the checksum loop. */
export const PACKET_PAYLOAD_BYTES = 65_492;
/** Largest payload of one record. A multiple of the packet payload, so that all packets of an event but the last are full. */
export const RECORD_PAYLOAD_BYTES = 4 * PACKET_PAYLOAD_BYTES;

const MIN_RING_BYTES = 1 << 20;
const MAX_RING_BYTES = 1 << 30;
export const DEFAULT_RING_BYTES = 32 << 20;

/** The chunks of a ring: powers of two. */
export interface Chunks {
	readonly count: number;
	/** Bytes of one, and the number of their bits. */
	readonly bytes: number;
	readonly shift: number;
	/** The chunk of each position whose number, modulo `count`, is the index. Written by the recorder before it moves the head there. */
	readonly table: Int32Array;
}

function chunksOf(memory: SharedArrayBuffer, size: number): Chunks {
	const least = Math.max(MIN_CHUNK_BYTES, size / MOST_CHUNKS);
	const bytes = size / least < MIN_CHUNKS ? size : least;
	return {
		count: size / bytes,
		bytes,
		shift: Math.log2(bytes),
		table: new Int32Array(memory, TABLE_AT, MOST_CHUNKS),
	};
}

/** Where the byte of a position is in the ring. */
export function placeOf({ count, bytes, shift, table }: Chunks, position: number): number {
	const chunk = table[(position >>> shift) & (count - 1)] ?? 0;
	return chunk * bytes + (position & (bytes - 1));
}

/** The views that every thread creates over the shared memory. */
export interface SharedViews {
	readonly memory: SharedArrayBuffer;
	/** Ring size, a power of two. */
	readonly size: number;
	readonly chunks: Chunks;
	readonly slots: Int32Array;
	readonly counters: BigInt64Array;
	readonly bytes: Buffer;
	readonly words: Uint32Array;
	readonly doubles: Float64Array;
}

/** Creates shared memory with a ring of at least `ringBytes`, rounded up to a power of two between 1 MiB and 1 GiB. */
export function createShared(ringBytes: number): SharedViews {
	let size = MIN_RING_BYTES;
	while (size < ringBytes && size < MAX_RING_BYTES) size *= 2;
	return viewShared(new SharedArrayBuffer(HEADER_BYTES + size));
}

export function viewShared(memory: SharedArrayBuffer): SharedViews {
	if (endianness() !== 'LE') throw new Error('The capture is written on little-endian machines only.');
	const size = memory.byteLength - HEADER_BYTES;
	return {
		memory,
		size,
		chunks: chunksOf(memory, size),
		slots: new Int32Array(memory, 0, HEADER_BYTES / 4),
		counters: new BigInt64Array(memory, 0, HEADER_BYTES / 8),
		bytes: Buffer.from(memory, HEADER_BYTES, size),
		words: new Uint32Array(memory, HEADER_BYTES, size / 4),
		doubles: new Float64Array(memory, HEADER_BYTES, size / 8),
	};
}

/** Bytes that a record with this payload takes. */
export function recordBytes(payload: number): number {
	return (RECORD_HEADER_BYTES + payload + 7) & ~7;
}

export function packMeta(type: number, kind: number, direction: number, flags: number): number {
	return (type | (kind << 8) | (direction << 16) | (flags << 24)) >>> 0;
}
