import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { EndpointConfigInput } from '../../../common/contract/endpoint.ts';
import { type Started, TestBench } from '../workbench.fixture.ts';

type ProxyInput = Partial<Extract<EndpointConfigInput, { kind: 'tcp-proxy' }>>;

/** A target of Node's own, which hands its connections over. */
async function target(): Promise<{ port: number; accepted: () => Promise<Socket>; server: Server }> {
	const server = createServer({ allowHalfOpen: true });
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const sockets: Socket[] = [];
	server.on('connection', (socket) => {
		socket.on('error', () => undefined);
		sockets.push(socket);
		server.emit('taken');
	});
	onTestFinished(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('It has a port.');
	let taken = 0;
	const accepted = async (): Promise<Socket> => {
		while (sockets[taken] === undefined) await once(server, 'taken');
		taken++;
		const socket = sockets[taken - 1];
		if (!socket) throw new Error('There is one.');
		return socket;
	};
	return { port: address.port, accepted, server };
}

function proxy(bench: TestBench, port: number, more: ProxyInput = {}): Promise<Started> {
	return bench.start({ kind: 'tcp-proxy', name: 'proxy', port: 0, target: { host: '127.0.0.1', port }, ...more });
}

async function client({ local }: Started): Promise<Socket> {
	const socket = connect({ host: local.address, port: local.port, allowHalfOpen: true });
	socket.on('error', () => undefined);
	onTestFinished(() => {
		socket.destroy();
	});
	await once(socket, 'connect');
	return socket;
}

async function all(socket: Socket): Promise<string> {
	let text = '';
	for await (const chunk of socket) text += chunk;
	return text;
}

describe('passing on', () => {
	test('bytes go both ways, half-closes pass through, and both halves are in the capture', async () => {
		const bench = new TestBench();
		const { port, accepted } = await target();
		const started = await proxy(bench, port);
		const socket = await client(started);
		const there = await accepted();
		socket.end('question');
		expect(await all(there)).toBe('question');
		there.end('answer');
		expect(await all(socket)).toBe('answer');
		await bench.sink.until(() => bench.engine.connections().length === 0);
		expect(bench.sink.story(1)).toEqual(['open', 'in question', 'end in', 'out answer', 'end out', 'close']);
		expect(bench.sink.story(2)).toEqual(['open', 'out question', 'end out', 'in answer', 'end in', 'close']);
	});

	test('a reset on one side resets the other', async () => {
		const bench = new TestBench();
		const { port, accepted } = await target();
		const started = await proxy(bench, port);
		const socket = await client(started);
		const there = await accepted();
		await bench.sink.until(() => bench.sink.connections.size === 2);
		const failed = once(socket.resume(), 'error');
		there.resetAndDestroy();
		const [error] = await failed;
		expect(error).toMatchObject({ code: 'ECONNRESET' });
		await bench.sink.until(() => bench.engine.connections().length === 0);
		expect(bench.sink.story(1)).toEqual(['open', 'reset out', 'close']);
		expect(bench.sink.story(2)).toEqual(['open', 'reset in', 'close']);
	});

	test('a target that refuses is an error of the client, which is closed', async () => {
		const bench = new TestBench();
		const { port, server } = await target();
		server.close();
		await once(server, 'close');
		const socket = await client(await proxy(bench, port));
		expect(await all(socket)).toBe('');
		await bench.sink.until(() => bench.engine.connections().length === 0);
		expect(bench.sink.story(1)).toEqual(['open', 'error', 'end out', 'close']);
		const error = await bench.sink.waitFor((event) => event.kind === 'error');
		expect(error.text).toMatch(new RegExp(`ECONNREFUSED.*127\\.0\\.0\\.1:${port}`));
	});

	test('a proxy that is stopped closes both halves, also one that is being opened', async () => {
		const bench = new TestBench();
		const { port, accepted } = await target();
		const started = await proxy(bench, port);
		const socket = await client(started);
		const there = await accepted();
		await client(started);
		await bench.engine.stop(started.id);
		expect(bench.engine.connections()).toEqual([]);
		expect(await all(socket)).toBe('');
		expect(await all(there)).toBe('');
	});
});
