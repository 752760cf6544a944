import { performance } from 'node:perf_hooks';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Framing } from '../../../common/contract/config/framing.ts';
import type { Message } from '../../../common/framing/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import { compileRewrite, join, type RewriteContext, type Rewriter } from '../../../common/rewrite/index.ts';
import type { TemplateDraws } from '../templates/draws.ts';
import { INLINE_NS, SLICE_MS } from './loop-budget.ts';
import type { RuleSet } from './messages.ts';
import { RuleThread } from './rule-thread.ts';

type RewriteRules = (RuleSet & { readonly type: 'rewrite' })['rules'];

/** Reports why a message is passed on unchanged. */
type Failed = (text: string) => void;

/** The rewrite rules of one direction of a proxy. Expensive messages are processed on a separate thread. */
export class Rewriting {
	readonly #rewriter: Rewriter;
	readonly #thread: RuleThread;
	readonly #draws: TemplateDraws | undefined;

	/** `draws`: needed to apply the rules, not to check them. Fails with `bad-input`, the path of the faulty text (which begins with `path`) and the position in it. */
	constructor(
		rules: RewriteRules,
		framing: Framing,
		path: string,
		charset: CharsetName,
		draws: TemplateDraws | undefined,
	) {
		this.#draws = draws;
		this.#rewriter = compileRewrite(rules, framing, path, charset);
		this.#thread = new RuleThread({ type: 'rewrite', rules, framing, charset });
	}

	/** False without rules. */
	get changes(): boolean {
		return this.#rewriter.changes;
	}

	/** The bytes to pass on; undefined where that is too expensive for this thread. */
	here(message: Message, context: RewriteContext, failed: Failed): Uint8Array | undefined {
		if (!this.changes) return join(message);
		if (this.#rewriter.cost(message.data.length) > INLINE_NS) return undefined;
		const until = performance.now() + SLICE_MS;
		try {
			return this.#rewriter.rewrite(message, this.#withValues(context), () => performance.now() < until);
		} catch (error) {
			return asItCame(message, error, failed);
		}
	}

	/** The same on the thread; never rejects. */
	async elsewhere(message: Message, context: RewriteContext, failed: Failed): Promise<Uint8Array> {
		try {
			return await this.#thread.rewrite(message, this.#withValues(context));
		} catch (error) {
			return asItCame(message, error, failed);
		}
	}

	/** Counters count the messages of the direction. */
	#withValues(context: RewriteContext): RewriteContext {
		const { needs } = this.#rewriter;
		if (needs === undefined || this.#draws === undefined) return context;
		const counts = Object.fromEntries(needs.counters.map(({ key }) => [key, context.n - 1]));
		return { ...context, values: this.#draws.again(needs, counts) };
	}

	/** Ends the thread; a later message starts another. */
	stop(): void {
		this.#thread.stop();
	}
}

function asItCame(message: Message, error: unknown, failed: Failed): Uint8Array {
	if (!(error instanceof WirebenchError)) throw error;
	failed(error.code === 'timeout' ? `${error.message} The message is passed on as it came.` : error.message);
	return join(message);
}
