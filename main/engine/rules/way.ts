import { type Message, NO_BYTES } from '../../../common/framing/index.ts';
import {
	type Answer,
	type CompiledResponder,
	type JoinResult,
	type Unread,
	wholeOf,
} from '../../../common/responder/index.ts';
import type { ReplyContext } from '../../../common/template/index.ts';
import type { RuleDecision } from './messages.ts';
import type { RuleThread } from './rule-thread.ts';
import type { Tally } from './tally.ts';

/** A message, and the rules in force when it was received. */
export interface Received {
	readonly message: Message;
	/** The number of the message on its connection, from 1. */
	readonly n: number;
	readonly responder: CompiledResponder;
	readonly ruleThread: RuleThread;
	readonly tally: Tally;
}

/** A deferred message, with its receive time of `performance.now`. */
export interface Waited extends Received {
	readonly at: number;
}

/** How rules are applied to one message: on this thread, or on the rule thread. */
export interface Way {
	readonly elsewhere: boolean;
	answer(from: number, state: string): Promise<Answer | undefined>;
	join(bytes: Uint8Array, fresh: number, state: string): Promise<JoinResult>;
	render(rule: number, part: 'reply' | 'file name', context: ReplyContext): Uint8Array | Promise<Uint8Array>;
}

/** The message with its head and delimiter, where rules read its fields. */
export function wholeFor({ head = NO_BYTES, data, eol }: Message, { readsFields }: CompiledResponder): Uint8Array {
	return readsFields ? wholeOf({ head, data, eol }) : data;
}

export function here({ message, responder }: Received): Way {
	return {
		elsewhere: false,
		answer: async (from, state) => responder.answer(message.data, from, state, wholeFor(message, responder)),
		join: async (bytes, fresh, state) => responder.join(bytes, fresh, state),
		render: (rule, part, context) => {
			const action = responder.action(rule);
			const template = part === 'reply' ? action?.reply : action?.file?.name;
			return template?.render(context) ?? NO_BYTES;
		},
	};
}

/** Where no rule answers, on the rule thread: the first one whose structure does not read the message. */
export async function unreadElsewhere(
	{ message, responder, ruleThread }: Received,
	state: string,
): Promise<Unread | undefined> {
	return responder.readsFields ? ruleThread.unread(wholeFor(message, responder), state) : undefined;
}

export function elsewhere({ message, responder, ruleThread }: Received): Way {
	const answerOf = (decision: RuleDecision): Answer | undefined => {
		const action = responder.action(decision.rule);
		return action && { ...decision, action, next: responder.next(decision.rule) };
	};
	return {
		elsewhere: true,
		async answer(from, state) {
			const whole = wholeFor(message, responder);
			const decision = await ruleThread.answer(message.data, from, state, whole === message.data ? undefined : whole);
			return decision && answerOf(decision);
		},
		async join(bytes, fresh, state) {
			const joined = await ruleThread.join(bytes, fresh, state);
			if (joined.type !== 'answer') return joined;
			const { decision, to } = joined;
			const answer = answerOf(decision);
			return answer === undefined ? { type: 'unanswered', to } : { type: 'answer', answer, to };
		},
		render: (rule, part, context) => ruleThread.render(rule, part, context),
	};
}
