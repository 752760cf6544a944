import {
	type Sequence,
	type SequenceStep,
	sequenceSchema,
	sequenceStepSchema,
} from '../../../common/contract/calls/protocol-tests.ts';
import { freeName } from '../../app/shared/free.ts';

export type StepType = SequenceStep['type'];

const BLANK: Readonly<Record<StepType, object>> = {
	send: { type: 'send', payload: { format: 'text', text: '' } },
	expect: { type: 'expect', expectation: { type: 'bytes', pattern: { format: 'text', text: '' } } },
	'expect-end': { type: 'expect-end' },
	wait: { type: 'wait', ms: 1000 },
	end: { type: 'end' },
	close: { type: 'close' },
	reset: { type: 'reset' },
};

export function blankStep(type: StepType): SequenceStep {
	return sequenceStepSchema.parse(BLANK[type]);
}

/** The names in use. */
export function namesOf(sequences: readonly Sequence[]): ReadonlySet<string> {
	return new Set(sequences.map(({ name }) => name));
}

const text = (written: string) => ({ format: 'text', text: written });
const hears = (written: string) => ({ type: 'expect', expectation: { type: 'bytes', pattern: text(written) } });
const says = (written: string) => ({ type: 'send', payload: text(written) });

/** The initial test: a dialogue with the preset hello-server, which shows the most common kinds of step. */
export function exampleTest(taken: readonly Sequence[]): Sequence {
	return sequenceSchema.parse({
		name: freeName('hello', namesOf(taken)),
		client: { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 9999 },
		steps: [hears('Welcome!'), says('Ann'), hears('Hello, Ann~'), says('exit'), { type: 'expect-end' }],
	});
}
