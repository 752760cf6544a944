import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import type { Message } from '../../../common/framing/index.ts';

/** What a responder can do to its connection. */
export interface Answerable {
	reply(bytes: Uint8Array): void;
	/** Sends a file after the bytes before it; resolves when the kernel has all of it. Rejects with a WirebenchError. */
	replyFile(head: Uint8Array, size: number, chunks: AsyncIterable<Uint8Array>): Promise<void>;
	replyFailed(error: WirebenchError): void;
	/** Records an event of our own. */
	tell(kind: 'note', text: string, says: Sentence): void;
	/** After the last reply. */
	endAfterReplies(): void;
	resetAfterReplies(): void;
	/** Fewer replies are pending than before. */
	repliesDone(): void;
}

/** Answers the messages of one connection, in order. */
export interface Answers {
	/** Messages so far. */
	readonly count: number;
	/** Number of waiting messages or replies. */
	readonly waiting: number;
	/** Message bytes held by waiting messages and replies. */
	readonly heldBytes: number;
	opened(): void;
	/** Takes over an open connection after this many messages. */
	resumed(count: number): void;
	message(message: Message): void;
	/** Calls back when all pending replies are done; nothing is answered after that. */
	finish(then: () => void): void;
	/** Calls back when the received messages are answered, to be replaced. Does not call back where the connection is ended first. */
	retire(then: () => void): void;
	/** Drops pending replies; nothing is answered any more. */
	stop(): void;
	/** Reports the unsent bytes of replies. */
	owed(bytes: number): void;
}
