import { ADDRESS_WORDS, BATCH, Batch, DATAGRAM_BYTES } from './batch.ts';
import type { BulkCalls } from './calls.ts';

/** `struct mmsghdr` and `struct iovec` of 64-bit Linux, in bytes: a message header, then the number of bytes moved. */
const HEADER = { size: 64, name: 0, nameLength: 8, vector: 16, vectors: 24, moved: 56 } as const;
const VECTOR = { size: 16, base: 0, length: 8 } as const;

/** Distance of datagrams in memory. Not a multiple of a page: the first bytes of all would share few lines of the cache. */
const STRIDE = DATAGRAM_BYTES + 192;

/** Structures for a batch of received datagrams: their pointers are written once, so all buffers stay referenced. */
export class Inbox {
	/** The argument of recvmmsg(2). */
	readonly headers: Uint8Array;
	/** What it has received. */
	readonly batch: Batch;
	readonly #headerWords: Uint32Array;
	readonly #vectors: Uint8Array;

	constructor(calls: BulkCalls, family: 4 | 6, data: Buffer) {
		const words = ADDRESS_WORDS[family];
		const senders = new Uint32Array(BATCH * words);
		this.#headerWords = new Uint32Array((BATCH * HEADER.size) / 4);
		this.headers = new Uint8Array(this.#headerWords.buffer);
		this.#vectors = new Uint8Array(BATCH * VECTOR.size);
		this.batch = new Batch(calls, {
			family,
			senders,
			lengths: this.#headerWords,
			lengthAt: HEADER.moved / 4,
			lengthStep: HEADER.size / 4,
			starts: Uint32Array.from({ length: BATCH }, (_, n) => n * STRIDE),
			data,
		});
		const sendersAt = calls.addressOf(new Uint8Array(senders.buffer));
		const vectors = calls.addressOf(this.#vectors);
		const first = calls.addressOf(data);
		const headerView = new DataView(this.headers.buffer);
		const vectorView = new DataView(this.#vectors.buffer);
		for (let n = 0; n < BATCH; n++) {
			const header = n * HEADER.size;
			headerView.setBigUint64(header + HEADER.name, sendersAt + BigInt(n * words * 4), true);
			headerView.setUint32(header + HEADER.nameLength, words * 4, true);
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
		this.batch.senders.set(from, n * this.batch.words);
	}
}

/** Largest datagram that is sent together with others: copying larger ones costs more than a call each. */
export const SLOT_BYTES = 2048;

const DESTINATION_WORDS = ADDRESS_WORDS[6];

/** Structures for a batch of datagrams to be sent, whose bytes and destinations are copied into it. */
export class OutMessages {
	readonly #headerWords = new Uint32Array((BATCH * HEADER.size) / 4);
	readonly #headers = new Uint8Array(this.#headerWords.buffer);
	readonly #vectorWords = new Uint32Array((BATCH * VECTOR.size) / 4);
	readonly #addresses = new Uint32Array(BATCH * DESTINATION_WORDS);
	readonly #data = Buffer.allocUnsafeSlow(BATCH * SLOT_BYTES);

	constructor(calls: Pick<BulkCalls, 'addressOf'>) {
		const addresses = calls.addressOf(new Uint8Array(this.#addresses.buffer));
		const vectors = calls.addressOf(new Uint8Array(this.#vectorWords.buffer));
		const first = calls.addressOf(this.#data);
		const headers = new DataView(this.#headerWords.buffer);
		const vectorView = new DataView(this.#vectorWords.buffer);
		for (let n = 0; n < BATCH; n++) {
			const header = n * HEADER.size;
			headers.setBigUint64(header + HEADER.name, addresses + BigInt(n * DESTINATION_WORDS * 4), true);
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
		const at = n * DESTINATION_WORDS;
		this.#addresses.set(to, at);
		// The port is in network order, in the upper half of the first word.
		this.#addresses[at] = (to[0] ?? 0) | ((port >>> 8) << 16) | ((port & 0xff) << 24);
		this.#headerWords[nameLength] = to.length * 4;
	}
}
