import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectTypeOf, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { responderSchema } from '../../common/contract/config/responder.ts';
import { type EndpointKind, endpointConfigSchema, withoutSecrets } from '../../common/endpoints/index.ts';
import { ENGINE_KINDS } from '../engine/kinds/table.ts';
import { Peer } from '../engine/testing/python.fixture.ts';
import { createHeadless } from './headless.ts';

const KIND = vi.hoisted(() => 'test-echo');

// A kind is added at the three places of the recipe's first half: the list with its roles, the table of definitions, the table of the engine.
vi.mock('../../common/endpoints/shared/kinds.ts', async (original) => {
	const { ENDPOINT_KINDS, ROLES } = await original<typeof import('../../common/endpoints/shared/kinds.ts')>();
	const roles = { ...ROLES, [KIND]: { transport: 'stream', role: 'server', protocol: 'tcp' } };
	return { ENDPOINT_KINDS: [...ENDPOINT_KINDS, KIND], ROLES: roles };
});

vi.mock('../../common/endpoints/table.ts', async (original) => {
	const { ENDPOINTS } = await original<typeof import('../../common/endpoints/table.ts')>();
	const echo = { match: { type: 'any' }, reply: { format: 'text', text: '{{data}}' } } as const;
	const definition = {
		schema: z.object({
			kind: z.literal(KIND),
			name: z.string(),
			port: z.number(),
			token: z.string(),
			responder: responderSchema.default(responderSchema.parse({ rules: [echo] })),
		}),
		traits: { transport: 'stream', role: 'server', protocol: 'tcp', options: [], tls: [], bulk: false },
		names: { title: 'Test echo', noun: 'an echo' },
		commandLine: { scheme: ENDPOINTS['tcp-server'].commandLine.scheme, commands: ['serve'], name: 'echo' },
		texts: { name: 'public', token: 'secret', responder: ENDPOINTS['tcp-server'].texts.responder },
		blank: { kind: KIND, name: 'echo', port: 0, token: '' },
	};
	return { ENDPOINTS: { ...ENDPOINTS, [KIND]: definition } };
});

vi.mock('../engine/kinds/table.ts', async (original) => {
	const tables = await original<typeof import('../engine/kinds/table.ts')>();
	const { StreamServer } = await import('../engine/stream/stream-server.ts');
	const { tcpPlace } = await import('../engine/stream/tcp-place.ts');
	const place = { host: '127.0.0.1', backlog: 511, noDelay: true, options: {}, tls: undefined };
	const kind: (typeof tables.ENGINE_KINDS)['tcp-server'] = {
		createRunner: (record, { port }) => new StreamServer(record, tcpPlace({ ...place, port }, record)),
		explain: tables.ENGINE_KINDS['tcp-server'].explain,
	};
	return { ENGINE_KINDS: { ...tables.ENGINE_KINDS, [KIND]: kind } };
});

test('a kind added to the tables starts, answers a Python peer, and is captured without its secret', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'wb-kind-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const { engine, close } = await createHeadless({ captureFolder: folder });
	const config = endpointConfigSchema.parse({ kind: KIND, name: 'added', port: 0, token: 'hush-hush' });
	const { id } = engine.create(config);
	const { local } = await engine.start(id);
	if (local === undefined) throw new Error('It has no address.');
	const peer = new Peer('tcp_asker', [local.address, String(local.port)]);
	peer.tell('across the house');
	expect(await peer.line()).toBe('across the house');
	await close();
	const files = (await readdir(folder)).map((name) => readFile(join(folder, name)));
	const stored = Buffer.concat(await Promise.all(files)).toString('latin1');
	expect(stored).toContain(`${KIND} run 1 `);
	expect(stored.split('across the house').length - 1).toBe(2);
	expect(JSON.stringify(withoutSecrets(config))).not.toContain('hush-hush');
	expect(stored).not.toContain('hush-hush');
});

test('a table of the engine without a kind does not compile', () => {
	const { udp: _, ...rest } = ENGINE_KINDS;
	expectTypeOf(ENGINE_KINDS).toExtend<Record<EndpointKind, unknown>>();
	// @ts-expect-error one kind is left out
	const incomplete: typeof ENGINE_KINDS = rest;
	expect(incomplete).not.toHaveProperty('udp');
});
