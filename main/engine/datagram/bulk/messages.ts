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
	/** Views that `lent` has returned. */
	readonly #lent: Uint8Array[] = [];

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

	/** As if a datagram of this length had been received from there: for a rehearsal. */
	pretend(n: number, length: number, from: Uint32Array): void {
		this.#headerWords[(n * HEADER.size + HEADER.moved) / 4] = length;
		this.senders.set(from, n * this.words);
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

	/** The `n`th datagram in place, valid until the next batch. A flood of equal lengths makes no objects. */
	lent(n: number): Uint8Array {
		const length = this.length(n);
		const known = this.#lent[n];
		if (known?.length === length) return known;
		const view = this.#data.subarray(n * STRIDE, n * STRIDE + length);
		this.#lent[n] = view;
		return view;
	}

	/** A copy of the `n`th datagram. */
	bytes(n: number): Uint8Array {
		const length = this.length(n);
		const bytes = Buffer.allocUnsafe(length);
		this.#data.copy(bytes, 0, n * STRIDE, n * STRIDE + length);
		return bytes;
	}
}

/** Largest datagram that is sent together with others: copying larger ones costs more than a call each. */
export const SLOT_BYTES = 2048;

const ADDRESS_WORDS = FAMILIES[6].words;

/** Structures for a batch of datagrams to be sent, whose bytes and destinations are copied into it. */
export class OutMessages {
	readonly #headerWords = new Uint32Array((BATCH * HEADER.size) / 4);
	readonly #headers = new Uint8Array(this.#headerWords.buffer);
	readonly #vectorWords = new Uint32Array((BATCH * VECTOR.size) / 4);
	readonly #addresses = new Uint32Array(BATCH * ADDRESS_WORDS);
	readonly #data = Buffer.allocUnsafeSlow(BATCH * SLOT_BYTES);

	constructor(calls: Pick<BulkCalls, 'addressOf'>) {
		const addresses = calls.addressOf(new Uint8Array(this.#addresses.buffer));
		const vectors = calls.addressOf(new Uint8Array(this.#vectorWords.buffer));
		const first = calls.addressOf(this.#data);
		const headers = new DataView(this.#headerWords.buffer);
		const vectorView = new DataView(this.#vectorWords.buffer);
		for (let n = 0; n < BATCH; n++) {
			const header = n * HEADER.size;
			headers.setBigUint64(header + HEADER.name, addresses + BigInt(n * ADDRESS_WORDS * 4), true);
			headers.setBigUint64(header + HEADER.vector, vectors + BigInt(n * VECTOR.size), true);
			headers.setBigUint64(header + HEADER.vectors, 1n, true);
			vectorView.setBigUint64(n * VECTOR.size + VECTOR.base, first + BigInt(n * SLOT_BYTES), true);
		}
	}

	/** The argument of sendmmsg(2) that begins with the `n`th datagram. */
	from(n: number): Uint8Array {
		return n === 0 ? this.#headers : this.#headers.subarray(n * HEADER.size);
	}

	/** Writes the `n`th datagram. `to`: the destination without its port; undefined for a connected socket. */
	write(n: number, bytes: Uint8Array, to: Uint32Array | undefined, port: number): void {
		this.#data.set(bytes, n * SLOT_BYTES);
		this.#vectorWords[(n * VECTOR.size + VECTOR.length) / 4] = bytes.length;
		const nameLength = (n * HEADER.size + HEADER.nameLength) / 4;
		if (to === undefined) {
			this.#headerWords[nameLength] = 0;
			return;
		}
		const at = n * ADDRESS_WORDS;
		this.#addresses.set(to, at);
		// The port is in network order, in the upper half of the first word.
		this.#addresses[at] = (to[0] ?? 0) | ((port >>> 8) << 16) | ((port & 0xff) << 24);
		this.#headerWords[nameLength] = to.length * 4;
	}
}
