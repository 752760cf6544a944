import { type Written, writtenAddress } from './address.ts';
import type { BulkCalls } from './calls.ts';

/** Most datagrams of one call. */
export const BATCH = 64;

/** `struct mmsghdr` and `struct iovec` of 64-bit Linux, in bytes: a message header, then the number of bytes moved. */
const HEADER = { size: 64, name: 0, nameLength: 8, vector: 16, vectors: 24, moved: 56 } as const;
const VECTOR = { size: 16, base: 0, length: 8 } as const;

/** Space for the largest datagram, over IPv6: 65,535 bytes without the header of UDP (RFC 8200, RFC 768). None is cut off. */
const DATAGRAM_BYTES = 65_536;
/** Distance of datagrams in memory. Not a multiple of a page: the first bytes of all would share few lines of the cache. */
const STRIDE = DATAGRAM_BYTES + 192;

const FAMILIES = { 4: { words: 4 }, 6: { words: 7 } } as const;

/**
 * Structures for a batch of received datagrams: their pointers are written once, so all buffers stay referenced. Senders'
 * addresses are `sockaddr_in` or `sockaddr_in6`, as words of 32 bits.
 */
export class Inbox {
	/** The argument of recvmmsg(2). */
	readonly headers: Uint8Array;
	readonly senders: Uint32Array;
	/** Words of a sender's address. */
	readonly words: number;
	readonly #calls: BulkCalls;
	readonly #headerWords: Uint32Array;
	readonly #vectors: Uint8Array;
	readonly #data: Buffer;

	constructor(calls: BulkCalls, family: 4 | 6, data: Buffer) {
		this.#calls = calls;
		this.words = FAMILIES[family].words;
		this.senders = new Uint32Array(BATCH * this.words);
		this.#headerWords = new Uint32Array((BATCH * HEADER.size) / 4);
		this.headers = new Uint8Array(this.#headerWords.buffer);
		this.#vectors = new Uint8Array(BATCH * VECTOR.size);
		this.#data = data;
		const senders = calls.addressOf(new Uint8Array(this.senders.buffer));
		const vectors = calls.addressOf(this.#vectors);
		const first = calls.addressOf(data);
		const headerView = new DataView(this.headers.buffer);
		const vectorView = new DataView(this.#vectors.buffer);
		for (let n = 0; n < BATCH; n++) {
			const header = n * HEADER.size;
			headerView.setBigUint64(header + HEADER.name, senders + BigInt(n * this.words * 4), true);
			headerView.setUint32(header + HEADER.nameLength, this.words * 4, true);
			headerView.setBigUint64(header + HEADER.vector, vectors + BigInt(n * VECTOR.size), true);
			headerView.setBigUint64(header + HEADER.vectors, 1n, true);
			vectorView.setBigUint64(n * VECTOR.size + VECTOR.base, first + BigInt(n * STRIDE), true);
			vectorView.setBigUint64(n * VECTOR.size + VECTOR.length, BigInt(DATAGRAM_BYTES), true);
		}
	}

	/** Space for the datagrams of a batch; of untouched pages the system makes none. */
	static space(): Buffer {
		return Buffer.allocUnsafeSlow(BATCH * STRIDE);
	}

	length(n: number): number {
		return this.#headerWords[(n * HEADER.size + HEADER.moved) / 4] ?? 0;
	}

	/** Where the `n`th datagram is from. */
	sender(n: number): Written {
		const sockaddr = new Uint8Array(this.senders.buffer, n * this.words * 4, this.words * 4);
		const written = writtenAddress(sockaddr, this.#calls);
		if (written === undefined) throw new Error('A datagram over IP has a sender.');
		return written;
	}

	/** A copy of the `n`th datagram. */
	bytes(n: number): Uint8Array {
		const length = this.length(n);
		const bytes = Buffer.allocUnsafe(length);
		this.#data.copy(bytes, 0, n * STRIDE, n * STRIDE + length);
		return bytes;
	}
}
