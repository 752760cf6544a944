import { charsetNamed } from '../../payload/charsets/named.ts';
import { charsetOf } from '../../payload/index.ts';
import { encodePlain, encodeWritten } from '../../payload/written.ts';
import type { SequenceStep } from '../../protocol-tests/step-schema.ts';
import { connectionsOf, type Sequence, type TestClient } from '../../protocol-tests/test-schema.ts';
import { programOfConfig } from './of-config.ts';
import { Omissions } from './omissions.ts';
import type { CodeProgram, CodeStep } from './program.ts';

/** A step that no program is given. Without it the others would compare other bytes. */
export interface UnwrittenStep {
	readonly unwritten: string;
}

/** What a step is in a program; undefined for one that no program is given. */
function stepOf(step: SequenceStep, client: TestClient): CodeStep | undefined {
	const charset = charsetOf(client);
	switch (step.type) {
		case 'send': {
			const { payload, lineEnding, template } = step;
			const encoded = encodeWritten(payload, lineEnding, 'none', charsetNamed(charset));
			if (!encoded.ok || (template && payload.text.includes('{{'))) return undefined;
			return { type: 'send', bytes: encoded.bytes };
		}
		case 'expect': {
			const { expectation, template } = step;
			if (expectation.type !== 'bytes' || (template && expectation.pattern.text.includes('{{'))) return undefined;
			const encoded = encodePlain(expectation.pattern, charset);
			return encoded.ok ? { type: 'receive', bytes: encoded.bytes } : undefined;
		}
		case 'expect-end':
			return { type: 'receive-end' };
		case 'wait':
			return { type: 'wait', ms: step.ms };
		case 'end':
			return { type: 'end' };
		default:
			return undefined;
	}
}

/** A step by its type, and what it expects. */
function nameOf(step: SequenceStep): string {
	return step.type === 'expect' ? `expect ${step.expectation.type}` : step.type;
}

/** The client of a test: it does the steps, and ends with 1 where something else is received. */
export function programOfTest(test: Sequence): CodeProgram | UnwrittenStep {
	const [[name, { client }] = ['', {}], ...others] = connectionsOf(test);
	if (client === undefined || others.length > 0) return { unwritten: others[0]?.[0] ?? name };
	const base = programOfConfig(client);
	const omissions = new Omissions();
	omissions.addAll(base.omitted);
	const isStream = base.place.transport === 'tcp' || base.place.transport === 'unix';
	if (!isStream) omissions.add('comparing');
	const closed = test.steps.findIndex(({ type }) => type === 'close');
	const steps: CodeStep[] = [];
	for (const step of closed < 0 ? test.steps : test.steps.slice(0, closed)) {
		const written = stepOf(step, client);
		if (written === undefined) return { unwritten: nameOf(step) };
		if ('withinMs' in step) omissions.add('timeLimits');
		steps.push(written);
	}
	return { ...base, name: test.name, task: { type: 'talk', steps }, omitted: omissions.list() };
}
