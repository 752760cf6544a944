import type { EventCursor } from './cursor.ts';
import type { Needle } from './needle.ts';
import type { Said, SaidRange } from './said.ts';

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

/** Searches the data, also across chunks of one side. */
export class Find {
	readonly #said: Said;
	readonly #cursor: EventCursor;
	readonly #needle: Needle;

	constructor(said: Said, needle: Needle) {
		this.#said = said;
		this.#cursor = said.cursor;
		this.#needle = needle;
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
				const { piece } = this.#needle;
				for (let at = from; at < length; at += piece) {
					const found = this.#in('first', i, at, Math.min(length, at + piece));
					if (found !== undefined) return { found };
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
				const { piece } = this.#needle;
				for (let end = Math.min(before, this.#cursor.facts.length); end > 0; end -= piece) {
					const found = this.#in('last', i, Math.max(0, end - piece), end);
					if (found !== undefined) return { found };
				}
			}
			if (looked % CLOCK_EVENTS === 0 && i > 0 && performance.now() >= until)
				return { next: { n: events.at(i), offset: 0 } };
		}
		return {};
	}

	/** The first match that begins in [from, to) of chunk `i`, or the last. */
	#in(which: 'first' | 'last', i: number, from: number, to: number): SaidRange[] | undefined {
		// With the byte before, the start of a part is no start of a line or a word.
		const start = Math.max(0, from - 1);
		const place = this.#needle[which](this.#hay(i, start, to), from - start, to - start);
		return place && this.#said.ranges(i, start + place.from, place.to - place.from);
	}

	/** The bytes that contain any match starting in [from, to) of chunk `i`. */
	#hay(i: number, from: number, to: number): Uint8Array {
		this.#cursor.to(i);
		const { more } = this.#needle;
		const within = this.#cursor.bytes(from, to - from + more);
		if (from + within.length >= to + more || !this.#needle.mayGoOn(within)) return within;
		// The same side's next data is only read where the end of this could be the start of a match.
		return this.#said.read(this.#said.ranges(i, from, to - from + more));
	}
}
