import type { Worker } from 'node:worker_threads';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Message } from '../../../common/framing/index.ts';
import type { Verdict } from '../../../common/protocol-tests/index.ts';
import type { Unread } from '../../../common/responder/index.ts';
import type { RewriteContext } from '../../../common/rewrite/index.ts';
import type { ReplyContext } from '../../../common/template/index.ts';
import { startWorker } from '../../threads/start.ts';
import { engineError } from '../sentences/engine-error.ts';
import type {
	FromRuleThread,
	JoinDecision,
	RuleDecision,
	RuleJob,
	RuleOutcome,
	RuleSet,
	RuleThreadData,
} from './messages.ts';

/** Time limit of one job in milliseconds; beyond it the message is abandoned. */
const JOB_MS = 10_000;
/** Milliseconds that an idle thread is kept. */
const IDLE_MS = 2000;

interface Waiting {
	readonly job: RuleJob;
	readonly bytes: number;
	readonly settle: PromiseWithResolvers<RuleOutcome>;
}

/** A running thread, and its progress. */
interface Running {
	readonly worker: Worker;
	readonly at: Int32Array;
	/** Only a started thread may be terminated from outside (nodejs/node#56312). */
	readonly started: Promise<void>;
}

/**
 * Applies rules to messages that are too large for the socket thread: a regular expression takes time proportional to
 * its own size times the message's, and no peer may block the others. One thread for each set of rules, started with
 * the first such message, ended after an idle time. Jobs are done in order.
 */
export class RuleThread {
	readonly #rules: RuleSet;
	readonly #jobMs: number;
	#running: Running | undefined;
	#waiting: Waiting[] = [];
	#current: Waiting | undefined;
	#timer: NodeJS.Timeout | undefined;

	/** `jobMs`: time limit of one job in milliseconds, default 10,000. */
	constructor(rules: RuleSet, jobMs: number = JOB_MS) {
		this.#rules = rules;
		this.#jobMs = jobMs;
	}

	/**
	 * Which rule of a state answers a message, from index `from` on. `whole`: the message with its head and delimiter, where rules need
	 * it. Rejects with `timeout`.
	 */
	async answer(
		message: Uint8Array,
		from: number,
		state: string,
		whole?: Uint8Array,
	): Promise<RuleDecision | undefined> {
		const outcome = await this.#ask({ does: 'answer', message, from, state, whole }, message.length);
		return outcome.does === 'answer' ? outcome.decision : unexpected(outcome);
	}

	/** Which structure does not read a message that no rule answers. Rejects with `timeout`. */
	async unread(whole: Uint8Array, state: string): Promise<Unread | undefined> {
		const outcome = await this.#ask({ does: 'unread', whole, state }, whole.length);
		return outcome.does === 'unread' ? outcome.unread : unexpected(outcome);
	}

	/** What joined bytes are, of which the last read begins at `fresh`. Rejects with `timeout`. */
	async join(bytes: Uint8Array, fresh: number, state: string): Promise<JoinDecision> {
		const outcome = await this.#ask({ does: 'join', bytes, fresh, state }, bytes.length);
		return outcome.does === 'join' ? outcome.joined : unexpected(outcome);
	}

	/** The bytes of a rule's reply, or of its file's name. Rejects with `timeout`, and as the template does. */
	render(rule: number, part: 'reply' | 'file name', context: ReplyContext): Promise<Uint8Array> {
		return this.#bytes({ does: 'render', rule, part, context }, context.data.length);
	}

	/** A rewritten message. Rejects with `timeout`, and as the rewriter does. */
	rewrite(message: Message, context: RewriteContext): Promise<Uint8Array> {
		return this.#bytes({ does: 'rewrite', message, context }, message.data.length);
	}

	/** The verdict of an expectation on bytes. Rejects with `timeout`. */
	async look(got: Uint8Array, whole: boolean): Promise<Verdict> {
		const outcome = await this.#ask({ does: 'look', got, whole }, got.length);
		return outcome.does === 'look' ? outcome.verdict : unexpected(outcome);
	}

	/** Ends the thread and rejects waiting jobs. A later job starts another. */
	stop(): void {
		const given = this.#current === undefined ? this.#waiting : [this.#current, ...this.#waiting];
		this.#current = undefined;
		this.#waiting = [];
		this.#end();
		for (const { settle } of given) settle.reject(engineError('closed', 'rulesStopped'));
	}

	async #bytes(job: RuleJob, bytes: number): Promise<Uint8Array> {
		const outcome = await this.#ask(job, bytes);
		return outcome.does === 'render' || outcome.does === 'rewrite' ? outcome.bytes : unexpected(outcome);
	}

	#ask(job: RuleJob, bytes: number): Promise<RuleOutcome> {
		const settle = Promise.withResolvers<RuleOutcome>();
		this.#waiting.push({ job, bytes, settle });
		if (this.#current === undefined) this.#next();
		return settle.promise;
	}

	#next(): void {
		clearTimeout(this.#timer);
		const next = this.#waiting.shift();
		this.#current = next;
		if (next === undefined) {
			this.#timer = setTimeout(() => this.#end(), IDLE_MS).unref();
			return;
		}
		this.#running ??= this.#start();
		const running = this.#running;
		void running.started.then(() => {
			if (this.#current !== next) return;
			this.#timer = setTimeout(() => this.#giveUp(running, next), this.#jobMs);
			running.worker.postMessage(next.job);
		});
	}

	#start(): Running {
		const at = new Int32Array(new SharedArrayBuffer(4));
		const workerData: RuleThreadData = { rules: this.#rules, at };
		const worker = startWorker('engine-rules', { workerData, env: {} });
		const { promise, resolve } = Promise.withResolvers<void>();
		worker.on('message', (message: FromRuleThread) => {
			if (message === 'started') resolve();
			else if (this.#running?.worker === worker) this.#done(message);
		});
		worker.on('error', (error: Error) => {
			resolve();
			if (this.#running?.worker === worker) this.#broke(error);
		});
		return { worker, at, started: promise };
	}

	#done(outcome: RuleOutcome): void {
		const { settle } = this.#current ?? {};
		if (outcome.does === 'fail') settle?.reject(WirebenchError.fromInfo(outcome.error));
		else settle?.resolve(outcome);
		this.#next();
	}

	#giveUp({ worker, at }: Running, { bytes, settle }: Waiting): void {
		const rule = Atomics.load(at, 0);
		const time = this.#jobMs >= 1000 ? `${this.#jobMs / 1000} s` : `${this.#jobMs} ms`;
		const given = { bytes, time };
		this.#running = undefined;
		void worker.terminate();
		settle.reject(
			rule < 0
				? engineError('timeout', 'patternGivenUp', given)
				: engineError('timeout', 'ruleGivenUp', { rule: rule + 1, ...given }),
		);
		this.#next();
	}

	#broke(error: Error): void {
		this.#running = undefined;
		const message = `The thread of the rules ended: ${error.message}`;
		this.#current?.settle.reject(new WirebenchError('internal', message));
		this.#next();
	}

	/** Terminates the thread where it computes; an idle one ends by itself. */
	#end(): void {
		clearTimeout(this.#timer);
		const running = this.#running;
		if (running === undefined) return;
		this.#running = undefined;
		running.worker.postMessage('end');
		void running.started.then(() => running.worker.terminate());
	}
}

function unexpected({ does }: RuleOutcome): never {
	throw new Error(`A thread of rules answered with ${does}.`);
}
