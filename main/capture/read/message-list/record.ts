/**
 * An item of a list of messages: eight words.
 *
 *   0  position of the event at which it stands: the one with its last byte, or that which ended its stream
 *   1  position of the event with its last byte
 *   2  position of the event with its first byte
 *   3  offset there of its first byte
 *   4  offset of the byte after its last, in the event with that
 *   5  bytes
 *   6  number of the message in its direction of its connection, from 1; 0 for an event as it is
 *   7  flags, and from bit 8 on the number of events that the message came in
 */
export const ITEM_WORDS = 8;
export const FAULT = 1;
export const CUT = 2;
const READS_SHIFT = 8;
export const MOST_READS = 2 ** 24 - 1;

/** Reads items in place, one at a time. */
export class ItemCursor {
	words: Uint32Array = new Uint32Array(ITEM_WORDS);
	/** Index of its first word. */
	at = 0;

	get event(): number {
		return this.words[this.at] ?? 0;
	}

	get last(): number {
		return this.words[this.at + 1] ?? 0;
	}

	get first(): number {
		return this.words[this.at + 2] ?? 0;
	}

	get offset(): number {
		return this.words[this.at + 3] ?? 0;
	}

	get end(): number {
		return this.words[this.at + 4] ?? 0;
	}

	get length(): number {
		return this.words[this.at + 5] ?? 0;
	}

	get number(): number {
		return this.words[this.at + 6] ?? 0;
	}

	get isMessage(): boolean {
		return this.number !== 0;
	}

	get isFault(): boolean {
		return ((this.words[this.at + 7] ?? 0) & FAULT) !== 0;
	}

	/** The stream ended before it did. */
	get isCut(): boolean {
		return ((this.words[this.at + 7] ?? 0) & CUT) !== 0;
	}

	get reads(): number {
		return (this.words[this.at + 7] ?? 0) >>> READS_SHIFT;
	}
}

/** The last word of a message. */
export function readsAndFlags(reads: number, flags: number): number {
	return ((Math.min(reads, MOST_READS) << READS_SHIFT) | flags) >>> 0;
}
