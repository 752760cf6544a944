import { WirebenchError } from '../../common/contract/errors.ts';
import { type Message, NO_BYTES } from '../../common/framing/index.ts';
import type {
	Answer,
	Captures,
	CompiledAction,
	CompiledResponder,
	ReplyContext,
} from '../../common/responder/index.ts';
import { FileAnswer } from './file-answer.ts';
import { ReplyQueue } from './reply-queue.ts';
import type { Tally } from './tally.ts';

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

/** The rules that are in force, which may change from one message to the next, and what counts their answers. */
interface Rules {
	readonly behaviour: { readonly responder: CompiledResponder };
	readonly tally: Tally;
}

/** Who answers, and whom. */
export interface AnsweringOptions {
	readonly rules: Rules;
	/** The other end, `address:port`. */
	readonly peer: string;
	/** The other end as the config names it. */
	readonly host: string;
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

/** What a reply on open answers. */
const NO_MESSAGE: Message = { data: NO_BYTES, eol: NO_BYTES };

/** Applies a responder to the messages of one connection, in order. */
export class Answering implements Answers {
	readonly #options: AnsweringOptions;
	readonly #target: Answerable;
	/** Made with the first reply that has to wait. */
	#queue: ReplyQueue | undefined;
	count = 0;
	/** An answer that ends the connection has been decided on: there are none after it. */
	#finished = false;
	#stopped = false;

	constructor(options: AnsweringOptions, target: Answerable) {
		this.#options = options;
		this.#target = target;
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
		const { rules } = this.#options;
		const action = rules.behaviour.responder.onOpen;
		if (action) this.#act({ action, captures: undefined, rule: -1 }, NO_MESSAGE, rules);
	}

	resumed(count: number): void {
		this.count = count;
	}

	message(message: Message): void {
		if (this.#finished) return;
		this.count++;
		const { rules } = this.#options;
		const answer = rules.behaviour.responder.answer(message.data);
		if (answer) this.#act(answer, message, rules);
		else rules.tally.miss();
	}

	/** Calls back when the last reply that is owed has been made; there are no others after it. */
	finish(then: () => void): void {
		if (this.#finished) return;
		this.#finished = true;
		if (this.waiting === 0) then();
		else this.#queue?.push(0, 0, then);
	}

	retire(then: () => void): void {
		if (this.waiting === 0) then();
		else this.#queue?.push(0, 0, then);
	}

	/** Forgets what is owed; nothing is answered any more. */
	stop(): void {
		this.#finished = true;
		this.#stopped = true;
		this.#queue?.clear();
	}

	owed(): void {
		// What waits to go out is the socket's to judge.
	}

	#act(answer: Answer, message: Message, { behaviour: { responder }, tally }: Rules): void {
		const { action, captures, rule } = answer;
		const n = this.count;
		if (action.file !== undefined) {
			// Whether there is such a file, and so which rule answers, is known later: what comes meanwhile waits.
			this.#later(action.delayMs, message, () => this.#performFile(answer, message, n, responder, tally));
			return;
		}
		if (rule >= 0) tally.hit(rule);
		if (action.after !== 'keep') this.#finished = true;
		if (action.delayMs === 0 && this.waiting === 0) {
			this.#perform(action, this.#context(message, n, captures));
			return;
		}
		this.#later(action.delayMs, message, () => this.#perform(action, this.#context(message, n, captures)));
	}

	#later(delayMs: number, message: Message, run: () => void | Promise<void>): void {
		this.#queue ??= new ReplyQueue(() => this.#target.repliesDone());
		this.#queue.push(delayMs, message.data.length, run);
	}

	#context({ head = NO_BYTES, data, eol }: Message, n: number, captures: Captures | undefined): ReplyContext {
		const { peer, host } = this.#options;
		return { head, data, eol, n, peer, host, captures };
	}

	#perform(action: CompiledAction, context: ReplyContext): void {
		if (action.reply !== undefined) {
			try {
				this.#target.reply(action.reply(context));
			} catch (error) {
				this.#failed(error);
			}
		}
		this.#then(action.after);
	}

	/** Answers with the first of the rules' files that there is, or with the first rule that needs none. */
	async #performFile(
		first: Answer,
		message: Message,
		n: number,
		responder: CompiledResponder,
		tally: Tally,
	): Promise<void> {
		let answer: Answer | undefined = first;
		while (answer !== undefined) {
			const { action, captures, rule }: Answer = answer;
			const context = this.#context(message, n, captures);
			const opened = await FileAnswer.open(action, context);
			if (this.#stopped) {
				if (opened instanceof FileAnswer) await opened.close();
				return;
			}
			const passed = opened instanceof WirebenchError && action.file?.missing === 'next';
			if (!passed) {
				if (rule >= 0) tally.hit(rule);
				if (opened === undefined) this.#perform(action, context);
				else await this.#sendFile(opened, action);
				return;
			}
			answer = rule < 0 ? undefined : responder.answer(message.data, rule + 1);
		}
		tally.miss();
	}

	async #sendFile(opened: FileAnswer | WirebenchError, { after }: CompiledAction): Promise<void> {
		try {
			if (opened instanceof WirebenchError) throw opened;
			await opened.send(this.#target);
		} catch (error) {
			if (!this.#stopped) this.#failed(error);
		}
		if (!this.#stopped) this.#then(after);
	}

	#failed(error: unknown): void {
		if (!(error instanceof WirebenchError)) throw error;
		this.#target.replyFailed(error);
	}

	#then(after: CompiledAction['after']): void {
		if (after === 'keep') return;
		this.#finished = true;
		this.#queue?.clear();
		if (after === 'end') this.#target.endAfterReplies();
		else this.#target.resetAfterReplies();
	}
}
