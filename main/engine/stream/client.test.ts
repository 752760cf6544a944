import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { tcpClientConfigSchema } from '../../../common/endpoints/index.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { connectHost } from './connect-host.ts';

/** A server that collects its connections, and its port. */
async function listen(port = 0, host = '127.0.0.1'): Promise<{ server: Server; port: number; sockets: Socket[] }> {
	const sockets: Socket[] = [];
	const server = createServer((socket) => sockets.push(socket.resume()));
	onTestFinished(() => {
		server.close();
		for (const socket of sockets) socket.destroy();
	});
	server.listen(port, host);
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new TypeError('The server has no port.');
	return { server, port: address.port, sockets };
}

/** A port that nothing listens on during the test. */
async function closedPort(host = '127.0.0.1'): Promise<number> {
	const { server, port } = await listen(0, host);
	server.close();
	await once(server, 'close');
	return port;
}

const client = (port: number, more: object = {}) => ({
	kind: 'tcp-client' as const,
	name: 'client',
	host: '127.0.0.1',
	port,
	...more,
});

/** Resolves when the endpoint has this status. */
function status(bench: TestBench, id: string, wanted: string): Promise<void> {
	return new Promise((resolve) => {
		const look = (): void => {
			bench.engine.takeChanges();
			if (bench.engine.endpoint(id)?.status !== wanted) return;
			stopListening();
			resolve();
		};
		const stopListening = bench.engine.onChange(look);
		look();
	});
}

const notes = (bench: TestBench) => bench.sink.events.filter(({ kind }) => kind === 'note').map(({ text }) => text);

describe('a host name', () => {
	test('is looked up, and the result of each address is reported', async () => {
		const bench = new TestBench();
		const { port } = await listen();
		const { id } = bench.create(client(port, { host: 'localhost' }));
		await bench.engine.start(id);
		const reported = notes(bench);
		expect(reported[0]).toMatch(/^localhost is .*127\.0\.0\.1.* \(found in [\d.]+ ms\)\.$/);
		expect(reported.at(-1)).toMatch(new RegExp(`^127\\.0\\.0\\.1:${port} answered after [\\d.]+ ms\\.$`));
	});

	test('whose addresses all refuse fails with each of them', async () => {
		const bench = new TestBench();
		const { id } = bench.create(client(await closedPort(), { host: 'localhost', family: 'ipv4' }));
		await expect(bench.engine.start(id)).rejects.toMatchObject({
			code: 'refused',
			message: expect.stringContaining('localhost'),
			details: { attempts: [{ address: '127.0.0.1', errno: 'ECONNREFUSED', ms: expect.any(Number) }] },
		});
	});

	test('without an address of the requested family is not found', async () => {
		const bench = new TestBench();
		const { id } = bench.create(client(1, { host: 'wirebench.invalid', family: 'ipv6' }));
		await expect(bench.engine.start(id)).rejects.toMatchObject({ code: 'name-not-found' });
	});
});

describe('while it connects, the endpoint says what it waits in', () => {
	test('the look-up of a name, and the address that it tries', async () => {
		const { port } = await listen();
		const waits: string[] = [];
		const target = tcpClientConfigSchema.parse(client(port, { host: 'localhost', family: 'ipv4' }));
		const { signal } = new AbortController();
		const socket = await connectHost(
			target,
			signal,
			() => undefined,
			(call, to) => waits.push(`${call} ${to}`),
		);
		socket.destroy();
		expect(waits).toEqual(['getaddrinfo localhost', `connect 127.0.0.1:${port}`]);
	});

	test('the handshake of TLS with a server that is silent, until it is stopped', async () => {
		const bench = new TestBench();
		const { port } = await listen();
		const { id } = bench.create(client(port, { tls: {} }));
		const before = Date.now();
		const start = bench.engine.start(id);
		const refused = expect(start).rejects.toMatchObject({ code: 'wrong-state' });
		await new Promise<void>((resolve) => {
			const look = (): void => {
				bench.engine.takeChanges();
				if (bench.engine.endpoint(id)?.connecting?.call !== 'do_handshake') return;
				stop();
				resolve();
			};
			const stop = bench.engine.onChange(look);
			look();
		});
		const waits = bench.engine.endpoint(id)?.connecting;
		expect(waits).toMatchObject({ call: 'do_handshake', to: `127.0.0.1:${port}` });
		expect(waits?.since).toBeGreaterThanOrEqual(before);
		await bench.engine.stop(id);
		await refused;
		expect(bench.engine.endpoint(id)?.connecting).toBeUndefined();
	});
});

test('connects from the configured address and port', async () => {
	const bench = new TestBench();
	const { port, sockets, server } = await listen();
	const localPort = await closedPort('127.0.0.3');
	const accepted = once(server, 'connection');
	const { id } = bench.create(client(port, { localHost: '127.0.0.3', localPort }));
	await bench.engine.start(id);
	await accepted;
	expect([sockets[0]?.remoteAddress, sockets[0]?.remotePort]).toEqual(['127.0.0.3', localPort]);
});

describe('reconnect', () => {
	const reconnect = { firstMs: 20, maxMs: 50, attempts: 0 };

	test('waits for a server that does not exist yet', async () => {
		const bench = new TestBench();
		const port = await closedPort();
		const { id } = bench.create(client(port, { reconnect }));
		const starting = bench.engine.start(id);
		await bench.sink.waitFor((event) => event.text.startsWith('Trying again in 50 ms (3)'));
		expect(bench.engine.endpoint(id)?.status).toBe('starting');
		await listen(port);
		expect(await starting).toMatchObject({ status: 'open' });
		expect(notes(bench).slice(0, 2)).toEqual(['Trying again in 20 ms (1).', 'Trying again in 40 ms (2).']);
	});

	test('reopens a connection that the peer closed or reset', async () => {
		const bench = new TestBench();
		const { port, sockets, server } = await listen();
		const { id } = bench.create(client(port, { reconnect }));
		const first = once(server, 'connection');
		await bench.engine.start(id);
		await first;
		const second = once(server, 'connection');
		sockets[0]?.end();
		await second;
		const third = once(server, 'connection');
		sockets[1]?.resetAndDestroy();
		await third;
		await status(bench, id, 'open');
		expect(bench.engine.connections()).toHaveLength(1);
		await bench.engine.stop(id);
		expect(bench.engine.endpoint(id)?.status).toBe('stopped');
	});

	test('does not reopen a connection that we closed', async () => {
		const bench = new TestBench();
		const { port, server } = await listen();
		const { id } = bench.create(client(port, { reconnect }));
		const accepted = once(server, 'connection');
		await bench.engine.start(id);
		await accepted;
		bench.engine.closeConnection(bench.connection(id));
		await bench.sink.waitFor((event) => event.kind === 'close');
		expect(bench.engine.endpoint(id)?.status).toBe('stopped');
		expect(notes(bench)).toEqual([]);
	});

	test('gives up after its attempts, with the last error', async () => {
		const bench = new TestBench();
		const { port, sockets, server } = await listen();
		const { id } = bench.create(client(port, { reconnect: { ...reconnect, attempts: 2 } }));
		const accepted = once(server, 'connection');
		await bench.engine.start(id);
		await accepted;
		server.close();
		sockets[0]?.destroy();
		await status(bench, id, 'failed');
		expect(bench.engine.endpoint(id)?.error?.code).toBe('refused');
		expect(notes(bench)).toEqual(['Trying again in 20 ms (1 of 2).', 'Trying again in 40 ms (2 of 2).']);
	});

	test('a stop ends the waiting at once', async () => {
		const bench = new TestBench();
		const { id } = bench.create(
			client(await closedPort(), { reconnect: { ...reconnect, firstMs: 60_000, maxMs: 60_000 } }),
		);
		const starting = bench.engine.start(id);
		await bench.sink.waitFor((event) => event.text.startsWith('Trying again'));
		await Promise.all([bench.engine.stop(id), expect(starting).rejects.toMatchObject({ code: 'wrong-state' })]);
		expect(bench.engine.endpoint(id)?.status).toBe('stopped');
	});
});
