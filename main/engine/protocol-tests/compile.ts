import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Expectation, Sequence, SequenceStep } from '../../../common/contract/calls/protocol-tests.ts';
import { UTF8 } from '../../../common/payload/charset.ts';
import { encodeWritten, toHex } from '../../../common/payload/index.ts';
import type { Variables } from '../../../common/payload/saved.ts';
import type { WrittenBytes } from '../../../common/payload/schema.ts';
import { type CompiledExpectation, compileExpectation } from '../../../common/protocol-tests/index.ts';
import { compileMessage, type MessageTemplate } from '../../../common/template/index.ts';
import { RuleThread } from '../rules/rule-thread.ts';
import type { Filling } from './filling.ts';

/** What is expected, once it is known. */
export interface ReadyExpectation {
	readonly expectation: CompiledExpectation;
	/** Evaluates patterns that are too expensive for the socket thread. */
	readonly ruleThread: RuleThread;
}

/** A step with compiled bytes and patterns. Both functions fail as rendering a template does. */
export type ReadyStep =
	| { readonly type: 'send'; readonly bytes: (filling: Filling) => Uint8Array }
	| {
			readonly type: 'expect';
			readonly ready: (filling: Filling) => ReadyExpectation;
			readonly withinMs: number;
	  }
	| Exclude<SequenceStep, { type: 'send' | 'expect' }>;

type Refuse = (part: string, fault: { message: string; position: number }) => never;

/** Fails with `bad-input`, and the path and position of an invalid step. */
export function compileSequence({ steps }: Pick<Sequence, 'steps'>, variables: Variables): ReadyStep[] {
	return steps.map((step, n) => {
		const refuse: Refuse = (part, { message, position }) => {
			throw new WirebenchError('bad-input', `Step ${n + 1}: ${message}`, { path: `steps[${n}].${part}`, position });
		};
		if (step.type === 'send') return { type: 'send', bytes: sending(step, variables, refuse) };
		if (step.type !== 'expect') return step;
		return { type: 'expect', ready: expecting(step, variables, refuse), withinMs: step.withinMs };
	});
}

function templateOf(
	written: WrittenBytes & { readonly lineEnding: (SequenceStep & { type: 'send' })['lineEnding'] },
	variables: Variables,
	refuse: (fault: { message: string; position: number }) => never,
): MessageTemplate {
	const compiled = compileMessage({ ...written, checksum: 'none' }, UTF8, { variables });
	return compiled.ok ? compiled.message : refuse(compiled);
}

function sending(
	{ payload, lineEnding, template }: SequenceStep & { type: 'send' },
	variables: Variables,
	refuse: Refuse,
): (filling: Filling) => Uint8Array {
	if (template) {
		const message = templateOf({ ...payload, lineEnding }, variables, (fault) => refuse('payload', fault));
		return (filling) => filling.sent(message);
	}
	const written = encodeWritten(payload, lineEnding);
	if (!written.ok) return refuse('payload', written);
	return () => written.bytes;
}

function expecting(
	{ expectation, template }: SequenceStep & { type: 'expect' },
	variables: Variables,
	refuse: Refuse,
): (filling: Filling) => ReadyExpectation {
	if (template && (expectation.type === 'bytes' || expectation.type === 'contains')) {
		const { type, pattern } = expectation;
		const message = templateOf({ ...pattern, lineEnding: 'none' }, variables, (fault) => refuse('expectation', fault));
		return (filling) => readyToExpect({ type, pattern: { format: 'hex', text: toHex(filling.expected(message)) } });
	}
	const ready = readyToExpect(expectation, (fault) => refuse('expectation', fault));
	return () => ready;
}

function readyToExpect(
	expectation: Expectation,
	refuse: (fault: { message: string; position: number }) => never = ({ message }) => {
		throw new WirebenchError('bad-input', message);
	},
): ReadyExpectation {
	const compiled = compileExpectation(expectation);
	if (!compiled.ok) return refuse(compiled);
	return { expectation: compiled, ruleThread: new RuleThread({ type: 'expectation', expectation }) };
}
