import type { Transport } from '../link/transport.ts';

/** Words of a key: protocol, two ports, two addresses. */
const KEY_WORDS = 10;
const BUCKETS = 1 << 16;
const NONE = -1;

/** How a packet relates to its key. */
export interface Place {
	/** The slot, or -1. */
	slot: number;
	/** The packet has the direction of the one for which the slot was created. */
	forward: boolean;
}

/**
 * Finds conversations by protocol, addresses and ports, in either direction, in order of their last use. Slots are
 * small integers; everything is in typed arrays, so that millions of packets create no garbage.
 */
export class FlowTable {
	readonly capacity: number;
	readonly #keys: Int32Array;
	readonly #heads = new Int32Array(BUCKETS).fill(NONE);
	readonly #chain: Int32Array;
	readonly #newer: Int32Array;
	readonly #older: Int32Array;
	readonly #place: Place = { slot: NONE, forward: true };
	readonly #seed: number;
	#free = NONE;
	#used = 0;
	#newest = NONE;
	#oldest = NONE;
	size = 0;

	/** `seed` prevents crafted files whose conversations all fall into one bucket. */
	constructor(capacity: number, seed: number) {
		this.capacity = capacity;
		this.#keys = new Int32Array(capacity * KEY_WORDS);
		this.#chain = new Int32Array(capacity);
		this.#newer = new Int32Array(capacity);
		this.#older = new Int32Array(capacity);
		this.#seed = seed;
	}

	/** The least recently used slot, or -1. */
	get oldest(): number {
		return this.#oldest;
	}

	/** Finds a packet's conversation, and makes it the newest. Returns the same object each time. */
	find(packet: Transport): Place {
		const place = this.#place;
		const { addresses, sourcePort, destinationPort } = packet;
		const kind = packet.protocol | (packet.version << 16);
		for (let slot = this.#heads[this.#bucket(packet)] ?? NONE; slot !== NONE; slot = this.#chain[slot] ?? NONE) {
			const at = slot * KEY_WORDS;
			const keys = this.#keys;
			if (keys[at] !== kind) continue;
			const ports = keys[at + 1];
			if (ports === ((sourcePort << 16) | destinationPort) && this.#same(at, addresses, 0)) {
				return this.#found(slot, true);
			}
			if (ports === ((destinationPort << 16) | sourcePort) && this.#same(at, addresses, 4)) {
				return this.#found(slot, false);
			}
		}
		place.slot = NONE;
		return place;
	}

	/** Creates a slot for the packet's conversation. There must be room. */
	add(packet: Transport): number {
		const slot = this.#free === NONE ? this.#used++ : this.#free;
		if (slot === this.#free) this.#free = this.#chain[slot] ?? NONE;
		const at = slot * KEY_WORDS;
		this.#keys[at] = packet.protocol | (packet.version << 16);
		this.#keys[at + 1] = (packet.sourcePort << 16) | packet.destinationPort;
		for (let i = 0; i < 8; i++) this.#keys[at + 2 + i] = this.#word(packet, i);
		const bucket = this.#bucket(packet);
		this.#chain[slot] = this.#heads[bucket] ?? NONE;
		this.#heads[bucket] = slot;
		this.#link(slot);
		this.size++;
		return slot;
	}

	remove(slot: number): void {
		const bucket = this.#bucketOf(slot);
		let at = this.#heads[bucket] ?? NONE;
		if (at === slot) {
			this.#heads[bucket] = this.#chain[slot] ?? NONE;
		} else {
			while (this.#chain[at] !== slot) at = this.#chain[at] ?? NONE;
			this.#chain[at] = this.#chain[slot] ?? NONE;
		}
		this.#unlink(slot);
		this.#chain[slot] = this.#free;
		this.#free = slot;
		this.size--;
	}

	#found(slot: number, forward: boolean): Place {
		if (slot !== this.#newest) {
			this.#unlink(slot);
			this.#link(slot);
		}
		this.#place.slot = slot;
		this.#place.forward = forward;
		return this.#place;
	}

	/** Whether the key has these addresses; the key's first one is at `first` in the packet. */
	#same(at: number, addresses: Int32Array, first: number): boolean {
		const keys = this.#keys;
		const second = 4 - first;
		if (keys[at + 2] !== addresses[first] || keys[at + 6] !== addresses[second]) return false;
		if ((keys[at] ?? 0) >>> 16 === 4) return true;
		for (let i = 1; i < 4; i++) {
			if (keys[at + 2 + i] !== addresses[first + i] || keys[at + 6 + i] !== addresses[second + i]) return false;
		}
		return true;
	}

	#word({ addresses, version }: Transport, i: number): number {
		return version === 4 && i % 4 !== 0 ? 0 : (addresses[i] ?? 0);
	}

	/** The same for both directions of a conversation. */
	#bucket(packet: Transport): number {
		const { addresses, version, sourcePort, destinationPort } = packet;
		let a = this.#mix(this.#mix(this.#seed, sourcePort), addresses[0] ?? 0);
		let b = this.#mix(this.#mix(this.#seed, destinationPort), addresses[4] ?? 0);
		if (version === 6) {
			for (let i = 1; i < 4; i++) {
				a = this.#mix(a, addresses[i] ?? 0);
				b = this.#mix(b, addresses[4 + i] ?? 0);
			}
		}
		return (a + b) & (BUCKETS - 1);
	}

	#bucketOf(slot: number): number {
		const at = slot * KEY_WORDS;
		const keys = this.#keys;
		const ports = keys[at + 1] ?? 0;
		let a = this.#mix(this.#mix(this.#seed, ports >>> 16), keys[at + 2] ?? 0);
		let b = this.#mix(this.#mix(this.#seed, ports & 0xffff), keys[at + 6] ?? 0);
		if ((keys[at] ?? 0) >>> 16 === 6) {
			for (let i = 1; i < 4; i++) {
				a = this.#mix(a, keys[at + 2 + i] ?? 0);
				b = this.#mix(b, keys[at + 6 + i] ?? 0);
			}
		}
		return (a + b) & (BUCKETS - 1);
	}

	/** Mixes a word into a state: multiplications and shifts as in MurmurHash3's finaliser. */
	#mix(state: number, word: number): number {
		let h = Math.imul(state ^ word, 0x85ebca6b);
		h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
		return h ^ (h >>> 16);
	}

	#link(slot: number): void {
		this.#older[slot] = this.#newest;
		this.#newer[slot] = NONE;
		if (this.#newest !== NONE) this.#newer[this.#newest] = slot;
		else this.#oldest = slot;
		this.#newest = slot;
	}

	#unlink(slot: number): void {
		const newer = this.#newer[slot] ?? NONE;
		const older = this.#older[slot] ?? NONE;
		if (newer === NONE) this.#newest = older;
		else this.#older[newer] = older;
		if (older === NONE) this.#oldest = newer;
		else this.#newer[older] = newer;
	}
}
