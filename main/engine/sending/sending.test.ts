import { createHash } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Sending } from '../../../common/contract/calls/sending.ts';
import { byTier } from '../../../common/tier.fixture.ts';
import { CountingSink } from '../testing/counting-sink.fixture.ts';
import { Peer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

const MIB = 1024 * 1024;

async function toReader(bench: TestBench): Promise<{ reader: Peer; endpoint: string; connection: number }> {
	const reader = new Peer('slow_reader', []);
	const port = Number(await reader.line());
	const { id } = await bench.start({ kind: 'tcp-client', name: 'client', host: '127.0.0.1', port });
	expect(await reader.line()).toBe('READY');
	return { reader, endpoint: id, connection: bench.connection(id) };
}

/** A server of ours with `count` clients of ours; returns its id and the connections in order. */
async function withClients(bench: TestBench, count: number): Promise<{ server: string; connections: number[] }> {
	const { id, local } = await bench.start({ kind: 'tcp-server', name: 'server', port: 0 });
	for (let n = 0; n < count; n++) {
		await bench.start({ kind: 'tcp-client', name: `client ${n}`, host: '127.0.0.1', port: local.port });
	}
	const ours = () => bench.engine.connections().filter(({ endpoint }) => endpoint === id);
	await bench.sink.until(() => ours().length === count);
	return { server: id, connections: ours().map((connection) => connection.id) };
}

async function file(bytes: Uint8Array | number): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'wirebench-sending-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const path = join(folder, 'file.bin');
	if (typeof bytes !== 'number') await writeFile(path, bytes);
	else {
		const handle = await open(path, 'w');
		await handle.truncate(bytes);
		await handle.close();
	}
	return path;
}

/** Resolves when a sending's state fits. Checks again after each of the engine's turns. */
async function until(bench: TestBench, id: string, fits: (state: Sending) => boolean): Promise<Sending> {
	for (;;) {
		const state = bench.engine.sendings.list().find((one) => one.id === id);
		if (state === undefined) throw new Error('It is not listed any more.');
		if (fits(state)) return state;
		await new Promise((resolve) => setImmediate(resolve));
	}
}

describe('a repeat', () => {
	test('sends at its rate, on a schedule that does not drift', async () => {
		const bench = new TestBench();
		const { server, connections } = await withClients(bench, 1);
		const began = performance.now();
		const { id } = await bench.engine.repeat({
			endpoint: server,
			bytes: Buffer.from('tick\n'),
			intervalMs: 5,
			count: 100,
		});
		const end = await bench.engine.sendings.ended(id);
		// The hundredth is due 495 ms after the first: timers with accumulating delays would take at least a tenth longer.
		expect(performance.now() - began).toBeGreaterThanOrEqual(494);
		expect(end).toMatchObject({ state: 'done', messages: 100, bytes: 500, failures: 0 });
		expect(end.repeat).toMatchObject({ planned: 100, count: 100, intervalMs: 5 });
		expect(end.repeat?.maxLateMs).toBeGreaterThanOrEqual(end.repeat?.meanLateMs ?? Number.NaN);
		expect(bench.sink.bytes(connections[0] ?? 0, 'out').toString()).toBe('tick\n'.repeat(100));
		expect(bench.sink.story(connections[0] ?? 0).filter((line) => line === 'out tick\n')).toHaveLength(100);
	});

	test('messages missed by a blocked connection are sent when it continues', async () => {
		const bench = new TestBench();
		const { server } = await withClients(bench, 1);
		bench.sink.saturated = true;
		const { id } = await bench.engine.repeat({ endpoint: server, bytes: Buffer.from('x'), intervalMs: 1, count: 20 });
		await until(bench, id, ({ repeat }) => repeat?.planned === 20);
		expect(await until(bench, id, () => true)).toMatchObject({ messages: 0, state: 'running' });
		bench.sink.relieve();
		const end = await bench.engine.sendings.ended(id);
		expect(end).toMatchObject({ state: 'done', messages: 20 });
		expect(end.repeat?.maxLateMs).toBeGreaterThan(1);
	});

	test('as fast as possible, to a peer that does not read: bounded, and a stop ends it at once', async () => {
		const bench = new TestBench({}, new CountingSink());
		const { reader, endpoint, connection } = await toReader(bench);
		const before = process.memoryUsage();
		const { id } = await bench.engine.repeat({ endpoint, bytes: Buffer.alloc(4096, 'x'), intervalMs: 0, count: 0 });
		await until(bench, id, ({ messages }) => messages > 10 && (bench.engine.connection(connection)?.pending ?? 0) > 0);
		const { messages } = bench.engine.sendings.stop(id);
		const end = await bench.engine.sendings.ended(id);
		expect(end).toMatchObject({ state: 'stopped', messages });
		const { heapUsed, external } = process.memoryUsage();
		expect(heapUsed + external - before.heapUsed - before.external).toBeLessThan(32 * MIB);
		reader.tell('0');
		bench.engine.endConnection(connection);
		const [line = ''] = await reader.rest();
		expect(Number(line.split(' ')[0])).toBe(bench.engine.endpoint(endpoint)?.bytesOut);
	});

	test('stops under a flood while everything else continues', async () => {
		const bench = new TestBench({}, new CountingSink());
		const { id: server, local } = await bench.start({ kind: 'tcp-server', name: 'sink', port: 0 });
		const { id: client } = await bench.start({ kind: 'tcp-client', name: 'c', host: '127.0.0.1', port: local.port });
		const { id } = await bench.engine.repeat({
			endpoint: client,
			bytes: Buffer.from('flood'),
			intervalMs: 0,
			count: 0,
		});
		await until(bench, id, ({ messages }) => messages > 50_000);
		// Timers and sockets run meanwhile.
		await new Promise((resolve) => setTimeout(resolve, 1));
		await bench.start({ kind: 'tcp-client', name: 'd', host: '127.0.0.1', port: local.port });
		const stopped = bench.engine.sendings.stop(id);
		expect(stopped).toMatchObject({ state: 'stopped' });
		expect(stopped.repeat?.rate).toBeGreaterThan(0);
		const out = bench.engine.endpoint(client)?.bytesOut;
		await until(bench, id, ({ state }) => state === 'stopped');
		expect(bench.engine.endpoint(client)?.bytesOut).toBe(out);
		expect(bench.engine.endpoint(server)?.status).toBe('open');
	});

	test('ends with its connection, though the next message is far away', async () => {
		const bench = new TestBench();
		const { server, connections } = await withClients(bench, 1);
		const { id } = await bench.engine.repeat({
			endpoint: server,
			bytes: Buffer.from('x'),
			intervalMs: 60_000,
			count: 0,
		});
		await until(bench, id, ({ messages }) => messages === 1);
		bench.engine.closeConnection(connections[0] ?? 0);
		const end = await bench.engine.sendings.ended(id);
		expect(end).toMatchObject({ state: 'failed', messages: 1, failures: 1, error: { code: 'closed' } });
		bench.engine.sendings.dismiss(id);
		expect(bench.engine.sendings.list()).toEqual([]);
	});

	test('as datagrams, each sent separately', async () => {
		const bench = new TestBench();
		const { local } = await bench.start({ kind: 'udp', name: 'in' });
		const { id: udp } = await bench.start({
			kind: 'udp',
			name: 'out',
			remote: { host: local.address, port: local.port },
		});
		const { id } = await bench.engine.repeat({ endpoint: udp, bytes: Buffer.from('dgram'), intervalMs: 0, count: 500 });
		expect(await bench.engine.sendings.ended(id)).toMatchObject({ state: 'done', messages: 500, bytes: 2500 });
		await bench.sink.until(() => bench.sink.events.filter(({ direction }) => direction === 'in').length === 500);
	});
});

describe('chosen connections', () => {
	test('receive it, the others do not, and failed ones are named', async () => {
		const bench = new TestBench();
		const { server, connections } = await withClients(bench, 4);
		const [first = 0, second = 0, third = 0, fourth = 0] = connections;
		bench.engine.endConnection(second);
		await bench.sink.waitFor(({ kind, connection }) => kind === 'end' && connection === second);
		bench.engine.closeConnection(fourth);
		await bench.sink.waitFor(({ kind, connection }) => kind === 'close' && connection === fourth);
		const result = await bench.engine.send({
			endpoint: server,
			connections: [first, second, fourth],
			bytes: Buffer.from('hi'),
		});
		expect(result).toMatchObject({ bytes: 2, connections: 1 });
		expect(result.failed).toMatchObject([
			{ connection: second, remote: expect.stringMatching(/^127\.0\.0\.1:\d+$/), error: { code: 'wrong-state' } },
			{ connection: fourth, remote: '', error: { code: 'not-found' } },
		]);
		expect(connections.map((id) => bench.sink.bytes(id, 'out').toString())).toEqual(['hi', '', '', '']);
		await expect(
			bench.engine.send({ endpoint: server, connections: [fourth, 9999], bytes: Buffer.from('hi') }),
		).rejects.toMatchObject({ code: 'not-found' });
		const { id } = await bench.engine.repeat({
			endpoint: server,
			connections: [first, third],
			bytes: Buffer.from('r'),
			intervalMs: 0,
			count: 3,
		});
		expect(await bench.engine.sendings.ended(id)).toMatchObject({ connections: 2, messages: 6, bytes: 6 });
		expect(connections.map((one) => bench.sink.bytes(one, 'out').toString())).toEqual(['hirrr', '', 'rrr', '']);
	});
});

describe('a large message to a peer that does not read', () => {
	test('is stopped at once, reports how much was sent, and the next one follows it', async () => {
		const bench = new TestBench({}, new CountingSink());
		const { reader, endpoint, connection } = await toReader(bench);
		const sending = bench.engine.send({ endpoint, bytes: Buffer.alloc(64 * MIB, 'x') });
		const next = bench.engine.send({ endpoint, bytes: Buffer.from('the next') });
		const { id } = await new Promise<Sending>((resolve) => {
			bench.engine.sendings.onChange(() => {
				const [first] = bench.engine.sendings.list();
				if (first !== undefined) resolve(first);
			});
		});
		await until(bench, id, ({ bytes }) => bytes > 0);
		const stopped = bench.engine.sendings.stop(id);
		expect(stopped).toMatchObject({ what: 'message', state: 'stopped', total: 64 * MIB });
		const result = await sending;
		expect(result).toEqual({ bytes: stopped.bytes, connections: 0, stopped: true });
		expect(result.bytes).toBeGreaterThan(0);
		expect(bench.engine.connection(connection)?.pending).toBeLessThanOrEqual(64 * 1024 + 8);
		reader.tell('0');
		expect(await next).toEqual({ bytes: 8, connections: 1 });
		bench.engine.endConnection(connection);
		const [line = ''] = await reader.rest();
		const arrived = Number(line.split(' ')[0]);
		// One piece passed to the system is not withdrawn.
		expect(arrived - result.bytes).toBeLessThanOrEqual(64 * 1024 + 8);
		const expected = Buffer.concat([Buffer.alloc(arrived - 8, 'x'), Buffer.from('the next')]);
		expect(line.split(' ')[1]).toBe(createHash('sha256').update(expected).digest('hex'));
	});
});

test('a repeat that is stopped within a message reports the messages taken whole, and the part of the next', async () => {
	const bench = new TestBench({}, new CountingSink());
	const { endpoint, connection } = await toReader(bench);
	const { id } = await bench.engine.repeat({
		endpoint,
		bytes: Buffer.alloc(32 * MIB, 'x'),
		intervalMs: 100,
		count: 50,
	});
	await until(bench, id, ({ bytes }) => bytes > 0 && (bench.engine.connection(connection)?.pending ?? 0) > 0);
	const { bytes } = bench.engine.sendings.stop(id);
	const end = await bench.engine.sendings.ended(id);
	expect(end).toMatchObject({ state: 'stopped', messages: 0, bytes, partBytes: bytes, repeat: { count: 50 } });
	expect(bytes).toBeGreaterThan(0);
});

describe('a file', () => {
	test('arrives byte by byte, on every one of several connections', async () => {
		const bench = new TestBench();
		const bytes = Buffer.from(Array.from({ length: 700_001 }, (_, at) => (at * 31) ^ (at >> 8)));
		const { server, connections } = await withClients(bench, 2);
		const { id } = await bench.engine.sendFile({ endpoint: server, path: await file(bytes), datagramBytes: 1 });
		const end = await bench.engine.sendings.ended(id);
		expect(end).toMatchObject({ state: 'done', name: 'file.bin', bytes: 1_400_002, total: 1_400_002, messages: 0 });
		for (const one of connections) expect(bench.sink.bytes(one, 'out').equals(bytes)).toBe(true);
	});

	test('is sent as datagrams of the chosen size', async () => {
		const bench = new TestBench();
		const { local } = await bench.start({ kind: 'udp', name: 'in' });
		const { id: udp } = await bench.start({ kind: 'udp', name: 'out' });
		const { id } = await bench.engine.sendFile({
			endpoint: udp,
			to: { host: local.address, port: local.port },
			path: await file(Buffer.from('abcdefg')),
			datagramBytes: 3,
		});
		expect(await bench.engine.sendings.ended(id)).toMatchObject({ state: 'done', messages: 3, bytes: 7 });
		const sent = bench.sink.events.filter(({ kind, direction }) => kind === 'data' && direction === 'out');
		expect(sent.map(({ text }) => text)).toEqual(['abc', 'def', 'g']);
	});

	const LARGE = byTier(512, 2048) * MIB;

	test(`of ${LARGE / MIB} MiB costs no memory, to a reader that throws it away`, async () => {
		const bench = new TestBench({}, new CountingSink());
		const reader = new Peer('discard_server', []);
		const port = Number(await reader.line());
		const { id: client } = await bench.start({ kind: 'tcp-client', name: 'c', host: '127.0.0.1', port });
		const path = await file(LARGE);
		const before = process.memoryUsage.rss();
		let most = 0;
		const { id } = await bench.engine.sendFile({ endpoint: client, path, datagramBytes: 1 });
		const ended = bench.engine.sendings.ended(id);
		const watch = setInterval(() => {
			most = Math.max(most, process.memoryUsage.rss());
		}, 50);
		expect(await ended).toMatchObject({ state: 'done', bytes: LARGE });
		clearInterval(watch);
		expect(most - before).toBeLessThan(128 * MIB);
		bench.engine.endConnection(bench.connection(client));
		expect(await reader.rest()).toEqual([String(LARGE)]);
	});

	test('is stopped at once, though the peer does not read, and reports how much was sent', async () => {
		const bench = new TestBench({}, new CountingSink());
		const { endpoint, connection } = await toReader(bench);
		const { id } = await bench.engine.sendFile({ endpoint, path: await file(2048 * MIB), datagramBytes: 1 });
		await until(bench, id, () => (bench.engine.connection(connection)?.pending ?? 0) > 0);
		const { bytes } = bench.engine.sendings.stop(id);
		expect(await bench.engine.sendings.ended(id)).toMatchObject({ state: 'stopped', bytes });
		expect(bytes).toBeLessThanOrEqual(bench.engine.connection(connection)?.bytesOut ?? 0);
	});

	test('that cannot be read reports why, and one that shrinks fails', async () => {
		const bench = new TestBench();
		const { server } = await withClients(bench, 1);
		const missing = { endpoint: server, path: '/nowhere/file', datagramBytes: 1 };
		await expect(bench.engine.sendFile(missing)).rejects.toMatchObject({
			code: 'not-found',
			message: 'There is no file /nowhere/file.',
		});
		await expect(bench.engine.sendFile({ ...missing, path: tmpdir() })).rejects.toMatchObject({ code: 'wrong-state' });
		bench.sink.saturated = true;
		const path = await file(3 * MIB);
		const { id } = await bench.engine.sendFile({ endpoint: server, path, datagramBytes: 1 });
		const handle = await open(path, 'r+');
		await handle.truncate(MIB);
		await handle.close();
		bench.sink.relieve();
		expect(await bench.engine.sendings.ended(id)).toMatchObject({ state: 'failed', error: { code: 'disk' } });
	});
});

test('transfers end with the engine', async () => {
	const bench = new TestBench();
	const { server } = await withClients(bench, 1);
	const { id } = await bench.engine.repeat({ endpoint: server, bytes: Buffer.from('x'), intervalMs: 5, count: 0 });
	const ended = bench.engine.sendings.ended(id);
	await bench.engine.close();
	expect((await ended).state).not.toBe('running');
});
