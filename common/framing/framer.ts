/** A message from a framer. `head`, `data` and `eol` of consecutive messages concatenate to the stream. */
export interface Message {
	/** The length head before the data; absent where the framing has none. */
	readonly head?: Uint8Array;
	/** The message, without its delimiters. */
	readonly data: Uint8Array;
	/** The terminator as received; empty where there was none. */
	readonly eol: Uint8Array;
	/** Why this message violates the framing, in a sentence. */
	readonly fault?: string;
}

/**
 * Splits a stream into messages, chunk by chunk. The split into chunks makes no difference, except where a chunk is a
 * message (`none`) and where time counts (`idle`). Messages may be views of the chunk.
 */
export interface Framer {
	/** Milliseconds of silence that end a message: `flush` is due after them. Absent where time does not count. */
	readonly idleMs?: number;
	/** `at`: the time of arrival, in milliseconds of a monotonic clock. Only a framer with `idleMs` uses it. */
	push(chunk: Uint8Array, at: number): Message[];
	/** The stream has ended or is silent: returns the rest as a message and resets the framer. */
	flush(): Message[];
}

export const NO_BYTES: Uint8Array = new Uint8Array(0);
