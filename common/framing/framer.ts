/** What a framer cuts out: `data` without its terminator, and the terminator as it came (empty where there was none). */
export interface Message {
	readonly data: Uint8Array;
	readonly eol: Uint8Array;
}

/**
 * Cuts messages out of a stream, chunk by chunk. How the stream was cut into chunks makes no difference (except
 * for framing `none`, where a chunk is a message), and all `data` and `eol` in a row are the stream.
 * Messages may be views of the chunk.
 */
export interface Framer {
	push(chunk: Uint8Array): Message[];
	/** The stream has ended: what is left is a message without a terminator. Afterwards the framer is as new. */
	flush(): Message[];
}

export const NO_BYTES: Uint8Array = new Uint8Array(0);
