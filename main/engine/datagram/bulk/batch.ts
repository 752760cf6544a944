import { type Written, writtenAddress } from './address.ts';
import type { BulkCalls } from './calls.ts';

/** Most datagrams of one call. */
export const BATCH = 64;

/**
 * Bytes read before the loop runs what the datagrams have caused: replies are in flight until then, and a peer may
 * have 4 MiB of them. A batch of large ones is small.
 */
export const ENOUGH_BYTES = 1024 * 1024;
const LARGE_BATCH = 16;

/** Most datagrams of the call after one that has received this many bytes. */
export function batchAfter(bytes: number): number {
	return bytes > ENOUGH_BYTES / 4 ? LARGE_BATCH : BATCH;
}

/** Space for the largest datagram, over IPv6: 65,535 bytes without the header of UDP (RFC 8200, RFC 768). None is cut off. */
export const DATAGRAM_BYTES = 65_536;

/** Memory of Linux for each datagram in the queue of a socket, besides its bytes. */
export const QUEUED_BYTES = 768;

/** Words of 32 bits of a sender's address: `sockaddr_in` or `sockaddr_in6`. */
export const ADDRESS_WORDS = { 4: 4, 6: 7 } as const;

/** The memory of a batch. The length of the `n`th datagram is the word `lengthAt + n * lengthStep` of `lengths`. */
export interface BatchMemory {
	readonly family: 4 | 6;
	readonly senders: Uint32Array;
	readonly lengths: Uint32Array;
	readonly lengthAt: number;
	readonly lengthStep: number;
	/** Where each datagram is in `data`. */
	readonly starts: Uint32Array;
	readonly data: Buffer;
}

/** Datagrams that one call has received, in memory that the next ones use again. */
export class Batch {
	/** Senders' addresses, `words` words each. */
	readonly senders: Uint32Array;
	readonly words: number;
	readonly #calls: BulkCalls;
	readonly #senderBytes: Buffer;
	readonly #lengths: Uint32Array;
	readonly #lengthAt: number;
	readonly #lengthStep: number;
	readonly #starts: Uint32Array;
	readonly #data: Buffer;
	/** Views that `lent` has returned, and where they start. */
	readonly #lent: Uint8Array[] = [];
	readonly #lentStarts = new Uint32Array(BATCH);

	constructor(calls: BulkCalls, { family, senders, lengths, lengthAt, lengthStep, starts, data }: BatchMemory) {
		this.#calls = calls;
		this.senders = senders;
		this.words = ADDRESS_WORDS[family];
		this.#senderBytes = Buffer.from(senders.buffer);
		this.#lengths = lengths;
		this.#lengthAt = lengthAt;
		this.#lengthStep = lengthStep;
		this.#starts = starts;
		this.#data = data;
	}

	length(n: number): number {
		return this.#lengths[this.#lengthAt + n * this.#lengthStep] ?? 0;
	}

	/** Where the `n`th datagram is from. */
	sender(n: number): Written {
		const written = writtenAddress(
			new Uint8Array(this.senders.buffer, n * this.words * 4, this.words * 4),
			this.#calls,
		);
		if (written === undefined) throw new Error('A datagram over IP has a sender.');
		return written;
	}

	/** The `n`th datagram in place, valid until the next batch. A flood of equal lengths makes no objects. */
	lent(n: number): Uint8Array {
		const length = this.length(n);
		const start = this.#starts[n] ?? 0;
		const known = this.#lent[n];
		if (known?.length === length && this.#lentStarts[n] === start) return known;
		const view = this.#data.subarray(start, start + length);
		this.#lent[n] = view;
		this.#lentStarts[n] = start;
		return view;
	}

	/** A copy of the `n`th datagram. */
	bytes(n: number): Uint8Array {
		const bytes = Buffer.allocUnsafe(this.length(n));
		this.copy(n, bytes, 0);
		return bytes;
	}

	/** Copies the `n`th datagram. */
	copy(n: number, to: Buffer, at: number): void {
		const start = this.#starts[n] ?? 0;
		this.#data.copy(to, at, start, start + this.length(n));
	}

	/** Copies the addresses of the first `count` senders. */
	copySenders(count: number, to: Buffer, at: number): void {
		this.#senderBytes.copy(to, at, 0, count * this.words * 4);
	}
}
