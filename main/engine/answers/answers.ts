import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Message } from '../../../common/framing/index.ts';

/** What a responder does to its connection. */
export interface Answerable {
	reply(bytes: Uint8Array): void;
	/** Sends a file after the bytes before it; resolves when the kernel has all of it. Rejects with a WirebenchError. */
	replyFile(head: Uint8Array, size: number, chunks: AsyncIterable<Uint8Array>): Promise<void>;
	replyFailed(error: WirebenchError): void;
	/** After the last reply. */
	endAfterReplies(): void;
	resetAfterReplies(): void;
	/** Fewer replies are owed than before. */
	repliesDone(): void;
}

/** What answers the messages of one connection, in order. */
export interface Answers {
	/** Messages so far. */
	readonly count: number;
	/** How many messages or replies wait. */
	readonly waiting: number;
	/** Message bytes that what waits holds. */
	readonly heldBytes: number;
	opened(): void;
	/** Takes over a connection that has been open for so many messages. */
	resumed(count: number): void;
	message(message: Message): void;
	/** Calls back when all that is owed has been done; nothing else is answered after it. */
	finish(then: () => void): void;
	/** Calls back when what has come is answered, in order to be replaced. Not at all where the connection is ended first. */
	retire(then: () => void): void;
	/** Forgets what is owed; nothing is answered any more. */
	stop(): void;
	/** So many bytes of replies have not gone out. */
	owed(bytes: number): void;
}
