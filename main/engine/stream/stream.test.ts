import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { EndpointConfigInput } from '../../../common/endpoints/index.ts';
import { hex, Peer, runPeer } from '../testing/python.fixture.ts';
import { type Started, TestBench } from '../testing/workbench.fixture.ts';

const text = (written: string) => ({ format: 'text' as const, text: written });
const echo = { rules: [{ match: { type: 'any' as const }, reply: text('{{data}}') }] };

const server = (more: Partial<Extract<EndpointConfigInput, { kind: 'tcp-server' }>> = {}): EndpointConfigInput => ({
	kind: 'tcp-server',
	name: 'server',
	port: 0,
	...more,
});

/** A plain Node client that stays half open, and the id of its connection. */
async function client(bench: TestBench, { local, id }: Started): Promise<{ socket: Socket; connection: number }> {
	const before = bench.sink.connections.size;
	const socket = connect({ host: local.address, port: local.port, allowHalfOpen: true });
	onTestFinished(() => {
		socket.destroy();
	});
	await once(socket, 'connect');
	await bench.sink.until(() => bench.sink.connections.size > before);
	expect(bench.engine.endpoint(id)?.connections).toBeGreaterThan(0);
	return { socket, connection: before + 1 };
}

const closed = (bench: TestBench, connection: number) =>
	bench.sink.waitFor((event) => event.connection === connection && event.kind === 'close');

describe('ending', () => {
	test('end is a FIN: we send no more, and still read', async () => {
		const bench = new TestBench();
		const { socket, connection } = await client(bench, await bench.start(server()));
		bench.engine.endConnection(connection);
		socket.resume();
		await once(socket, 'end');
		expect(bench.engine.connection(connection)?.status).toBe('ended');
		await expect(bench.engine.send({ endpoint: 'e1', connection, bytes: Buffer.from('x') })).rejects.toMatchObject({
			code: 'wrong-state',
		});
		expect(() => bench.engine.endConnection(connection)).toThrow(expect.objectContaining({ code: 'wrong-state' }));
		socket.end('late');
		await closed(bench, connection);
		expect(bench.sink.story(connection)).toEqual(['open', 'end out', 'in late', 'end in', 'close']);
		expect(bench.engine.connection(connection)).toBeUndefined();
	});

	test('afterPeerEnd keep: the connection stays half open, and can be written to', async () => {
		const bench = new TestBench();
		const started = await bench.start(server({ afterPeerEnd: 'keep' }));
		const { socket, connection } = await client(bench, started);
		socket.end('abc');
		await bench.sink.waitFor((event) => event.kind === 'end');
		expect(bench.engine.connection(connection)?.status).toBe('peer-ended');
		const received = once(socket, 'data');
		await bench.engine.send({ endpoint: started.id, connection, bytes: Buffer.from('still') });
		expect(String((await received)[0])).toBe('still');
		bench.engine.endConnection(connection);
		await closed(bench, connection);
		expect(bench.sink.story(connection)).toEqual(['open', 'in abc', 'end in', 'out still', 'end out', 'close']);
	});

	test('afterPeerEnd end-at-once: pending answers are dropped, and the connection closes', async () => {
		const bench = new TestBench();
		const rules = [{ match: { type: 'any' as const }, delayMs: 60_000, reply: text('too late') }];
		const started = await bench.start(server({ afterPeerEnd: 'end-at-once', responder: { rules } }));
		const { socket, connection } = await client(bench, started);
		socket.end('abc');
		await closed(bench, connection);
		expect(bench.sink.story(connection)).toEqual(['open', 'in abc', 'end in', 'end out', 'close']);
	});

	test("pending replies at the peer's end are still sent, in order and on time", async () => {
		const bench = new TestBench();
		const rules = [
			{ match: { type: 'equals' as const, pattern: text('slow') }, delayMs: 120, reply: text('<{{n}} {{data}}>') },
			{ match: { type: 'any' as const }, delayMs: 20, reply: text('<{{n}} {{data}}>') },
		];
		const started = await bench.start(server({ framing: { type: 'line' }, responder: { rules } }));
		const { socket, connection } = await client(bench, started);
		const begin = performance.now();
		socket.end('slow\nquick\nrest');
		let all = '';
		socket.on('data', (chunk) => {
			all += chunk;
		});
		await once(socket, 'end');
		expect(all).toBe('<1 slow><2 quick><3 rest>');
		expect(performance.now() - begin).toBeGreaterThanOrEqual(118);
		await closed(bench, connection);
		expect(bench.sink.story(connection).slice(-3)).toEqual(['out <3 rest>', 'end out', 'close']);
	});

	test('a delayed reply blocks no other connection', async () => {
		const bench = new TestBench();
		const rules = [
			{ match: { type: 'equals' as const, pattern: text('slow') }, delayMs: 3_600_000, reply: text('in an hour') },
			{ match: { type: 'any' as const }, reply: text('<{{data}}>') },
		];
		const started = await bench.start(server({ responder: { rules } }));
		const [slow, quick] = [await client(bench, started), await client(bench, started)];
		slow.socket.write('slow');
		await bench.sink.waitFor((event) => event.text === 'slow');
		quick.socket.write('quick');
		await bench.sink.waitFor((event) => event.direction === 'out' && event.text === '<quick>');
		expect(bench.sink.story(slow.connection)).toEqual(['open', 'in slow']);
	});

	test('close closes both halves at once', async () => {
		const bench = new TestBench();
		const { socket, connection } = await client(bench, await bench.start(server()));
		bench.engine.closeConnection(connection);
		socket.resume();
		await once(socket, 'end');
		await closed(bench, connection);
		expect(bench.sink.story(connection)).toEqual(['open', 'end out', 'close']);
		expect(() => bench.engine.closeConnection(connection)).toThrow(expect.objectContaining({ code: 'not-found' }));
	});

	test('reset is an RST', async () => {
		const bench = new TestBench();
		const { socket, connection } = await client(bench, await bench.start(server()));
		bench.engine.resetConnection(connection);
		socket.resume();
		const [error] = await once(socket, 'error').catch((thrown) => [thrown]);
		expect(error.code).toBe('ECONNRESET');
		await closed(bench, connection);
		expect(bench.sink.story(connection)).toEqual(['open', 'reset out', 'close']);
	});

	test('a reset right after an end comes after the FIN', async () => {
		const bench = new TestBench();
		const { connection } = await client(bench, await bench.start(server()));
		bench.engine.endConnection(connection);
		bench.engine.resetConnection(connection);
		await closed(bench, connection);
		expect(bench.sink.story(connection)).toEqual(['open', 'end out', 'reset out', 'close']);
	});

	test('a rule that resets sends its reply first', async () => {
		const bench = new TestBench();
		const rules = [{ match: { type: 'any' as const }, reply: text('no'), after: 'reset' as const }];
		const { socket, connection } = await client(bench, await bench.start(server({ responder: { rules } })));
		const received = once(socket, 'data');
		socket.write('x');
		expect(String((await received)[0])).toBe('no');
		const [error] = await once(socket, 'error').catch((thrown) => [thrown]);
		expect(error.code).toBe('ECONNRESET');
		await closed(bench, connection);
		expect(bench.sink.story(connection)).toEqual(['open', 'in x', 'out no', 'reset out', 'close']);
	});

	test('a peer that never ends its side after a final reply is closed, with a note', async () => {
		const bench = new TestBench({ lingerMs: 40 });
		const onOpen = { reply: text('bye'), after: 'end' as const };
		const { connection } = await client(bench, await bench.start(server({ responder: { onOpen } })));
		await closed(bench, connection);
		expect(bench.sink.story(connection)).toEqual(['open', 'out bye', 'end out', 'note', 'close']);
	});
});

describe('peers that misbehave', () => {
	test("a peer's reset is a reset event, and others are not affected", async () => {
		const bench = new TestBench();
		const started = await bench.start(server({ responder: echo }));
		const { socket, connection } = await client(bench, started);
		await runPeer('reset_client', [...started.args, hex('x')]);
		const reset = await bench.sink.waitFor((event) => event.kind === 'reset');
		expect(reset).toMatchObject({ connection: 2, direction: 'in' });
		expect(reset.text).toContain('ECONNRESET (104)');
		await closed(bench, 2);
		expect(bench.sink.story(2)).toEqual(['open', 'in x', 'out x', 'reset in', 'close']);
		const received = once(socket, 'data');
		socket.write('abc');
		expect(String((await received)[0])).toBe('abc');
		expect(bench.engine.connection(connection)?.status).toBe('open');
	});

	test('a send interrupted by a reset fails with the errno name and number', async () => {
		const bench = new TestBench();
		const started = await bench.start(server());
		const { socket, connection } = await client(bench, started);
		socket.pause();
		const sending = bench.engine.send({ endpoint: started.id, connection, bytes: Buffer.alloc(32 * 1024 * 1024) });
		socket.resetAndDestroy();
		await expect(sending).rejects.toMatchObject({
			message: expect.stringMatching(/ after \d+ of 33554432 bytes had been sent\.$/),
			details: { errno: expect.stringMatching(/^(ECONNRESET|EPIPE)$/), errnoNumber: expect.any(Number) },
		});
	});

	test('writing to a closed peer is an error event with errno name and number, on that connection alone', async () => {
		const bench = new TestBench();
		const started = await bench.start(server({ afterPeerEnd: 'keep' }));
		const { socket, connection } = await client(bench, started);
		const other = await client(bench, started);
		socket.end();
		await bench.sink.waitFor((event) => event.kind === 'end');
		socket.destroy();
		const send = () => bench.engine.send({ endpoint: started.id, connection, bytes: Buffer.from('x') });
		// The first write makes the peer's system answer with RST; a later one meets it.
		let failure: unknown;
		while (failure === undefined) {
			failure = await send().then(
				() => new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined))),
				(error: unknown) => error,
			);
		}
		const event = await bench.sink.waitFor((one) => one.kind === 'error');
		expect(event).toMatchObject({ connection });
		expect(event.text).toMatch(/^(EPIPE \(32\)|ECONNRESET \(104\)): /);
		await closed(bench, connection);
		expect(bench.engine.connection(other.connection)?.status).toBe('open');
		expect(bench.engine.endpoint(started.id)?.status).toBe('open');
	});

	test('a client that is killed while it sends loses no received data, and the server continues', async () => {
		const bench = new TestBench();
		const started = await bench.start(server());
		const peer = new Peer('endless_sender', started.args);
		await bench.sink.until(() => (bench.engine.endpoint(started.id)?.bytesIn ?? 0) > 4 * 1024 * 1024);
		await peer.kill();
		await closed(bench, 1);
		const read = bench.sink.bytes(1, 'in');
		expect(read.length).toBe(bench.engine.endpoint(started.id)?.bytesIn);
		expect(read.every((byte) => byte === 0x78)).toBe(true);
		const { socket } = await client(bench, started);
		socket.write('next');
		await bench.sink.waitFor((event) => event.text === 'next');
	});

	test('a peer that sends without reading is paused: data pending to it stays bounded', async () => {
		const bench = new TestBench();
		const started = await bench.start(server({ responder: echo }));
		const peer = new Peer('endless_sender', started.args);
		await bench.sink.until(() => (bench.engine.connection(1)?.pending ?? 0) > 128 * 1024);
		const { pending } = bench.engine.connection(1) ?? { pending: Number.NaN };
		expect(pending).toBeLessThan(600 * 1024);
		const other = await client(bench, started);
		const received = once(other.socket, 'data');
		other.socket.write('abc');
		expect(String((await received)[0])).toBe('abc');
		expect(bench.engine.connection(1)?.pending).toBeLessThan(600 * 1024);
		await bench.engine.stop(started.id);
		expect(bench.sink.story(1).at(-1)).toBe('close');
		expect(bench.sink.story(1).at(-2)).toBe('note');
		await peer.kill();
	});
});

test('while the capture is behind, sockets are not read; then they are', async () => {
	const bench = new TestBench();
	const { socket } = await client(bench, await bench.start(server({ responder: echo })));
	bench.sink.saturated = true;
	socket.write('first');
	await bench.sink.waitFor((event) => event.text === 'first');
	const other = createServer();
	onTestFinished(() => {
		other.close();
	});
	// A round trip through another process takes longer than the next read would.
	socket.write('second');
	await once(other.listen(0, '127.0.0.1'), 'listening');
	const address = other.address();
	const round = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1');
	await once(other, 'connection');
	await once(round.end(), 'finish');
	round.destroy();
	expect(bench.sink.bytes(1, 'in').toString()).toBe('first');
	bench.sink.relieve();
	await bench.sink.until(() => bench.sink.bytes(1, 'out').toString() === 'firstsecond');
});
