import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { Framing } from '../../../common/contract/config/framing.ts';
import type { ProxyDirection, rewriteSchema } from '../../../common/contract/config/proxy.ts';
import type { Responder } from '../../../common/contract/config/responder.ts';
import type { Message } from '../../../common/framing/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import type { Expectation } from '../../../common/protocol-tests/expectation-schema.ts';
import type { Naming, Verdict } from '../../../common/protocol-tests/index.ts';
import type { JoinResult, Unread } from '../../../common/responder/index.ts';
import type { RewriteContext } from '../../../common/rewrite/index.ts';
import type { Programs } from '../../../common/structure/index.ts';
import type { Captures, ReplyContext } from '../../../common/template/index.ts';

/** The rules of a rule thread, from a config, and the charset of their text. They compile, or the endpoint would not exist. */
export type RuleSet =
	| {
			readonly type: 'responder';
			readonly responder: Pick<Responder, 'rules' | 'onOpen' | 'join'>;
			readonly charset: CharsetName;
			/** The structures that it names. */
			readonly programs: Programs;
	  }
	| {
			readonly type: 'rewrite';
			readonly rules: ReturnType<typeof rewriteSchema.parse>[ProxyDirection];
			readonly framing: Framing;
			readonly charset: CharsetName;
	  }
	| {
			readonly type: 'expectation';
			readonly expectation: Expectation;
			readonly charset: CharsetName;
			readonly naming?: Naming | undefined;
	  };

/** A job for the thread. */
export type RuleJob =
	/** Which rule of a state answers, from index `from` on; `whole`: the message with its head and delimiter, where it has them. */
	| {
			readonly does: 'answer';
			readonly message: Uint8Array;
			readonly from: number;
			readonly state: string;
			readonly whole?: Uint8Array | undefined;
	  }
	/** Which structure does not read a message that no rule answers. */
	| { readonly does: 'unread'; readonly whole: Uint8Array; readonly state: string }
	/** What joined bytes are, of which the last read begins at `fresh`. */
	| { readonly does: 'join'; readonly bytes: Uint8Array; readonly fresh: number; readonly state: string }
	/** The bytes of a rule's reply, or of its file's name. */
	| {
			readonly does: 'render';
			readonly part: 'reply' | 'file name';
			readonly rule: number;
			readonly context: ReplyContext;
	  }
	| { readonly does: 'rewrite'; readonly message: Message; readonly context: RewriteContext }
	| { readonly does: 'look'; readonly got: Uint8Array; readonly whole: boolean };

export interface RuleDecision {
	readonly rule: number;
	readonly captures: Captures | undefined;
}

/** As a JoinResult, with the decision instead of the answer. */
export type JoinDecision =
	| { readonly type: 'answer'; readonly decision: RuleDecision; readonly to: number }
	| Exclude<JoinResult, { type: 'answer' }>;

export type RuleOutcome =
	| { readonly does: 'answer'; readonly decision: RuleDecision | undefined }
	| { readonly does: 'unread'; readonly unread: Unread | undefined }
	| { readonly does: 'join'; readonly joined: JoinDecision }
	| { readonly does: 'render' | 'rewrite'; readonly bytes: Uint8Array }
	| { readonly does: 'look'; readonly verdict: Verdict }
	| { readonly does: 'fail'; readonly error: ErrorInfo };

/** From the thread: it has started, or it has finished its job. */
export type FromRuleThread = 'started' | RuleOutcome;

export interface RuleThreadData {
	readonly rules: RuleSet;
	/** One word: the index of the current rule, or -1. */
	readonly at: Int32Array;
}
