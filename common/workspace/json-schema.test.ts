import { expect, test } from 'vitest';
import { ENDPOINT_KINDS, ENDPOINTS } from '../endpoints/index.ts';
import { presets } from '../presets/index.ts';
import { readWorkspace, writeWorkspace } from './index.ts';
import { docs, fitsSchema } from './json-schema.fixture.ts';
import { workspaceSchema } from './schema.ts';

/** Whether the published schema and our own reader accept a document. */
const accepted = (document: unknown) => ({
	schema: fitsSchema(document),
	reader: !('kind' in readWorkspace(JSON.stringify(document))),
});
const BOTH = { schema: true, reader: true };
const NEITHER = { schema: false, reader: false };

test('the schema accepts the examples of the docs', () => {
	const examples = [...(docs('workspace-format.md') + docs('design/workspace.md')).matchAll(/```json\n([\s\S]*?)```/g)];
	expect(examples.length).toBeGreaterThanOrEqual(3);
	for (const [, text = ''] of examples) expect([text, accepted(JSON.parse(text))]).toEqual([text, BOTH]);
});

test('the schema accepts what is written for every kind and every preset, and keys that nobody knows', () => {
	const configs = [...ENDPOINT_KINDS.map((kind) => ENDPOINTS[kind].blank), ...presets.map(({ config }) => config)];
	const endpoints = configs.map((config, at) => ({ ...config, id: `e${at}` }));
	const whole = workspaceSchema.parse({ wirebench: 1, name: 'all', endpoints });
	expect(accepted(JSON.parse(writeWorkspace(whole).text))).toEqual(BOTH);
	// With every default, too.
	expect(accepted(whole)).toEqual(BOTH);
	expect(accepted({ wirebench: 1, later: {}, endpoints: [{ ...endpoints[0], colour: 'red' }] })).toEqual(BOTH);
});

const server = { id: 'a', kind: 'tcp-server', name: 'one', port: 1 };
const of = (change: object) => ({ wirebench: 1, endpoints: [{ ...server, ...change }] });

test.each<[string, unknown]>([
	['no version', { endpoints: [] }],
	['another version', { wirebench: 0 }],
	['endpoints that are no list', { wirebench: 1, endpoints: {} }],
	['no id', of({ id: undefined })],
	['an empty name', of({ name: '' })],
	['a kind that there is not', of({ kind: 'tcp' })],
	['a port that is no port', of({ port: 70000 })],
	['a port as text', of({ port: '80' })],
	['a missing port', of({ port: undefined })],
	['no target', of({ kind: 'tcp-proxy' })],
	['an unknown match', of({ responder: { rules: [{ match: { type: 'some' } }] } })],
	[
		'a fault with half of what it needs',
		of({ kind: 'udp-proxy', target: { host: 'h', port: 1 }, faults: { toClient: { drop: {} } } }),
	],
	['PEM from nowhere', of({ tls: { identity: { from: 'own', cert: { from: 'text' } } } })],
])('the schema and the reader refuse %s', (_name, document) => {
	expect(accepted(JSON.parse(JSON.stringify(document)))).toEqual(NEITHER);
});
