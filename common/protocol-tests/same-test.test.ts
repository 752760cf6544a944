import { expect, test } from 'vitest';
import { sameTest } from './same-test.ts';
import { sequenceSchema } from './test-schema.ts';

const server = { server: { kind: 'tcp-server', name: 'server', host: '127.0.0.1', port: 0 } };
const WRITTEN = {
	name: 'both',
	connections: { a: server, b: server },
	steps: [{ type: 'send', on: 'a', payload: { format: 'text', text: '{{var WORD}}' }, template: true }],
};
const both = sequenceSchema.parse(WRITTEN);

test('results stay with a test whose keys have another order', () => {
	const steps = both.steps.map((step) => ({ payload: { format: 'text', text: '{{var WORD}}' }, ...step }));
	expect(sameTest(both, { ...both, steps })).toBe(true);
});

test.each([
	['a variable', { variables: { WORD: 'one' } }],
	['the time of the whole', { withinMs: 500 }],
	['an endpoint that has to run', { setup: ['echo'] }],
	['a step', { steps: [] }],
	['the first of the connections', { connections: { b: server, a: server } }],
])('another test has no results: %s', (_what, changed) => {
	expect(sameTest(both, sequenceSchema.parse({ ...WRITTEN, ...changed }))).toBe(false);
});
