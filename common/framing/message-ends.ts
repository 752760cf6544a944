import type { Message } from './framer.ts';

/**
 * Finds where the messages of one stream end, without keeping their bytes: a framer keeps them. Of `none` there is nothing to find.
 */
export interface MessageEnds {
	/** Reads `chunk` from `at` on, which is below its length. The offset after the current message, or -1 where it goes on in the next chunk. */
	next(chunk: Uint8Array, at: number): number;
	/** The message that ended last violates the framing. */
	readonly isFault: boolean;
	/** An unfinished message at the end of the stream violates the framing. */
	readonly isRestFault: boolean;
	/** The next message cannot be located any more: the rest of the chunk, and each later one, is a message. */
	readonly isLost: boolean;
	/** Milliseconds of silence that end a message. Absent where time does not count. */
	readonly idleMs?: number;
	/** When silence ends the current message, by the clock of `isSilent`, if no bytes arrive before. Absent where time does not count. */
	readonly silentAt?: number;
	/** Whether a silence before bytes that arrive at `ms`, of any clock, ends the current message. */
	isSilent(ms: number): boolean;
	/** The message that ended last, of its bytes. */
	message(bytes: Uint8Array): Message;
	/** The current message, of its bytes so far: the stream has ended in it, or is silent. */
	rest(bytes: Uint8Array): Message;
	/** The current message has ended otherwise: the next byte is the first of another. */
	reset(): void;
	/** Everything that it has to know of the bytes so far, as integers below 2^32. Setting it on a new one goes on from there. */
	state: readonly number[];
}
