import { type SequenceStep, sequenceStepSchema } from '../../../common/protocol-tests/step-schema.ts';
import {
	type Sequence,
	sequenceSchema,
	type TestClient,
	testClientSchema,
} from '../../../common/protocol-tests/test-schema.ts';
import { freeName } from '../../app/shared/free.ts';
import { firstStructure } from '../../app/state/templates/structures.ts';

export type StepType = SequenceStep['type'];

const BLANK: Readonly<Record<StepType, object>> = {
	send: { type: 'send', payload: { format: 'text', text: '' } },
	'send-fields': { type: 'send-fields', structure: 'structure' },
	expect: { type: 'expect', expectation: { type: 'bytes', pattern: { format: 'text', text: '' } } },
	'expect-end': { type: 'expect-end' },
	wait: { type: 'wait', ms: 1000 },
	end: { type: 'end' },
	close: { type: 'close' },
	reset: { type: 'reset' },
	open: { type: 'open' },
	accept: { type: 'accept' },
	branch: { type: 'branch', cases: [{ expectation: { type: 'any' } }] },
	repeat: { type: 'repeat', times: 2 },
	leave: { type: 'leave' },
};

export function blankStep(type: StepType): SequenceStep {
	return sequenceStepSchema.parse({
		...BLANK[type],
		...(type === 'send-fields' ? { structure: firstStructure() } : {}),
	});
}

/** The names in use. */
export function namesOf(sequences: readonly Sequence[]): ReadonlySet<string> {
	return new Set(sequences.map(({ name }) => name));
}

const text = (written: string) => ({ format: 'text', text: written });
const hears = (written: string) => ({ type: 'expect', expectation: { type: 'bytes', pattern: text(written) } });
const says = (written: string) => ({ type: 'send', payload: text(written) });

/** The client of a new test. */
export const CLIENT: TestClient = testClientSchema.parse({
	kind: 'tcp-client',
	name: 'client',
	host: '127.0.0.1',
	port: 9999,
});

/** The initial test: a dialogue with the preset hello-server, which shows the most common kinds of step. */
export function exampleTest(taken: readonly Sequence[]): Sequence {
	return sequenceSchema.parse({
		name: freeName('hello', namesOf(taken)),
		client: CLIENT,
		steps: [hears('Welcome!'), says('Ann'), hears('Hello, Ann~'), says('exit'), { type: 'expect-end' }],
	});
}
