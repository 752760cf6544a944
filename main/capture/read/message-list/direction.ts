import type { MessageEnds } from '../../../../common/framing/index.ts';

/** One direction of a connection, and the message of it that has not ended. */
export interface DirectionState {
	/** Undefined where each read is an item. */
	readonly ends: MessageEnds | undefined;
	/** Its framing looks at times. */
	readonly isTimed: boolean;
	/** Position of its first event. */
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
}

export function newDirection(ends: MessageEnds | undefined, isTimed: boolean, begin: number): DirectionState {
	return { ends, isTimed, begin, length: 0, reads: 0, first: 0, offset: 0, last: 0, end: 0, number: 1 };
}
