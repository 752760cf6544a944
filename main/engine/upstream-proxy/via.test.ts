import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { TestBench } from '../testing/workbench.fixture.ts';
import { opensslCertificate, sServer, testFolder } from '../tls/openssl.fixture.ts';
import { microsocks, missing, ncatProxy } from './proxies.fixture.ts';

const noSocks = missing('microsocks');
const noNcat = missing('ncat');

async function serve(host: string, onConnection: (socket: Socket) => void): Promise<number> {
	const sockets: Socket[] = [];
	const server = createServer((socket) => {
		sockets.push(socket.on('error', () => undefined));
		onConnection(socket);
	});
	onTestFinished(() => {
		server.close();
		for (const socket of sockets) socket.destroy();
	});
	server.listen(0, host);
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new TypeError('The server has no port.');
	return address.port;
}

const greeter = (host = '127.0.0.1') => serve(host, (socket) => socket.end('Welcome!'));

type Proxy = { host: string; port: number; type?: 'socks5' | 'http'; user?: string; password?: string };

function client(bench: TestBench, via: Proxy, port: number, more: object = {}): string {
	return bench.create({ kind: 'tcp-client', name: 'c', host: '127.0.0.1', port, via, ...more }).id;
}

/** All data from the tunnel of a client, whose server sends it and closes. */
async function read(bench: TestBench, id: string): Promise<string> {
	await bench.engine.start(id);
	const { connection } = await bench.sink.waitFor(
		(event) => event.kind === 'close' && event.text.includes(' 8 bytes in'),
	);
	return bench.sink.bytes(connection, 'in').toString();
}

const notes = (bench: TestBench) => bench.sink.events.filter(({ kind }) => kind === 'note').map(({ text }) => text);

describe.skipIf(noSocks !== undefined)(`through microsocks ${noSocks ?? ''}`, () => {
	test('the payload is that of the tunnel, and each step is reported', async () => {
		const bench = new TestBench();
		const port = await greeter();
		const via = await microsocks(bench);
		expect(await read(bench, client(bench, via, port))).toBe('Welcome!');
		expect(notes(bench).slice(-5)).toEqual([
			`Asking the SOCKS5 proxy ${via.host}:1080 for 127.0.0.1:${port}.`,
			'The proxy asks for no user.',
			expect.stringMatching(/^The proxy connected from [\d.]+:\d+\.$/),
			expect.stringMatching(new RegExp(`^Connected to 127\\.0\\.0\\.1:${port} through the proxy after [\\d.]+ ms\\.$`)),
			`The connection goes through the SOCKS5 proxy ${via.host}:1080 to 127.0.0.1:${port}.`,
		]);
	});

	test('the proxy resolves names and IPv6 addresses', async () => {
		const bench = new TestBench();
		const via = await microsocks(bench);
		expect(await read(bench, client(bench, via, await greeter(), { host: 'localhost', family: 'ipv4' }))).toBe(
			'Welcome!',
		);
		const six = new TestBench();
		expect(await read(six, client(six, via, await greeter('::1'), { host: '::1' }))).toBe('Welcome!');
	});

	test('with a user and a password; a wrong one is refused, and is in no capture', async () => {
		const bench = new TestBench();
		const port = await greeter();
		const via = await microsocks(bench, ['-u', 'ann', '-P', 'sésame']);
		expect(await read(bench, client(bench, { ...via, user: 'ann', password: 'sésame' }, port))).toBe('Welcome!');
		expect(notes(bench)).toContain('The proxy let ann in.');
		expect(JSON.stringify(bench.sink.endpoints)).not.toContain('sésame');
		const wrong = client(bench, { ...via, user: 'ann', password: 'x' }, port);
		await expect(bench.engine.start(wrong)).rejects.toMatchObject({
			code: 'not-permitted',
			message: expect.stringContaining('did not let ann in'),
		});
		await expect(bench.engine.start(client(bench, via, port))).rejects.toMatchObject({
			message: 'The proxy wants a user and a password.',
		});
	});

	test('TLS goes through it, with the certificate of the host', async () => {
		const bench = new TestBench();
		const { cert, key } = opensslCertificate(testFolder());
		const { port } = await sServer('-cert', cert, '-key', key);
		const tls = { ca: { from: 'file', path: cert }, servername: 'localhost' };
		await bench.engine.start(client(bench, await microsocks(bench), port, { tls }));
		expect(bench.engine.connections()).toMatchObject([{ tls: { version: 'TLSv1.3' } }]);
		expect(notes(bench)).toContainEqual(expect.stringContaining('through the proxy after'));
	});

	test("the host's refusal is reported with the reply of the proxy", async () => {
		const bench = new TestBench();
		const via = await microsocks(bench);
		const id = client(bench, via, 1, { host: via.host });
		await expect(bench.engine.start(id)).rejects.toMatchObject({
			code: 'refused',
			message: `The proxy did not connect to ${via.host}:1: the host refused (SOCKS5 reply 5).`,
		});
		expect(bench.engine.endpoint(id)).toMatchObject({ status: 'failed', error: { code: 'refused' } });
	});
});

describe.skipIf(noNcat !== undefined)(`through ncat ${noNcat ?? ''}`, () => {
	test('with basic authentication, and its refusals with their text', async () => {
		const bench = new TestBench();
		const port = await greeter();
		const via = { ...(await ncatProxy(bench, ['--proxy-auth', 'ann:s'])), type: 'http' as const };
		expect(await read(bench, client(bench, { ...via, user: 'ann', password: 's' }, port))).toBe('Welcome!');
		expect(notes(bench)).toContainEqual(expect.stringMatching(/^The proxy answered "HTTP\/1\.0 200 OK"\.$/));
		await expect(bench.engine.start(client(bench, via, port))).rejects.toMatchObject({
			code: 'not-permitted',
			message: expect.stringMatching(/it answered "HTTP\/1\.0 407 /),
			details: { hint: 'It wants a user and a password.' },
		});
		await expect(
			bench.engine.start(client(bench, { ...via, user: 'ann', password: 's' }, 1, { host: via.host })),
		).rejects.toMatchObject({ message: expect.stringMatching(/it answered "HTTP\/1\.0 50\d /) });
	});
});

describe('a handwritten proxy', () => {
	test.each([
		['in one piece with its end', (socket: Socket, bytes: Buffer) => void socket.end(bytes)],
		[
			'byte by byte',
			(socket: Socket, bytes: Buffer) => {
				socket.setNoDelay();
				const next = (at: number): void => {
					if (at === bytes.length) socket.end();
					else socket.write(bytes.subarray(at, at + 1), () => setImmediate(() => next(at + 1)));
				};
				next(0);
			},
		],
	])('bytes after its answer are the host’s: %s', async (_how, answer) => {
		const http = new TestBench();
		const httpProxy = await serve('127.0.0.1', (socket) =>
			socket.once('data', () => answer(socket, Buffer.from('HTTP/1.1 204 Go on\r\nContent-Length: 3\r\n\r\nWelcome!'))),
		);
		expect(await read(http, client(http, { type: 'http', host: '127.0.0.1', port: httpProxy }, 9))).toBe('Welcome!');
		const socks = new TestBench();
		const hello = Buffer.from([5, 0]);
		const bound = Buffer.from([5, 0, 0, 3, 2, 0x61, 0x62, 0, 80]);
		const socksProxy = await serve('127.0.0.1', (socket) =>
			socket.once('data', () => answer(socket, Buffer.concat([hello, bound, Buffer.from('Welcome!')]))),
		);
		expect(await read(socks, client(socks, { host: '127.0.0.1', port: socksProxy }, 9))).toBe('Welcome!');
		expect(notes(socks)).toContain('The proxy connected from ab:80.');
	});

	test.each([
		['socks5', Buffer.from('HTTP/1.1 400 Bad\r\n\r\n'), /no SOCKS5 proxy, it says version 72/],
		['socks5', Buffer.from([5]), /closed the connection/],
		['socks5', Buffer.from([5, 0, 5, 2, 0, 1]), /its rules do not allow this connection \(SOCKS5 reply 2\)/],
		['socks5', Buffer.from([5, 0, 5, 77, 0, 1]), /no reason that is known \(SOCKS5 reply 77\)/],
		['http', Buffer.from([5, 0xff]), /closed the connection/],
		['http', Buffer.from(`HTTP/1.1 200 ${'x'.repeat(20_000)}`), /goes on after 16384 bytes/],
		['http', Buffer.from('220 mail ready\r\n\r\n'), /does not speak HTTP, it says "220 mail ready"/],
	] as const)('as %s, the answer %j fails with a sentence', async (type, bytes, message) => {
		const bench = new TestBench();
		const port = await serve('127.0.0.1', (socket) => socket.once('data', () => socket.end(bytes)));
		await expect(bench.engine.start(client(bench, { type, host: '127.0.0.1', port }, 9))).rejects.toMatchObject({
			message: expect.stringMatching(message),
		});
		expect(bench.engine.connections()).toEqual([]);
	});

	test('its silence ends after the timeout, and a stop ends it at once', async () => {
		const bench = new TestBench();
		const gone: Promise<unknown>[] = [];
		const port = await serve('127.0.0.1', (socket) => gone.push(once(socket.resume(), 'close')));
		const via = { host: '127.0.0.1', port };
		await expect(bench.engine.start(client(bench, via, 9, { connectTimeoutMs: 50 }))).rejects.toMatchObject({
			code: 'timeout',
		});
		const id = client(bench, via, 9);
		const starting = bench.engine.start(id);
		await bench.sink.waitFor((event) => event.text.startsWith('Asking the SOCKS5 proxy') && gone.length > 0);
		await Promise.all([bench.engine.stop(id), expect(starting).rejects.toMatchObject({ code: 'wrong-state' })]);
		await Promise.all(gone);
	});
});
