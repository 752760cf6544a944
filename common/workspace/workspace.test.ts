import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ENDPOINT_KINDS, ENDPOINTS, endpointConfigSchema } from '../endpoints/index.ts';
import { type ReadWorkspace, readWorkspace, type Workspace, writeWorkspace } from './index.ts';
import { fitsSchema } from './json-schema.fixture.ts';
import { workspaceSchema } from './schema.ts';

/** Texts of which each schema of a config accepts at least one. */
const TEXTS = ['a', '127.0.0.1', '224.0.0.1', 'lo', '@name', '-----BEGIN x', 'n %d', '{{n}}', 'gbk'] as const;
const NUMBERS = [0, 1, 2, 10, 1000, 65535] as const;

/** Any value that a person can write for a schema. */
function anyOf(schema: unknown): fc.Arbitrary<unknown> {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
		return fc.option(anyOf(schema.unwrap()), { nil: undefined });
	}
	if (schema instanceof z.ZodArray) return fc.array(anyOf(schema.element), { minLength: 1, maxLength: 2 });
	if (schema instanceof z.ZodObject) {
		const entries = Object.entries(schema.shape).map(([key, one]) => [key, anyOf(one)] as const);
		const whole = fc.record(Object.fromEntries(entries));
		return whole.filter((value) => schema.safeParse(value).success);
	}
	if (schema instanceof z.ZodRecord) return fc.dictionary(fc.constantFrom('a', 'frame'), anyOf(schema.valueType));
	if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(anyOf));
	if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
	if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
	if (schema instanceof z.ZodBoolean) return fc.boolean();
	if (!(schema instanceof z.ZodType)) throw new Error('It is no schema.');
	const simple = [...NUMBERS, ...TEXTS].filter((value) => schema.safeParse(value).success);
	if (simple.length === 0) throw new Error('The test knows no value for a schema.');
	return fc.constantFrom(...simple);
}

function workspaceOf(...configs: unknown[]): Workspace {
	const endpoints = configs.map((config, at) => ({ ...endpointConfigSchema.parse(config), id: `e${at}` }));
	return workspaceSchema.parse({ wirebench: 1, endpoints });
}

function read(text: string, secrets = {}): ReadWorkspace {
	const result = readWorkspace(text, secrets);
	if ('kind' in result) throw new Error(result.message);
	return result;
}

const KEY = '-----BEGIN PRIVATE KEY-----\nverysecret\n-----END PRIVATE KEY-----';
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nshown\n-----END CERTIFICATE-----';
const identity = {
	from: 'own',
	cert: { from: 'text', pem: `${CERTIFICATE}\n${KEY}` },
	key: { from: 'text', pem: KEY },
	passphrase: 'verysecret',
};
const secretive = {
	kind: 'tcp-client',
	name: 'client',
	host: '127.0.0.1',
	port: 9000,
	tls: { identity },
	via: { host: 'proxy', port: 1080, user: 'me', password: 'verysecret' },
};

describe('a round trip', () => {
	test.each(ENDPOINT_KINDS)('of any %s changes nothing, and a second one not a byte', (kind) => {
		fc.assert(
			fc.property(anyOf(ENDPOINTS[kind].schema), (config) => {
				const workspace = workspaceOf(config);
				const { text, secrets } = writeWorkspace(workspace);
				const again = read(text, JSON.parse(JSON.stringify(secrets)));
				expect(again.workspace).toEqual(workspace);
				expect(writeWorkspace(again.workspace, again).text).toBe(text);
				expect(fitsSchema(JSON.parse(text)), JSON.stringify(fitsSchema.errors)).toBe(true);
			}),
			{ numRuns: 30 },
		);
	});

	test('is a text that makes a good diff: ids first, in order, two spaces, no defaults, a line end', () => {
		const text = writeWorkspace(workspaceOf({ port: 9000, name: 'echo', kind: 'tcp-server' })).text;
		expect(text).toBe(`{
  "wirebench": 1,
  "endpoints": [
    {
      "id": "e0",
      "kind": "tcp-server",
      "name": "echo",
      "port": 9000
    }
  ]
}
`);
	});

	test('of payloads and variables keeps what a person would write, in the order of the schema', () => {
		const payloads = [
			{ name: 'hello', format: 'text', text: 'hello {{counter}}' },
			{
				name: 'read',
				folder: 'modbus',
				format: 'hex',
				text: '01 03',
				lineEnding: 'crlf',
				checksums: ['crc16-modbus'],
				template: false,
				shortcut: 1,
				colour: 'red',
			},
			{ name: 'hello', folder: 'modbus', format: 'text', text: '' },
		];
		const document = { wirebench: 1, endpoints: [], payloads, variables: { host: 'example.org', 'b-2': '' } };
		const before = read(
			JSON.stringify({ ...document, payloads: [{ charset: 'utf-8', ...payloads[0] }, payloads[1], payloads[2]] }),
		);
		const { endpoints: _none, ...shown } = document;
		expect(writeWorkspace(before.workspace, before).text).toBe(`${JSON.stringify(shown, null, 2)}\n`);
		expect(before.workspace.payloads[0]).toMatchObject({ template: true, charset: 'utf-8', checksums: [] });
		const variables = { host: 'example.org' };
		const without = { ...before.workspace, payloads: before.workspace.payloads.slice(1), variables };
		expect(JSON.parse(writeWorkspace(without, before).text)).toEqual({
			...shown,
			payloads: payloads.slice(1),
			variables,
		});
	});

	test('keeps the keys that this version does not know, at any depth, after any change', () => {
		const document = {
			$schema: 'https://example.org/workspace.json',
			wirebench: 1,
			name: 'Mine',
			endpoints: [
				{ id: 'a', kind: 'tcp-server', name: 'one', port: 1, responder: { rules: [], later: 1 }, colour: 'red' },
				{ id: 'b', kind: 'udp', name: 'two', port: 2, colour: { deep: [1, null] } },
			],
			later: [{ name: 'hello' }],
		};
		const before = read(JSON.stringify(document));
		expect(JSON.parse(writeWorkspace(before.workspace, before).text)).toEqual({
			...document,
			endpoints: [{ ...document.endpoints[0], responder: { later: 1 } }, document.endpoints[1]],
		});
		const [one, two] = before.workspace.endpoints;
		if (one === undefined || two === undefined) throw new Error('There are two.');
		const changed = { ...before.workspace, endpoints: [{ ...two, name: 'other' }] };
		expect(JSON.parse(writeWorkspace(changed, before).text)).toEqual({
			...document,
			endpoints: [{ ...document.endpoints[1], name: 'other' }],
		});
	});
});

describe('secrets', () => {
	const workspace = workspaceOf(secretive);
	const { text, secrets } = writeWorkspace(workspace);

	test('are never in the text, and what is public is', () => {
		expect(text).not.toContain('verysecret');
		expect(JSON.parse(text)).toMatchObject({
			endpoints: [
				{
					tls: { identity: { from: 'own', cert: { from: 'text', pem: CERTIFICATE } } },
					via: { host: 'proxy', port: 1080, user: 'me' },
				},
			],
		});
	});

	test('come back from beside the file; without them the workspace is still read', () => {
		expect(read(text, secrets).workspace).toEqual(workspace);
		expect(read(text).workspace.endpoints).toMatchObject([{ via: { user: 'me', password: '' } }]);
	});

	test('do not go to another host or certificate that the file names now', () => {
		const moved = text.replace('"host": "proxy"', '"host": "elsewhere"').replace('shown', 'other');
		const { endpoints } = read(moved, secrets).workspace;
		expect(endpoints).toMatchObject([{ via: { host: 'elsewhere', password: '' } }]);
		expect(JSON.stringify(endpoints)).not.toContain('verysecret');
	});

	test('that a person wrote into the file are taken, and leave it with the next writing', () => {
		const written = read(text.replace('"user": "me"', '"user": "me", "password": "handwritten"'), secrets);
		expect(written.workspace.endpoints).toMatchObject([{ via: { password: 'handwritten' } }]);
		const next = writeWorkspace(written.workspace, written);
		expect(next.text).toBe(text);
		expect(read(next.text, next.secrets).workspace).toEqual(written.workspace);
	});
});

describe('what is no workspace says so', () => {
	const server = { id: 'a', kind: 'tcp-server', name: 'one', port: 1 };
	const payload = { name: 'hello', format: 'text', text: 'hello' };
	const of = (...endpoints: unknown[]) => JSON.stringify({ wirebench: 1, endpoints });
	test.each([
		['', 'broken', 'is not JSON: it is empty.'],
		['{\n  "wirebench": 1,\n}', 'broken', 'is not JSON: look at line 3, column 1.'],
		['[]', 'broken', 'is no workspace: It has to be an object.'],
		['{}', 'broken', 'is no workspace: wirebench: It has to be 1.'],
		['{"wirebench":2,"endpoints":7}', 'newer', 'was written by a newer Wirebench (format 2; this one reads format 1).'],
		[
			of(server, { ...server, id: 'b', port: 70000 }),
			'broken',
			'is no workspace: endpoints[1].port: A port is a whole number from 0 to 65535. (endpoint one)',
		],
		[of(server, server), 'broken', 'is no workspace: endpoints[1].id: The id a is used twice. (endpoint one)'],
		[
			JSON.stringify({ wirebench: 1, payloads: [payload, payload] }),
			'broken',
			'is no workspace: payloads[1].name: The name hello is used twice.',
		],
		[
			JSON.stringify({ wirebench: 1, payloads: [{ ...payload, checksums: ['none'] }] }),
			'broken',
			expect.stringMatching(/^is no workspace: payloads\[0\]\.checksums\[0\]: It is one of/),
		],
		[
			JSON.stringify({ wirebench: 1, variables: { '1': 'x' } }),
			'broken',
			expect.stringMatching(/^is no workspace: variables/),
		],
		[
			of({ ...server, kind: 'x' }),
			'broken',
			expect.stringMatching(/^is no workspace: endpoints\[0\]\.kind: It is one of/),
		],
	])('%s', (text, kind, message) => {
		expect(readWorkspace(text)).toMatchObject({ kind, message });
	});
});
