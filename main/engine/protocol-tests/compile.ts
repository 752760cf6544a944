import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sequence, SequenceStep } from '../../../common/contract/calls/protocol-tests.ts';
import { encodeWritten } from '../../../common/payload/index.ts';
import { type CompiledExpectation, compileExpectation } from '../../../common/protocol-tests/index.ts';
import { RuleThread } from '../rules/rule-thread.ts';

/** A step with compiled bytes and patterns. */
export type ReadyStep =
	| { readonly type: 'send'; readonly bytes: Uint8Array }
	| {
			readonly type: 'expect';
			readonly expectation: CompiledExpectation;
			/** Evaluates patterns that are too expensive for the socket thread. */
			readonly ruleThread: RuleThread;
			readonly withinMs: number;
	  }
	| Exclude<SequenceStep, { type: 'send' | 'expect' }>;

/** Fails with `bad-input`, and the path and position of an invalid step. */
export function compileSequence({ steps }: Pick<Sequence, 'steps'>): ReadyStep[] {
	return steps.map((step, n) => {
		const refuse = (part: string, { message, position }: { message: string; position: number }): never => {
			throw new WirebenchError('bad-input', `Step ${n + 1}: ${message}`, { path: `steps[${n}].${part}`, position });
		};
		if (step.type === 'send') {
			const written = encodeWritten(step.payload, step.lineEnding);
			return written.ok ? { type: 'send', bytes: written.bytes } : refuse('payload', written);
		}
		if (step.type !== 'expect') return step;
		const expectation = compileExpectation(step.expectation);
		if (!expectation.ok) return refuse('expectation', expectation);
		const ruleThread = new RuleThread({ type: 'expectation', expectation: step.expectation });
		return { type: 'expect', expectation, ruleThread, withinMs: step.withinMs };
	});
}
