import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { FIRST_STATE } from '../../../common/contract/config/first-state.ts';
import { type Message, NO_BYTES } from '../../../common/framing/index.ts';
import { concat } from '../../../common/payload/codec/concat.ts';
import type { Answer, CompiledAction, JoinResult, Unread } from '../../../common/responder/index.ts';
import type { ReplyContext } from '../../../common/template/index.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import { sayingOf } from '../../../common/words/sentence/said.ts';
import type { Behaviour } from '../core/behaviour.ts';
import { fitsThisTurn, INLINE_NS } from '../rules/loop-budget.ts';
import type { Tally } from '../rules/tally.ts';
import { elsewhere, here, type Received, unreadElsewhere, type Waited, type Way, wholeFor } from '../rules/way.ts';
import type { TemplateDraws } from '../templates/draws.ts';
import type { Answerable, Answers } from './answers.ts';
import { FileAnswer } from './file-answer.ts';
import { ReplyQueue } from './reply-queue.ts';

/** The current rules, which may change between messages, and the counter of their answers. */
interface Rules {
	readonly behaviour: Pick<Behaviour, 'responder' | 'ruleThread'>;
	readonly tally: Tally;
	/** A path of the rules for people. */
	readonly pathWords: (path: string) => string;
}

const say = sayingOf(noteTexts);

/** The responder and its connection. */
export interface AnsweringOptions {
	readonly rules: Rules;
	/** The other end, `address:port`. */
	readonly peer: string;
	/** The other end as the config names it. */
	readonly host: string;
	/** Gives templates of the endpoint their values. */
	readonly draws: TemplateDraws;
	/** Its messages are datagrams, which are never joined. */
	readonly datagrams: boolean;
}

/** The message for a reply on open. */
const NO_MESSAGE: Message = { data: NO_BYTES, eol: NO_BYTES };

/** Stands for a failed result; the failure is an event. */
const FAILED = Symbol('failed');

/** Applies a responder to the messages of one connection, in order. */
export class Answering implements Answers {
	readonly #options: AnsweringOptions;
	readonly #target: Answerable;
	/** Created with the first reply that has to wait. */
	#queue: ReplyQueue | undefined;
	count = 0;
	/** The state of the connection, which rules with `next` change. */
	#state = FIRST_STATE;
	/** Joined bytes that are no message yet, and where those of the last read begin. */
	#joined = NO_BYTES;
	#fresh = 0;
	/** An answer that ends the connection was chosen: no answers follow it. */
	#finished = false;
	#stopped = false;

	constructor(options: AnsweringOptions, target: Answerable) {
		this.#options = options;
		this.#target = target;
	}

	/** Number of delayed replies. */
	get waiting(): number {
		return this.#queue?.length ?? 0;
	}

	/** Message bytes held by waiting replies. */
	get heldBytes(): number {
		return this.#queue?.heldBytes ?? 0;
	}

	opened(): void {
		const { behaviour, tally } = this.#options.rules;
		const action = behaviour.responder.onOpen;
		if (action)
			this.#act(this.#received(NO_MESSAGE, behaviour, tally), {
				action,
				captures: undefined,
				rule: -1,
				next: undefined,
			});
	}

	resumed(count: number): void {
		this.count = count;
	}

	message(message: Message): void {
		if (this.#finished) return;
		const { behaviour, tally } = this.#options.rules;
		const { responder } = behaviour;
		// Closures are made in methods of their own: here each message would cost an object for them, even where none is made.
		if (responder.joins && !this.#options.datagrams) {
			this.#joinLater(message);
			return;
		}
		this.count++;
		const cost = responder.cost(message.data.length);
		const large = cost > INLINE_NS;
		// The state of a message is known when every earlier one is decided.
		const known = !responder.hasStates || this.waiting === 0;
		if (!large && known && fitsThisTurn(cost)) {
			const whole = wholeFor(message, responder);
			const answer = responder.answer(message.data, 0, this.#state, whole);
			if (answer) this.#act(this.#received(message, behaviour, tally), answer);
			else this.#missed(tally, responder.unread(whole, this.#state));
			return;
		}
		this.#answerLater({ ...this.#received(message, behaviour, tally), at: performance.now() }, large);
	}

	/** Calls back when the last pending reply has been made; no others follow. */
	finish(then: () => void): void {
		if (this.#finished) return;
		this.#finished = true;
		if (this.waiting === 0) this.#leave(then);
		else this.#queue?.push(0, 0, () => this.#leave(then));
	}

	/** Bytes that no rule has matched by the end of the stream stay without an answer. */
	#leave(then: () => void): void {
		if (this.#joined.length > 0) this.#options.rules.tally.miss();
		this.#joined = NO_BYTES;
		then();
	}

	retire(then: () => void): void {
		if (this.waiting === 0) then();
		else this.#queue?.push(0, 0, then);
	}

	/** Drops pending replies; nothing is answered any more. */
	stop(): void {
		this.#finished = true;
		this.#stopped = true;
		this.#queue?.clear();
	}

	owed(): void {
		// The socket handles unsent bytes.
	}

	#received(message: Message, { responder, ruleThread }: Rules['behaviour'], tally: Tally): Received {
		return { message, n: this.count, responder, ruleThread, tally };
	}

	#act(received: Received, answer: Answer): void {
		const { action } = answer;
		if (action.file !== undefined) {
			// Whether such a file exists, and so which rule answers, is known later: later messages wait.
			this.#performFileLater(received, answer);
			return;
		}
		this.#decided(answer, received.tally);
		if (action.delayMs === 0 && this.waiting === 0) this.#perform(action, this.#context(received, answer));
		else this.#performLater(received, answer);
	}

	#joinLater(message: Message): void {
		this.#later(0, message, () => this.#join(message));
	}

	#answerLater(received: Waited, large: boolean): void {
		this.#later(0, received.message, () => (large ? this.#answerElsewhere(received) : this.#answerLate(received)));
	}

	#performFileLater(received: Received, answer: Answer): void {
		this.#later(answer.action.delayMs, received.message, () => this.#performFile(received, answer, here(received)));
	}

	#performLater(received: Received, answer: Answer): void {
		const { action } = answer;
		this.#later(action.delayMs, received.message, () => this.#perform(action, this.#context(received, answer)));
	}

	/** The rule has answered a message: it counts, and the state is the one that it names. */
	#chosen({ rule, next }: Answer, tally: Tally): void {
		if (rule >= 0) tally.hit(rule);
		if (next !== undefined) this.#state = next;
	}

	#decided(answer: Answer, tally: Tally): void {
		const { action } = answer;
		this.#chosen(answer, tally);
		if (action.after !== 'keep') this.#finished = true;
	}

	#later(delayMs: number, message: Message, run: () => void | Promise<void>): void {
		this.#queue ??= new ReplyQueue(() => this.#target.repliesDone());
		this.#queue.push(delayMs, message.data.length, run);
	}

	/** Answers a message whose turn in the queue has come; it keeps its place. */
	#answerLate(received: Waited): void {
		const { responder, message, tally } = received;
		const whole = wholeFor(message, responder);
		const answer = responder.answer(message.data, 0, this.#state, whole);
		if (answer === undefined) this.#missed(tally, responder.unread(whole, this.#state));
		else this.#actInPlace(received, answer, here(received));
	}

	/** Adds what one read returned to the joined bytes, and answers the messages in them; its turn in the queue has come. */
	#join({ head = NO_BYTES, data, eol }: Message): void | Promise<void> {
		this.#fresh = this.#joined.length;
		this.#joined = concat([this.#joined, head, data, eol]);
		return this.#joinNext(performance.now());
	}

	/** Decides on the first of the joined bytes. `at`: when the last of them were received. */
	#joinNext(at: number): void | Promise<void> {
		const { behaviour, tally } = this.#options.rules;
		const bytes = this.#joined;
		if (bytes.length === 0 || this.#stopped) return;
		const received = { ...this.#received({ data: bytes, eol: NO_BYTES }, behaviour, tally), at };
		// Twice: the bytes are also examined without those of earlier reads.
		if (2 * behaviour.responder.cost(bytes.length) > INLINE_NS) return this.#joinElsewhere(received);
		return this.#takeJoined(received, behaviour.responder.join(bytes, this.#fresh, this.#state), here(received));
	}

	async #joinElsewhere(received: Waited): Promise<void> {
		const way = elsewhere(received);
		const result = await this.#unlessFailed(() => way.join(received.message.data, this.#fresh, this.#state));
		if (this.#stopped) return;
		await this.#takeJoined(received, result === FAILED ? { type: 'unanswered', to: this.#joined.length } : result, way);
	}

	/** Answers the first message among the joined bytes, and then decides on those behind it. */
	#takeJoined(received: Waited, result: JoinResult, way: Way): void | Promise<void> {
		if (result.type === 'more') return;
		const { at, tally } = received;
		const data = this.#joined.subarray(0, result.to);
		this.#joined = this.#joined.subarray(result.to);
		this.#fresh = Math.max(0, this.#fresh - result.to);
		this.count++;
		if (this.#joined.length > 0) this.#queue?.putBack(at, 0, () => this.#joinNext(at));
		const taken = { ...received, message: { data, eol: NO_BYTES }, n: this.count };
		if (result.type === 'answer') this.#actInPlace(taken, result.answer, way);
		else if (way.elsewhere) return this.#missedElsewhere(taken);
		else this.#missed(tally, taken.responder.unread(data, this.#state));
	}

	/** The same on the rule thread, for a message that is too expensive for this one. */
	async #answerElsewhere(received: Waited): Promise<void> {
		const way = elsewhere(received);
		const answer = await this.#unlessFailed(() => way.answer(0, this.#state));
		if (answer === FAILED || this.#stopped) return;
		if (answer === undefined) await this.#missedElsewhere(received);
		else this.#actInPlace(received, answer, way);
	}

	/** No rule answers; `unread`: the first one whose structure does not read the message. */
	#missed(tally: Tally, unread: Unread | undefined): void {
		tally.miss();
		if (unread === undefined) return;
		const { message, says } = say('unreadByRule', { rule: unread.rule + 1, why: unread.why });
		this.#target.tell('note', message, says);
	}

	async #missedElsewhere(received: Received): Promise<void> {
		const unread = await this.#unlessFailed(() => unreadElsewhere(received, this.#state));
		if (!this.#stopped) this.#missed(received.tally, unread === FAILED ? undefined : unread);
	}

	/** The action takes the queue place of its message. */
	#actInPlace(received: Waited, answer: Answer, way: Way): void {
		const { message, tally, at } = received;
		const { action, rule } = answer;
		if (action.file === undefined) this.#decided(answer, tally);
		const perform = (): void | Promise<void> => {
			if (action.file !== undefined) return this.#performFile(received, answer, way);
			const context = this.#context(received, answer);
			return way.elsewhere ? this.#performElsewhere(action, rule, context, way) : this.#perform(action, context);
		};
		this.#queue?.putBack(at + action.delayMs, message.data.length, perform);
	}

	/** To be made once for each reply: the counters of its template advance. */
	#context({ message, n }: Received, { action, captures }: Answer): ReplyContext {
		const { head = NO_BYTES, data, eol } = message;
		const { peer, host, draws } = this.#options;
		const context = { head, data, eol, n, peer, host, captures };
		return action.needs === undefined ? context : { ...context, values: draws.take(action.needs) };
	}

	#perform(action: CompiledAction, context: ReplyContext): void {
		if (action.reply !== undefined) {
			try {
				this.#target.reply(action.reply.render(context));
			} catch (error) {
				this.#failed(error);
			}
		}
		this.#then(action.after);
	}

	async #performElsewhere(action: CompiledAction, rule: number, context: ReplyContext, way: Way): Promise<void> {
		if (action.reply !== undefined) {
			const reply = await this.#unlessFailed(async () => way.render(rule, 'reply', context));
			if (this.#stopped) return;
			if (reply !== FAILED) this.#target.reply(reply);
		}
		this.#then(action.after);
	}

	/** Answers with the first existing file of the rules, or with the first rule that needs none. */
	async #performFile(received: Received, first: Answer, way: Way): Promise<void> {
		const { tally } = received;
		let answer: Answer | undefined = first;
		while (answer !== undefined) {
			const { action, rule }: Answer = answer;
			const context = this.#context(received, answer);
			const { pathWords } = this.#options.rules;
			const opened = await FileAnswer.open(action, context, (part, whole) => way.render(rule, part, whole), pathWords);
			if (this.#stopped) {
				if (opened instanceof FileAnswer) await opened.close();
				return;
			}
			const passed = opened instanceof WirebenchError && action.file?.missing === 'next';
			if (!passed) {
				this.#chosen(answer, tally);
				if (opened !== undefined) await this.#sendFile(opened, action);
				else if (way.elsewhere) await this.#performElsewhere(action, rule, context, way);
				else this.#perform(action, context);
				return;
			}
			const next: Answer | undefined | typeof FAILED =
				rule < 0 ? undefined : await this.#unlessFailed(async () => way.answer(rule + 1, this.#state));
			if (next === FAILED || this.#stopped) return;
			answer = next;
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

	/** The result of `work`; a failure is an event, unless answering has stopped. */
	async #unlessFailed<T>(work: () => Promise<T>): Promise<T | typeof FAILED> {
		try {
			return await work();
		} catch (error) {
			if (!this.#stopped) this.#failed(error);
			return FAILED;
		}
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
