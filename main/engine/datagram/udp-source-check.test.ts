import { createSocket } from 'node:dgram';
import { expect, onTestFinished, test } from 'vitest';
import { Peer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { connectUdp } from './udp-dial.ts';
import { SourceCheck } from './udp-source-check.ts';

const responder = {
	rules: [{ match: { type: 'any' as const }, reply: { format: 'text' as const, text: 'got {{data}}' } }],
};
const linux = process.platform === 'linux';

test.runIf(linux)(
	'a connected client that is answered from another address than it used is reported, once',
	async () => {
		const bench = new TestBench();
		const { id, local } = await bench.start({ kind: 'udp', name: 'server', host: '0.0.0.0', responder });
		const peer = new Peer('udp_connected', ['127.0.0.5', String(local.port), '127.0.0.6', String(local.port)]);
		const { text } = await bench.sink.waitFor(({ kind }) => kind === 'note');
		expect(text).toMatch(
			/^127\.0\.0\.1:\d+ asked 127\.0\.0\.5, and its answer goes out from 127\.0\.0\.1: .* Bind the socket/,
		);
		expect(bench.engine.endpoint(id)?.warning).toMatchObject({ hint: expect.stringContaining('in place of 0.0.0.0') });
		await bench.sink.until(() => bench.sink.events.filter(({ direction }) => direction === 'out').length === 2);
		expect(await peer.line()).toBe('asked');
		await bench.engine.stop(id);
		expect(bench.sink.events.filter(({ kind }) => kind === 'note')).toHaveLength(1);
		bench.engine.dismissError(id);
		expect(bench.engine.endpoint(id)?.warning).toBeUndefined();
	},
);

test.each([
	['127.0.0.5', '127.0.0.5'],
	['0.0.0.0', '127.0.0.1'],
	['::', '::1'],
])('bound to %s, a client that uses %s is answered from there, without a warning', async (host, asked) => {
	const bench = new TestBench();
	const { id, local } = await bench.start({ kind: 'udp', name: 'server', host, responder });
	const peer = new Peer('udp_connected', [asked, String(local.port)]);
	expect(await peer.line()).toBe('asked');
	expect(await peer.line()).toBe('got hello');
	await bench.engine.stop(id);
	expect(bench.sink.events.filter(({ kind }) => kind === 'note')).toEqual([]);
});

test.runIf(linux)('of several clients that are asked about at once, the first one is named', async () => {
	const port = 9;
	const asked = ['127.0.0.5', '127.0.0.6', '127.0.0.7', '127.0.0.8'];
	const clients = asked.map(() => createSocket('udp4'));
	onTestFinished(() => {
		for (const client of clients) client.close();
	});
	for (const [n, client] of clients.entries()) await connectUdp(client, port, asked[n] ?? '');
	const named: string[] = [];
	for (let round = 0; round < 50; round++) {
		const check = new SourceCheck({ address: '0.0.0.0', port }, ({ message }) => named.push(message));
		await Promise.all(clients.map((client) => check.answers(client.address())));
		check.close();
	}
	expect(named).toHaveLength(50);
	expect(named.filter((message) => !message.includes('asked 127.0.0.5,'))).toEqual([]);
});
