import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { generatorPlanSchema } from '../../../../common/contract/calls/generator.ts';
import { CountingSink } from '../../testing/counting-sink.fixture.ts';
import { Peer } from '../../testing/python.fixture.ts';
import { TestBench } from '../../testing/workbench.fixture.ts';

const plan = (of: Parameters<typeof generatorPlanSchema.parse>[0]) => generatorPlanSchema.parse(of);
const header = { type: 'header' as const };

/** A loss report's figures once this many numbered messages have arrived. */
async function figures(bench: TestBench, endpoint: string, numbered: number) {
	for (;;) {
		const now = bench.engine.ledger(endpoint);
		if (now !== undefined && now.numbered + now.unnumbered >= numbered) return now;
		await new Promise<void>((resolve) => {
			const stop = bench.engine.onLedger(endpoint, () => {
				stop();
				resolve();
			});
		});
	}
}

describe('datagrams', () => {
	test('a Python program reads the documented header: every number once, in order, with times', async () => {
		const bench = new TestBench();
		const peer = new Peer('numbered_receiver', ['2000']);
		const port = Number(await peer.line());
		const { id } = await bench.start({ kind: 'udp', name: 'sender', remote: { host: '127.0.0.1', port } });
		const { id: run } = await bench.engine.generate({
			endpoint: id,
			plan: plan({ rate: 20_000, count: 2000, size: 100, stream: 77 }),
		});
		const done = await bench.engine.generatorEnded(run);
		expect(done).toMatchObject({ status: 'done', sent: 2000, bytes: 200_000, errors: 0, stream: 77 });
		const [line] = await peer.rest();
		expect(JSON.parse(line ?? '')).toEqual({ stream: 77, total: 2000, inOrder: true, sizes: [100], late: false });
		expect(bench.sink.events.filter(({ kind, direction }) => kind === 'data' && direction === 'out')).toHaveLength(
			2000,
		);
		const notes = bench.sink.events.filter(({ kind }) => kind === 'note').map(({ text }) => text);
		expect(notes[0]).toBe('The generator begins: 2000 messages of 100 bytes, 20000 a second, stream 77.');
		expect(notes[1]).toMatch(/^The generator is done: 2000 messages sent, in \d+\.\d{3} s \(\d+\/s\)\.$/);
	});

	test('a Python program writes the documented header: gaps, duplicates and reordering are in the loss report', async () => {
		const bench = new TestBench();
		const { id, args } = await bench.start({ kind: 'udp', name: 'receiver', ledger: header });
		new Peer('numbered_sender', [args[1], '0 1 2 5 4 5 6 9']);
		const { streams, ...counts } = await figures(bench, id, 9);
		expect(counts).toEqual({ numbered: 8, unnumbered: 1, untracked: 0 });
		expect(streams).toHaveLength(1);
		expect(streams[0]).toMatchObject({
			stream: 4242,
			received: 8,
			lost: 3,
			duplicates: 1,
			reordered: 1,
			reorderedBy: { mean: 1, max: 1 },
			late: 0,
			total: 12,
			missingBefore: 0,
			missingAfter: 2,
		});
		// It sent with the time of 500 ms before; our clock keeps within 5 ms of the wall clock.
		expect(streams[0]?.delay?.min).toBeGreaterThanOrEqual(490_000_000);
		expect(streams[0]?.delay?.percentiles?.p50).toBeGreaterThanOrEqual(490_000_000);
	});

	test('both ends in one engine: all sent messages arrive, and both sides record them', async () => {
		const sink = new CountingSink();
		const bench = new TestBench({}, sink);
		const receiver = await bench.start({ kind: 'udp', name: 'receiver', ledger: header });
		const remote = { host: '127.0.0.1', port: receiver.local.port };
		const { id } = await bench.start({ kind: 'udp', name: 'sender', remote });
		const { id: run } = await bench.engine.generate({ endpoint: id, plan: plan({ rate: 0, count: 50_000, size: 64 }) });
		expect(await bench.engine.generatorEnded(run)).toMatchObject({ status: 'done', sent: 50_000 });
		const { streams } = await figures(bench, receiver.id, 50_000);
		expect(streams[0]).toMatchObject({ received: 50_000, lost: 0, duplicates: 0, reordered: 0, missingAfter: 0 });
		expect(sink.bytes).toBe(2 * 50_000 * 64);
		// Another socket without a remote sends to a given destination.
		const other = await bench.start({ kind: 'udp', name: 'other' });
		const { id: second } = await bench.engine.generate({
			endpoint: other.id,
			to: remote,
			plan: plan({ rate: 0, count: 7 }),
		});
		expect(await bench.engine.generatorEnded(second)).toMatchObject({ status: 'done', sent: 7 });
		expect((await figures(bench, receiver.id, 50_007)).streams.map(({ received }) => received)).toEqual([50_000, 7]);
	});

	test('messages that the system refuses are counted, reported once, and the run continues', async () => {
		const bench = new TestBench();
		const socket = createSocket('udp4').bind(0, '127.0.0.1');
		await once(socket, 'listening');
		const { port } = socket.address();
		socket.close();
		await once(socket, 'close');
		const { id } = await bench.start({ kind: 'udp', name: 'sender', remote: { host: '127.0.0.1', port } });
		const { id: run } = await bench.engine.generate({ endpoint: id, plan: plan({ rate: 0, count: 500 }) });
		const ended = await bench.engine.generatorEnded(run);
		expect(ended.status).toBe('done');
		expect(ended.sent + ended.errors).toBe(500);
		expect(ended.errors).toBeGreaterThan(100);
		expect(ended.lastError).toMatchObject({ code: 'refused', details: { errno: 'ECONNREFUSED' } });
		const reported = bench.sink.events.filter(({ kind, text }) => kind === 'error' && text.includes('generator'));
		expect(reported).toHaveLength(1);
	});

	test('stopping works at any load, and another can start; a connection has one at a time', async () => {
		const bench = new TestBench({}, new CountingSink());
		const receiver = await bench.start({ kind: 'udp', name: 'receiver' });
		const remote = { host: '127.0.0.1', port: receiver.local.port };
		const { id } = await bench.start({ kind: 'udp', name: 'sender', remote });
		const { id: run } = await bench.engine.generate({ endpoint: id, plan: plan({ rate: 0 }) });
		await new Promise<void>((resolve) => {
			const stop = bench.engine.onGenerators(() => {
				const [now] = bench.engine.generators();
				if (now === undefined || now.sent < 1000) return;
				stop();
				resolve();
			});
			bench.engine.generators();
		});
		await expect(bench.engine.generate({ endpoint: id, plan: plan({}) })).rejects.toMatchObject({
			code: 'wrong-state',
		});
		const { sent, status } = bench.engine.stopGenerator(run);
		expect(status).toBe('stopped');
		await bench.engine.generate({ endpoint: id, plan: plan({ rate: 1 }) });
		// Messages passed to the system may have been counted; nothing more.
		expect(bench.engine.generators()[0]?.sent).toBeLessThanOrEqual(sent + 256);
		await bench.engine.stop(id);
		expect(bench.engine.generators().map(({ status: each, error }) => [each, error?.code])).toEqual([
			['stopped', undefined],
			['failed', 'closed'],
		]);
	});

	test('while the capture is behind it waits', async () => {
		const bench = new TestBench();
		const receiver = await bench.start({ kind: 'udp', name: 'receiver' });
		const remote = { host: '127.0.0.1', port: receiver.local.port };
		const { id } = await bench.start({ kind: 'udp', name: 'sender', remote });
		bench.sink.saturated = true;
		const { id: run } = await bench.engine.generate({ endpoint: id, plan: plan({ rate: 0, count: 10 }) });
		await bench.engine.send({ endpoint: receiver.id, to: remote, bytes: Buffer.from('later') });
		await bench.sink.waitFor(({ direction, text }) => direction === 'in' && text === 'later');
		expect(bench.engine.generators()[0]).toMatchObject({ status: 'running', sent: 0 });
		bench.sink.relieve();
		expect(await bench.engine.generatorEnded(run)).toMatchObject({ status: 'done', sent: 10 });
	});
});

test.runIf(process.platform === 'linux')('Unix datagrams wait for a full receiver: none is lost', async () => {
	const bench = new TestBench({}, new CountingSink());
	const path = `@wirebench-generator-${process.pid}`;
	const receiver = await bench.start({ kind: 'unix-datagram', name: 'receiver', path, ledger: header });
	const { id } = await bench.start({ kind: 'unix-datagram', name: 'sender', remote: path });
	const { id: run } = await bench.engine.generate({ endpoint: id, plan: plan({ rate: 0, count: 5000 }) });
	expect(await bench.engine.generatorEnded(run)).toMatchObject({ status: 'done', sent: 5000, errors: 0 });
	const { streams } = await figures(bench, receiver.id, 5000);
	expect(streams).toMatchObject([{ received: 5000, lost: 0, duplicates: 0, reordered: 0, missingAfter: 0 }]);
});

describe('streams', () => {
	test.each([
		['fixed', { type: 'fixed', length: 50 }],
		['length2', { type: 'length', size: 2 }],
		['length4', { type: 'length', size: 4 }],
	] as const)('%s: the receiver splits the same messages', async (framing, cut) => {
		const bench = new TestBench({}, new CountingSink());
		const server = await bench.start({ kind: 'tcp-server', name: 'receiver', port: 0, framing: cut, ledger: header });
		const { id } = await bench.start({
			kind: 'tcp-client',
			name: 'sender',
			host: '127.0.0.1',
			port: server.local.port,
		});
		const { id: run } = await bench.engine.generate({
			endpoint: id,
			plan: plan({ rate: 0, count: 30_000, size: 50, framing }),
		});
		expect(await bench.engine.generatorEnded(run)).toMatchObject({
			status: 'done',
			sent: 30_000,
			bytes: 30_000 * (framing === 'fixed' ? 50 : framing === 'length2' ? 52 : 54),
		});
		const { streams, unnumbered } = await figures(bench, server.id, 30_000);
		expect(streams[0]).toMatchObject({ received: 30_000, lost: 0, reordered: 0, missingAfter: 0 });
		expect(unnumbered).toBe(0);
	});

	test('numbers in text lines; the loss report is switched on while it runs', async () => {
		const bench = new TestBench({}, new CountingSink());
		const server = await bench.start({ kind: 'tcp-server', name: 'receiver', port: 0, framing: { type: 'line' } });
		const numbering = { type: 'text' as const, text: 'event %06d of many\\n' };
		expect(bench.engine.setLedger(server.id, numbering).config).toMatchObject({ ledger: numbering });
		const { id } = await bench.start({
			kind: 'tcp-client',
			name: 'sender',
			host: '127.0.0.1',
			port: server.local.port,
		});
		await bench.engine.generate({ endpoint: id, plan: plan({ rate: 5000, count: 300, numbering }) });
		const { streams } = await figures(bench, server.id, 300);
		expect(streams).toMatchObject([{ received: 300, lost: 0, lowest: 0, highest: 299 }]);
		expect(streams[0]).not.toHaveProperty('delay');
	});

	test('a peer that never reads blocks it, within limits, and its end ends it', async () => {
		const bench = new TestBench({}, new CountingSink());
		const server = createServer().listen(0, '127.0.0.1');
		await once(server, 'listening');
		onTestFinished(() => {
			server.close();
		});
		const address = server.address();
		if (address === null || typeof address === 'string') throw new Error('It has a port.');
		const accepted = once(server, 'connection');
		const { id } = await bench.start({ kind: 'tcp-client', name: 'sender', host: '127.0.0.1', port: address.port });
		const [peer] = await accepted;
		peer.pause();
		const { id: run } = await bench.engine.generate({ endpoint: id, plan: plan({ rate: 0, size: 1000 }) });
		// It waits once the system's buffers are full: then its pending bytes stay constant.
		const pending = () => bench.engine.connection(bench.connection(id))?.pending ?? 0;
		let still = 0;
		let before = -1;
		while (still < 50) {
			await new Promise((resolve) => setImmediate(resolve));
			const now = bench.engine.generators()[0]?.sent ?? 0;
			still = now > 0 && now === before ? still + 1 : 0;
			before = now;
		}
		expect(pending()).toBeGreaterThan(0);
		expect(pending()).toBeLessThan(400_000);
		peer.resetAndDestroy();
		expect(await bench.engine.generatorEnded(run)).toMatchObject({ status: 'failed' });
	});
});
