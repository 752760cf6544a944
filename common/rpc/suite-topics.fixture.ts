import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byTier } from '../tier.fixture.ts';
import { suiteMirror, suiteServer } from './suite-contract.fixture.ts';
import type { Bench } from './transport-suite.fixture.ts';

const step = fc.oneof(
	{ weight: 8, arbitrary: fc.record({ put: fc.constantFrom('a', 'b', 'c', 'd'), value: fc.option(fc.nat()) }) },
	{ weight: 2, arbitrary: fc.record({ drop: fc.constantFrom('client' as const, 'server' as const) }) },
	{ weight: 1, arbitrary: fc.constant('settle' as const) },
	{ weight: 1, arbitrary: fc.constant('turn' as const) },
);

export function testTopics(bench: Bench): void {
	test('a snapshot, then each delta, until unsubscribed', async () => {
		const server = suiteServer();
		const client = bench.client(server);
		const mirror = suiteMirror();
		server.put('before', 1);
		const stop = client.rpc.subscribe('store', {}, mirror.listener);
		await client.settled();
		expect(mirror.state()).toEqual({ version: 1, entries: [['before', 1]] });
		server.put('after', 2);
		server.put('before', null);
		await client.settled();
		expect(mirror.state()).toEqual(server.state());
		stop();
		stop();
		await client.settled();
		expect(server.subscribers()).toBe(0);
		server.put('later', 3);
		await client.settled();
		expect(mirror.state().version).toBe(3);
		expect(mirror.snapshots()).toBe(1);
		expect(mirror.faults).toEqual([]);
	});

	test('deltas emitted while the snapshot is made follow it', async () => {
		const server = suiteServer();
		const handlers = {
			...server.handlers,
			topics: {
				store: (...[params, emit, subscriber]: Parameters<typeof server.handlers.topics.store>) => {
					const run = server.handlers.topics.store(params, emit, subscriber);
					server.put('early', 1);
					return run;
				},
			},
		};
		const client = bench.client({ ...server, handlers });
		const mirror = suiteMirror();
		client.rpc.subscribe('store', {}, mirror.listener);
		await client.settled();
		expect(mirror.state()).toEqual(server.state());
		expect(mirror.faults).toEqual([]);
	});

	test('an invalid delta is reported, and the others continue', async () => {
		const server = suiteServer();
		const client = bench.client(server);
		const mirror = suiteMirror();
		client.rpc.subscribe('store', {}, mirror.listener);
		await client.settled();
		server.put('a', 1);
		server.poison();
		server.put('b', 2);
		await client.settled();
		expect(mirror.state()).toEqual(server.state());
		expect(mirror.errors).toMatchObject([{ code: 'internal', details: { path: 'version' } }]);
	});

	test('bad parameters end the subscription with an error that names the path', async () => {
		const client = bench.client(suiteServer());
		const mirror = suiteMirror();
		client.rpc.subscribe('store', JSON.parse('{ "prefix": 1 }'), mirror.listener);
		await client.settled();
		expect(mirror.errors).toMatchObject([{ code: 'bad-input', details: { path: 'prefix' } }]);
		expect(mirror.state().version).toBe(-1);
	});

	test('the end of the client ends its subscriptions', async () => {
		const server = suiteServer();
		const client = bench.client(server);
		client.rpc.subscribe('store', {}, suiteMirror().listener);
		await client.settled();
		expect(server.subscribers()).toBe(1);
		client.rpc.close();
		await server.deserted();
		expect(server.subscribers()).toBe(0);
	});

	test('after any changes and losses of the connection, the mirror is the store: no delta lost or doubled', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
				const server = suiteServer();
				const client = bench.client(server);
				const mirror = suiteMirror();
				client.rpc.subscribe('store', {}, mirror.listener);
				for (const one of steps) {
					if (one === 'settle') await client.settled();
					else if (one === 'turn') await Promise.resolve();
					else if ('drop' in one) client.drop(one.drop);
					else server.put(one.put, one.value);
				}
				await client.settled();
				expect(mirror.state()).toEqual(server.state());
				expect(mirror.faults).toEqual([]);
				expect(mirror.errors).toEqual([]);
				client.rpc.close();
			}),
			{ numRuns: byTier(12, 40) },
		);
	});
}
