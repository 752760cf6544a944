/** What a framer cuts out. `head`, `data` and `eol` of all messages in a row are the stream. */
export interface Message {
	/** What stood before the data and said how long it is; absent where the framing has no such thing. */
	readonly head?: Uint8Array;
	/** The message, without what marks its borders. */
	readonly data: Uint8Array;
	/** The terminator as it came; empty where there was none. */
	readonly eol: Uint8Array;
	/** Why this is not a message as the framing has it, in a sentence. */
	readonly fault?: string;
}

/**
 * Cuts messages out of a stream, chunk by chunk. How the stream was cut into chunks makes no difference, except where a
 * chunk is a message (`none`) and where time counts (`idle`). Messages may be views of the chunk.
 */
export interface Framer {
	/** Milliseconds of silence that end a message: when they have passed, `flush` is due. Absent where time does not count. */
	readonly idleMs?: number;
	/** `at`: when the chunk came, in milliseconds of a clock that does not go back. Only a framer with `idleMs` looks at it. */
	push(chunk: Uint8Array, at: number): Message[];
	/** The stream has ended, or is silent: what is left is a message. Afterwards the framer is as new. */
	flush(): Message[];
}

export const NO_BYTES: Uint8Array = new Uint8Array(0);
