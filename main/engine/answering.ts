import { WirebenchError } from '../../common/contract/errors.ts';
import { type Message, NO_BYTES } from '../../common/framing/index.ts';
import type { Captures, CompiledAction, CompiledResponder } from '../../common/responder/index.ts';
import { ReplyQueue } from './reply-queue.ts';

/** What a responder does to its connection. */
export interface Answerable {
	reply(bytes: Uint8Array): void;
	replyFailed(error: WirebenchError): void;
	/** After the last reply. */
	endAfterReplies(): void;
	resetAfterReplies(): void;
	/** Fewer replies are owed than before. */
	repliesDone(): void;
}

/** What a reply on open answers. */
const NO_MESSAGE: Message = { data: NO_BYTES, eol: NO_BYTES };

/** Applies a responder to the messages of one connection, in order. */
export class Answering {
	readonly #responder: CompiledResponder;
	readonly #target: Answerable;
	/** Made with the first reply that has to wait. */
	#queue: ReplyQueue | undefined;
	readonly #peer: string;
	#count = 0;
	/** An answer that ends the connection has been decided on: there are none after it. */
	#finished = false;

	constructor(responder: CompiledResponder, target: Answerable, peer: string) {
		this.#responder = responder;
		this.#target = target;
		this.#peer = peer;
	}

	/** How many replies wait for their time. */
	get waiting(): number {
		return this.#queue?.length ?? 0;
	}

	/** Message bytes that waiting replies hold. */
	get heldBytes(): number {
		return this.#queue?.heldBytes ?? 0;
	}

	opened(): void {
		const action = this.#responder.onOpen;
		if (action) this.#act(action, NO_MESSAGE, undefined);
	}

	message(message: Message): void {
		if (this.#finished) return;
		this.#count++;
		const answer = this.#responder.answer(message.data);
		if (answer) this.#act(answer.action, message, answer.captures);
	}

	/** Calls back when the last reply that is owed has been made; there are no others after it. */
	finish(then: () => void): void {
		if (this.#finished) return;
		this.#finished = true;
		if (this.waiting === 0) then();
		else this.#queue?.push(0, 0, then);
	}

	/** Forgets what is owed; nothing is answered any more. */
	stop(): void {
		this.#finished = true;
		this.#queue?.clear();
	}

	#act(action: CompiledAction, message: Message, captures: Captures | undefined): void {
		if (action.after !== 'keep') this.#finished = true;
		const n = this.#count;
		if (action.delayMs === 0 && this.waiting === 0) {
			this.#perform(action, message, n, captures);
			return;
		}
		this.#queue ??= new ReplyQueue(() => this.#target.repliesDone());
		const run = () => this.#perform(action, message, n, captures);
		this.#queue.push(action.delayMs, message.data.length, run);
	}

	#perform(action: CompiledAction, message: Message, n: number, captures: Captures | undefined): void {
		if (action.reply !== undefined) this.#reply(action.reply, message, n, captures);
		if (action.after === 'end') this.#target.endAfterReplies();
		else if (action.after === 'reset') this.#target.resetAfterReplies();
	}

	#reply(
		template: NonNullable<CompiledAction['reply']>,
		{ head = NO_BYTES, data, eol }: Message,
		n: number,
		captures: Captures | undefined,
	): void {
		try {
			this.#target.reply(template({ head, data, eol, n, peer: this.#peer, captures }));
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
			this.#target.replyFailed(error);
		}
	}
}
