import type { EventCursor } from './cursor.ts';
import type { Said, SaidRange } from './said.ts';

/** Bytes of a chunk that are searched at a time. */
const PIECE_BYTES = 1 << 20;
/** Events between two reads of the clock. */
const CLOCK_EVENTS = 64;

/** A place in the capture. */
export interface Place {
	readonly n: number;
	readonly offset: number;
}

/** Neither field: not found. */
export interface FindAnswer {
	readonly found?: SaidRange[];
	/** The time is over: continue there. */
	readonly next?: Place;
}

/** Searches bytes in the data, also across chunks of one side. */
export class Find {
	readonly #said: Said;
	readonly #cursor: EventCursor;
	readonly #needle: Buffer;
	readonly #anyCase: boolean;

	constructor(said: Said, needle: Uint8Array, anyCase: boolean) {
		this.#said = said;
		this.#cursor = said.cursor;
		this.#anyCase = anyCase;
		this.#needle = this.#folded(needle);
	}

	/** The first match that starts at or after a place, among events below `stored`. Searches at least one event. */
	forwards({ n, offset }: Place, stored: number, until: number): FindAnswer {
		const { events } = this.#cursor;
		if (events.scanned <= n) events.step(stored, until);
		let i = events.before(n);
		let from = i < events.count && events.at(i) === n ? offset : 0;
		for (let looked = 1; ; i++, from = 0, looked++) {
			while (i >= events.count) {
				if (events.scanned >= stored || events.full) return {};
				if (performance.now() >= until) return { next: { n: events.scanned, offset: 0 } };
				events.step(stored, until);
			}
			if (this.#said.isChunk(i)) {
				const { length } = this.#cursor.facts;
				for (let at = from; at < length; at += PIECE_BYTES) {
					const place = this.#first(i, at, Math.min(length, at + PIECE_BYTES));
					if (place !== undefined) return { found: this.#said.ranges(i, place, this.#needle.length) };
				}
			}
			if (looked % CLOCK_EVENTS === 0 && performance.now() >= until)
				return { next: { n: events.at(i) + 1, offset: 0 } };
		}
	}

	/** The last match that starts before a place. */
	backwards({ n, offset }: Place, stored: number, until: number): FindAnswer {
		const { events } = this.#cursor;
		while (events.scanned < Math.min(n + 1, stored) && !events.full) {
			events.step(stored, until);
			if (performance.now() >= until) return { next: { n, offset } };
		}
		let i = events.before(n);
		let before = i < events.count && events.at(i) === n ? offset : 0;
		for (let looked = 1; i >= 0; i--, before = Number.POSITIVE_INFINITY, looked++) {
			if (i < events.count && this.#said.isChunk(i)) {
				for (let end = Math.min(before, this.#cursor.facts.length); end > 0; end -= PIECE_BYTES) {
					const place = this.#last(i, Math.max(0, end - PIECE_BYTES), end);
					if (place !== undefined) return { found: this.#said.ranges(i, place, this.#needle.length) };
				}
			}
			if (looked % CLOCK_EVENTS === 0 && i > 0 && performance.now() >= until)
				return { next: { n: events.at(i), offset: 0 } };
		}
		return {};
	}

	/** The start of the first match in [from, to) of chunk `i`. */
	#first(i: number, from: number, to: number): number | undefined {
		const at = this.#hay(i, from, to).indexOf(this.#needle);
		return at < 0 ? undefined : from + at;
	}

	#last(i: number, from: number, to: number): number | undefined {
		const at = this.#hay(i, from, to).lastIndexOf(this.#needle, to - from - 1);
		return at < 0 ? undefined : from + at;
	}

	/** The bytes that contain any match starting in [from, to) of chunk `i`. */
	#hay(i: number, from: number, to: number): Buffer {
		this.#cursor.to(i);
		const more = this.#needle.length - 1;
		const within = this.#folded(this.#cursor.bytes(from, to - from + more));
		if (from + within.length >= to + more || !this.#mayGoOn(within)) return within;
		// The same side's next data is only read where the end of this could be the start of a match.
		return this.#folded(this.#said.read(this.#said.ranges(i, from, to - from + more)));
	}

	#mayGoOn(bytes: Buffer): boolean {
		const needle = this.#needle;
		for (let start = Math.max(0, bytes.length - needle.length + 1); start < bytes.length; start++) {
			const rest = bytes.length - start;
			if (bytes[start] === needle[0] && bytes.subarray(start).equals(needle.subarray(0, rest))) return true;
		}
		return false;
	}

	#folded(bytes: Uint8Array): Buffer {
		if (!this.#anyCase) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		const folded = Buffer.allocUnsafe(bytes.length);
		for (let i = 0; i < bytes.length; i++) {
			const byte = bytes[i] ?? 0;
			folded[i] = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
		}
		return folded;
	}
}
