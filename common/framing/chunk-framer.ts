import { type Framer, type Message, NO_BYTES } from './framer.ts';

/** Framing `none`: each chunk is a message. */
export const chunkFramer: Framer = {
	push: (chunk: Uint8Array): Message[] => (chunk.length === 0 ? [] : [{ data: chunk, eol: NO_BYTES }]),
	flush: (): Message[] => [],
};
