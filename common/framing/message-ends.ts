/**
 * Finds where the messages of one stream end, without keeping their bytes: the ends are those of the framer of the same framing. Of `none`
 * there is nothing to find.
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
	/** Whether a silence before bytes that arrive at `ms`, of any clock, ends the current message. */
	isSilent(ms: number): boolean;
	/** The current message has ended otherwise: the next byte is the first of another. */
	reset(): void;
	/** Everything that it has to know of the bytes so far, as integers below 2^32. Setting it on a new one goes on from there. */
	state: readonly number[];
}
