import { type Message, NO_BYTES } from '../../../common/framing/index.ts';
import type { Answer, CompiledResponder } from '../../../common/responder/index.ts';
import type { ReplyContext } from '../../../common/template/index.ts';
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
	answer(message: Uint8Array, from: number): Promise<Answer | undefined>;
	render(rule: number, part: 'reply' | 'file name', context: ReplyContext): Uint8Array | Promise<Uint8Array>;
}

export function here({ responder }: Received): Way {
	return {
		elsewhere: false,
		answer: async (message, from) => responder.answer(message, from),
		render: (rule, part, context) => {
			const action = responder.action(rule);
			const template = part === 'reply' ? action?.reply : action?.file?.name;
			return template?.render(context) ?? NO_BYTES;
		},
	};
}

export function elsewhere({ responder, ruleThread }: Received): Way {
	return {
		elsewhere: true,
		async answer(message, from) {
			const decision = await ruleThread.answer(message, from);
			const action = decision && responder.action(decision.rule);
			return action && { ...decision, action };
		},
		render: (rule, part, context) => ruleThread.render(rule, part, context),
	};
}
