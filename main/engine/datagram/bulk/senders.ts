import { randomInt } from 'node:crypto';

interface Entry<T> {
	/** The sender's address, as the system has it. */
	readonly words: Uint32Array;
	readonly hash: number;
	readonly value: T;
	next: Entry<T> | undefined;
}

/** Odd factors and the start of the hash: of this process, so that nobody can choose addresses which share a place. */
const START = randomInt(2 ** 32);
const FACTOR = randomInt(2 ** 31) * 2 + 1;

/** Values by the address of a sender, in constant time and without making a string of it. */
export class Senders<T> {
	readonly #first = new Map<number, Entry<T>>();
	readonly #entries = new Map<T, Entry<T>>();
	/** Cache: datagrams of a sender arrive in runs. */
	#last: Entry<T> | undefined;

	/** `all` has the address from `at` on, in `count` words. */
	find(all: Uint32Array, at: number, count: number): T | undefined {
		const last = this.#last;
		if (last !== undefined && same(last.words, all, at, count)) return last.value;
		let entry = this.#first.get(hashOf(all, at, count));
		while (entry !== undefined && !same(entry.words, all, at, count)) entry = entry.next;
		if (entry !== undefined) this.#last = entry;
		return entry?.value;
	}

	/** A value has one address; a second `set` replaces its first. */
	set(all: Uint32Array, at: number, count: number, value: T): void {
		this.delete(value);
		const words = all.slice(at, at + count);
		const hash = hashOf(words, 0, count);
		const entry = { words, hash, value, next: this.#first.get(hash) };
		this.#first.set(hash, entry);
		this.#entries.set(value, entry);
	}

	delete(value: T): void {
		const entry = this.#entries.get(value);
		if (entry === undefined) return;
		this.#entries.delete(value);
		if (this.#last === entry) this.#last = undefined;
		let before = this.#first.get(entry.hash);
		if (before !== entry) {
			while (before !== undefined && before.next !== entry) before = before.next;
			if (before !== undefined) before.next = entry.next;
		} else if (entry.next === undefined) this.#first.delete(entry.hash);
		else this.#first.set(entry.hash, entry.next);
	}
}

function same(words: Uint32Array, all: Uint32Array, at: number, count: number): boolean {
	for (let n = 0; n < count; n++) if (words[n] !== all[at + n]) return false;
	return true;
}

/** 31 bits, which V8 keeps without an object. */
function hashOf(all: Uint32Array, at: number, count: number): number {
	let hash = START;
	for (let n = 0; n < count; n++) {
		hash = Math.imul(hash ^ (all[at + n] ?? 0), FACTOR);
		hash ^= hash >>> 15;
	}
	return hash & 0x3fffffff;
}
