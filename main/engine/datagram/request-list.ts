import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import type { RequestList, RequestListState } from '../../../common/contract/config/request-list.ts';
import type { Charset } from '../../../common/payload/charsets/charset.ts';
import type { Fault } from '../../../common/payload/codec/fault.ts';
import { faultAt } from '../../../common/payload/codec/fault-error.ts';
import { encodeWritten } from '../../../common/payload/index.ts';
import { compileMessage } from '../../../common/template/index.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import type { TemplateDraws } from '../templates/draws.ts';

/** A path for messages to the other end, from one local port. */
export interface RequestLine {
	/** The current socket of its datagrams, as passed to `answered`. */
	readonly socket: () => object;
	/** Rejects with a WirebenchError, which has been reported already. */
	send(bytes: Uint8Array): Promise<void>;
}

/** The actions of a request list, and its reports. */
export interface RequestListTarget {
	/** The current line. Rejects with a WirebenchError. */
	line(): Promise<RequestLine>;
	/** Another line from a port of its own; undefined where that is impossible. */
	freshLine(): Promise<RequestLine | undefined>;
	tell(kind: 'note' | 'error', text: string, says?: Sentence): void;
	/** The state has changed. */
	changed(): void;
}

/** The result of waiting for an answer, and of a message that could not be made. */
type Outcome = 'answered' | 'missed' | 'refused' | 'stopped' | 'unfilled';

function whyNot(how: Outcome, message: number, all: number, ms: number): string {
	if (how === 'unfilled') return noteTexts.askedUnfilled({ message, all });
	return how === 'refused' ? noteTexts.askedRefused({ message, all }) : noteTexts.askedMissed({ message, all, ms });
}

function summary(answered: number, total: number, late: number): string {
	if (late === 0) return noteTexts.asked({ answered, total });
	return late === 1 ? noteTexts.askedOneLate({ answered, total }) : noteTexts.askedManyLate({ answered, total, late });
}

/** A sent message, and the time limit of its answer. */
interface Question {
	readonly index: number;
	/** Time of its first send, by performance.now(). */
	readonly since: number;
	state: 'waiting' | 'answered' | 'missed' | 'late';
}

/** Makes the bytes of a message when it is sent. Fails as rendering a template does. */
type MakeBytes = (draws: TemplateDraws) => Uint8Array;

/** The messages, ready to be sent. Fails with `bad-input` and the path of an invalid one. */
export function compileRequestList({ messages, template = false }: RequestList, charset: Charset): MakeBytes[] {
	return messages.map((message, index) => {
		const refuse = (fault: Fault): never => {
			throw faultAt(fault, `asks.messages[${index}]`);
		};
		if (template) {
			const compiled = compileMessage({ ...message, lineEnding: 'none', checksum: 'none' }, charset);
			if (!compiled.ok) return refuse(compiled);
			return (draws) => draws.fill(compiled.message).bytes;
		}
		const result = encodeWritten(message, 'none', 'none', charset);
		if (!result.ok) return refuse(result);
		return () => result.bytes;
	});
}

/**
 * Sends messages one by one and waits for the answer to each. A datagram does not say which request it answers. Answers
 * are distinguished by their port: after a message without an answer the next one is sent from another port, so that
 * later datagrams at the old one are known to be late. With a fixed port, the next message waits as long again for it.
 */
export class RequestListRun {
	readonly #asks: RequestList;
	readonly #target: RequestListTarget;
	readonly #draws: TemplateDraws;
	readonly #charset: Charset;
	/** The latest request of each socket. */
	readonly #questions = new Map<object, Question>();
	#answered = 0;
	#missed = 0;
	#late = 0;
	#done = false;
	/** The request whose late answer the next message waits for. */
	#awaited: Question | undefined;
	/** Ends the current wait. */
	#end: ((how: Outcome) => void) | undefined;
	#stopped = false;

	/** `charset`: of the messages that are text. */
	constructor(asks: RequestList, target: RequestListTarget, draws: TemplateDraws, charset: Charset) {
		this.#charset = charset;
		this.#asks = asks;
		this.#draws = draws;
		this.#target = target;
	}

	state(): RequestListState {
		const total = this.#asks.messages.length;
		return { total, answered: this.#answered, missed: this.#missed, late: this.#late, done: this.#done };
	}

	/** Resolves when every message is sent and answered, given up, or stopped. */
	async run(): Promise<void> {
		const { onNoAnswer, timeoutMs } = this.#asks;
		const messages = compileRequestList(this.#asks, this.#charset);
		let line = await this.#open();
		for (const [index, make] of messages.entries()) {
			if (line === undefined) break;
			const bytes = this.#make(make);
			const how: Outcome = bytes === undefined ? 'unfilled' : await this.#ask(line, index, bytes);
			if (this.#stopped) return;
			if (how === 'answered') this.#answered++;
			else {
				this.#missed++;
				this.#target.tell('error', whyNot(how, index + 1, messages.length, timeoutMs));
			}
			this.#target.changed();
			if (how !== 'answered' && onNoAnswer === 'stop') break;
			if (how === 'missed' && index < messages.length - 1) line = await this.#apart(line);
		}
		this.#done = true;
		const { total, answered, late } = this.state();
		this.#target.tell('note', summary(answered, total, late));
		this.#target.changed();
	}

	/** A datagram arrived at a socket. */
	answered(socket: object): void {
		const question = this.#questions.get(socket);
		if (question?.state === 'waiting') {
			question.state = 'answered';
			this.#end?.('answered');
		} else if (question?.state === 'missed') this.#cameLate(question);
	}

	/** The other end refused a datagram of a socket. */
	refused(socket: object): void {
		if (this.#questions.get(socket)?.state === 'waiting') this.#end?.('refused');
	}

	/** One socket has replaced another. */
	replaced(socket: object, by: object): void {
		const question = this.#questions.get(socket);
		if (question === undefined) return;
		this.#questions.delete(socket);
		this.#questions.set(by, question);
	}

	stop(): void {
		this.#stopped = true;
		this.#end?.('stopped');
	}

	#cameLate(question: Question): void {
		question.state = 'late';
		this.#late++;
		const ms = Math.round(performance.now() - question.since);
		this.#target.tell('note', noteTexts.lateAnswer({ message: question.index + 1, ms }));
		this.#target.changed();
		if (this.#awaited === question) this.#end?.('answered');
	}

	/** The bytes of a message; undefined where they cannot be made, which is reported. */
	#make(make: MakeBytes): Uint8Array | undefined {
		try {
			return make(this.#draws);
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
			this.#target.tell('error', error.message, error.details.says);
			return undefined;
		}
	}

	async #open(): Promise<RequestLine | undefined> {
		try {
			return await this.#target.line();
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
			this.#target.tell('error', error.message, error.details.says);
			return undefined;
		}
	}

	/** A line on which no answer to an earlier message arrives. */
	async #apart(line: RequestLine): Promise<RequestLine> {
		const fresh = this.#asks.samePort === true ? undefined : await this.#target.freshLine();
		if (fresh !== undefined) return fresh;
		const question = this.#questions.get(line.socket());
		if (question?.state !== 'missed') return line;
		this.#awaited = question;
		await this.#wait();
		this.#awaited = undefined;
		return line;
	}

	async #ask(line: RequestLine, index: number, bytes: Uint8Array): Promise<Outcome> {
		const question: Question = { index, since: performance.now(), state: 'waiting' };
		this.#questions.set(line.socket(), question);
		let how: Outcome = 'missed';
		for (let left = this.#asks.repeats; left >= 0 && how !== 'answered' && !this.#stopped; left--) {
			const over = this.#wait();
			line.send(bytes).catch(() => this.#end?.('refused'));
			how = await over;
		}
		if (question.state === 'waiting') question.state = 'missed';
		return how;
	}

	/** Resolves when an answer has arrived, or on timeout. */
	#wait(): Promise<Outcome> {
		return new Promise((resolve) => {
			const timer = setTimeout(() => end('missed'), this.#asks.timeoutMs);
			const end = (how: Outcome): void => {
				clearTimeout(timer);
				this.#end = undefined;
				resolve(how);
			};
			this.#end = end;
		});
	}
}
