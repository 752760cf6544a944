import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byTier } from '../../../../common/tier.fixture.ts';
import { Peer } from '../../testing/python.fixture.ts';
import { TestBench } from '../../testing/workbench.fixture.ts';
import { Outbox } from './outbox.ts';

const sizes = fc.oneof(
	{ weight: 12, arbitrary: fc.integer({ min: 0, max: 100 }) },
	{ weight: 4, arbitrary: fc.integer({ min: 2000, max: 2100 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 3000, max: 65_507 }) },
);
const some = fc.array(fc.tuple(sizes, fc.nat(255)), { minLength: 1, maxLength: 200, size: 'max' });

function contents(size: number, seed: number): Uint8Array {
	return Uint8Array.from({ length: size }, (_, i) => seed + i);
}

describe('datagrams of one turn', () => {
	test.each([
		{ name: 'a connected client', host: '127.0.0.1', of: {} },
		{ name: 'a connected client over IPv6', host: '::1', of: { host: '::1' } },
		{
			name: 'a socket that is not connected',
			host: '127.0.0.1',
			of: { host: '0.0.0.0', options: { connected: false } },
		},
		{ name: 'an IPv6 socket to IPv4', host: '127.0.0.1', of: { host: '::', options: { connected: false } } },
	])('$name: all arrive in order, and are recorded in order', async ({ host, of }) => {
		await fc.assert(
			fc.asyncProperty(some, async (datagrams) => {
				const bench = new TestBench();
				const peer = new Peer('udp_collect', [host, String(datagrams.length)]);
				const remote = { host, port: Number(await peer.line()) };
				const { id } = await bench.start({ kind: 'udp', name: 'sender', remote, ...of });
				await Promise.all(
					datagrams.map(([size, seed]) => bench.engine.send({ endpoint: id, bytes: contents(size, seed) })),
				);
				const sent = datagrams.map(([size, seed]) => [size, size === 0 ? 0 : seed]);
				expect(JSON.parse(await peer.line())).toEqual(sent);
				const recorded = bench.sink.events.filter(({ direction, kind }) => kind === 'data' && direction === 'out');
				expect(recorded.map(({ text }) => [text.length, text === '' ? 0 : text.charCodeAt(0)])).toEqual(sent);
				await bench.engine.stop(id);
			}),
			{ numRuns: byTier(2, 15) },
		);
	});

	test('a refused datagram fails and is not recorded as sent; the refusal is reported', async () => {
		const bench = new TestBench();
		const gone = createSocket('udp4').bind(0, '127.0.0.1');
		await once(gone, 'listening');
		const { port } = gone.address();
		gone.close();
		await once(gone, 'close');
		const { id } = await bench.start({ kind: 'udp', name: 'client', remote: { host: '127.0.0.1', port } });
		const results = await Promise.allSettled(
			Array.from({ length: 300 }, (_, n) => bench.engine.send({ endpoint: id, bytes: contents(20, n) })),
		);
		await bench.sink.waitFor(({ kind }) => kind === 'error');
		const refused = results.filter(({ status }) => status === 'rejected');
		expect(refused.length).toBeGreaterThan(50);
		for (const one of refused) {
			expect(one).toMatchObject({ reason: { code: 'refused', details: { errno: 'ECONNREFUSED' } } });
		}
		const recorded = bench.sink.events.filter(({ kind }) => kind === 'data').map(({ text }) => text.charCodeAt(0));
		const accepted = results.flatMap(({ status }, n) => (status === 'fulfilled' ? [n % 256] : []));
		expect(recorded).toEqual(accepted);
	});

	test('an echo answers a burst in order; closing the endpoint right after leaves nothing behind', async () => {
		const bench = new TestBench();
		const { local } = await bench.preset('class-udp');
		const remote = { host: '127.0.0.1', port: local.port };
		const { id } = await bench.start({ kind: 'udp', name: 'client', remote });
		const count = 500;
		for (let n = 0; n < count; n++) void bench.engine.send({ endpoint: id, bytes: Buffer.from(`message ${n}`) });
		const client = ({ connection }: { readonly connection: number }) =>
			bench.sink.connections.get(connection)?.endpoint === 2;
		const answers = await bench.sink.several(count, (one) => one.direction === 'in' && client(one));
		expect(answers.map(({ text }) => text)).toEqual(Array.from({ length: count }, (_, n) => `message ${n}`));
		const last = bench.engine.send({ endpoint: id, bytes: Buffer.from('last') });
		await bench.engine.stop(id);
		await last;
		expect(
			bench.sink.events.filter((one) => client(one) && one.text === 'last' && one.direction === 'out'),
		).toHaveLength(1);
	});
});

/** What the system does at a call: accepts this many (at most), or refuses with this errno. */
const system = fc.array(fc.oneof(fc.integer({ min: 1, max: 64 }), fc.constantFrom(-11, -105, -111, -90, -1)), {
	minLength: 1,
	maxLength: 40,
});

test('each datagram has one outcome, and the order is kept, whatever the system answers', () => {
	fc.assert(
		fc.property(system, fc.integer({ min: 1, max: 200 }), (answers, count) => {
			let call = 0;
			const outcomes: string[] = [];
			const accepted: number[] = [];
			const outbox = new Outbox({
				addressOf: () => 0n,
				send: (_socket, _messages, most) => {
					const answer = answers[call % answers.length] ?? 1;
					call++;
					return Math.min(answer, most);
				},
			});
			const owner = {
				bulk: { descriptor: 3 },
				takeBack: (rest: readonly { readonly port: number }[]) => {
					for (const { port } of rest) outcomes.push(`${port} back`);
				},
			};
			for (let port = 0; port < count; port++) {
				const after = (error: Error | null): void => {
					if (error === null) accepted.push(port);
					outcomes.push(`${port} ${error === null ? 'sent' : error.message}`);
				};
				outbox.put(owner, undefined, new Uint8Array(8), port, '', after);
			}
			outbox.flushOf(owner);
			expect(outcomes.map((one) => Number.parseInt(one, 10)).sort((a, b) => a - b)).toEqual(
				Array.from({ length: count }, (_, n) => n),
			);
			expect(accepted).toEqual([...accepted].sort((a, b) => a - b));
			const errors = outcomes.filter((one) => one.includes('send E'));
			for (const one of errors) expect(one).toMatch(/send E(CONNREFUSED|MSGSIZE|PERM)$/);
		}),
	);
});
