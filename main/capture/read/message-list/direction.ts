import type { MessageEnds } from '../../../../common/framing/index.ts';

/**
 * What is kept of a direction between two parts of a list, as words: its key, the fields below in their order, the number of words
 * of the state of its framing, and those.
 */
export interface SavedDirection {
	/** Position of its first event, which has its framing. */
	readonly begin: number;
	/** Bytes of the message so far, and the events that they came in. */
	length: number;
	reads: number;
	/** Place of its first byte, and of the byte after its last. */
	first: number;
	offset: number;
	last: number;
	end: number;
	/** Number of the message, from 1. */
	number: number;
	/** Its framing looks at times. */
	readonly isTimed: boolean;
	readonly state: readonly number[];
}

/** One direction of a connection, and the message of it that has not ended. */
export interface DirectionState extends Omit<SavedDirection, 'state'> {
	/** Undefined where each read is an item. */
	readonly ends: MessageEnds | undefined;
}

export function newDirection(ends: MessageEnds | undefined, isTimed: boolean, begin: number): DirectionState {
	return { ends, isTimed, begin, length: 0, reads: 0, first: 0, offset: 0, last: 0, end: 0, number: 1 };
}

const TIMED = 4;

/** Goes on where a direction was when it was saved. */
export function restoreDirection(direction: DirectionState, saved: SavedDirection): void {
	const { length, reads, first, offset, last, end, number, state } = saved;
	Object.assign(direction, { length, reads, first, offset, last, end, number });
	if (direction.ends !== undefined) direction.ends.state = state;
}

export function saveDirections(all: readonly (readonly [number, DirectionState | SavedDirection])[]): Uint32Array {
	const words: number[] = [];
	for (const [key, direction] of all) {
		const { begin, length, reads, first, offset, last, end, number, isTimed } = direction;
		const state = 'ends' in direction ? (direction.ends?.state ?? []) : direction.state;
		// A key is a connection, of 32 bits, and two bits of direction; the bit after them says whether it looks at times.
		words.push(
			Math.floor(key / 4),
			(key % 4) + (isTimed ? TIMED : 0),
			begin,
			length,
			reads,
			first,
			offset,
			last,
			end,
			number,
			state.length,
		);
		words.push(...state);
	}
	return Uint32Array.from(words);
}

export function* savedDirections(words: Uint32Array): Generator<readonly [number, SavedDirection]> {
	for (let at = 0; at < words.length; ) {
		const fields = words.subarray(at, at + 11);
		const [connection = 0, direction = 0, begin = 0, length = 0, reads = 0, first = 0, offset = 0] = fields;
		const [last = 0, end = 0, number = 1, size = 0] = fields.subarray(7);
		at += 11;
		const state = [...words.subarray(at, at + size)];
		at += size;
		const isTimed = direction >= TIMED;
		const saved = { begin, length, reads, first, offset, last, end, number, isTimed, state };
		yield [connection * 4 + (direction % TIMED), saved];
	}
}
