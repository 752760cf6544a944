import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket as NodeWebSocket } from 'ws';
import { createRpcClient } from '../../../common/rpc/client.ts';
import { encodeMessage } from '../../../common/rpc/codec.ts';
import { cutFrames } from '../../../common/rpc/frames.ts';
import { serveRpc } from '../../../common/rpc/server.ts';
import { suiteContract, suiteServer } from '../../../common/rpc/suite-contract.fixture.ts';
import type { Transport } from '../../../common/rpc/transport.ts';
import { describeTransport } from '../../../common/rpc/transport-suite.fixture.ts';
import { connectWebSocket } from '../../../common/rpc/websocket-like.ts';
import { makeRenderer, openSession, temporaryFolder } from './host.fixture.ts';
import { type BrowserHost, startBrowserHost } from './index.ts';

const folder = temporaryFolder();
const rendererFolder = join(folder.path, 'renderer');
let host: BrowserHost;
let token: string;
/** Of a page's WebSocket. */
let pageUrl: string;
/** Attached transports, waiting for the test. */
const attached: Transport[] = [];
let onAttach: (() => void) | undefined;
const server = suiteServer();
let serving = false;

beforeAll(async () => {
	await makeRenderer(rendererFolder);
	const attach = (transport: Transport) => {
		if (serving) return serveRpc(suiteContract, server.handlers, transport);
		attached.push(transport);
		onAttach?.();
		return () => transport.close();
	};
	host = await startBrowserHost({ app: { attach }, rendererFolder });
	token = new URL(host.url).searchParams.get('token') ?? '';
	pageUrl = `${await openSession(host.url)}rpc`.replace('http', 'ws');
});
afterEach(() => {
	serving = false;
});
afterAll(async () => {
	await host.close();
	folder.remove();
});

const rpcUrl = () => `ws://127.0.0.1:${host.port}/rpc`;
const asPage = () => ({ origin: `http://127.0.0.1:${host.port}` });
const asProgram = () => ({ headers: { authorization: `Bearer ${token}` } });

async function takeAttached(): Promise<Transport> {
	while (attached.length === 0) {
		await new Promise<void>((resolve) => {
			onAttach = resolve;
		});
	}
	const transport = attached.shift();
	if (transport === undefined) throw new Error('Nothing was attached.');
	return transport;
}

describeTransport(
	'the WebSocket of the browser host, from the ws package',
	async () => {
		const client = await connectWebSocket(new NodeWebSocket(pageUrl, asPage()));
		return { client, server: await takeAttached() };
	},
	{ largest: false },
);

// The runtime's own WebSocket is that of browsers, and another implementation than the server's. It accepts headers as
// an extension, which the DOM's types do not declare.
const withHeaders = (url: string, init: object): WebSocket => Reflect.construct(WebSocket, [url, init]);
describeTransport('the WebSocket of the browser host, from a browser-like WebSocket', async () => {
	const client = await connectWebSocket(withHeaders(rpcUrl(), asProgram()));
	return { client, server: await takeAttached() };
});

/** The status of an upgrade, 101 on success, and the sentence. */
function upgrade(url: string, options: object): Promise<{ status: number; body: string }> {
	return new Promise((resolve, reject) => {
		const socket = new NodeWebSocket(url, options);
		socket.on('open', () => {
			resolve({ status: 101, body: '' });
			socket.terminate();
		});
		socket.on('unexpected-response', (_request, response) => {
			response.toArray().then((chunks) => {
				resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() });
			}, reject);
		});
		socket.on('error', reject);
	});
}

describe('access to the WebSocket', () => {
	test('a page by its path; a program with the token as bearer, by either', async () => {
		expect(await upgrade(pageUrl, asPage())).toMatchObject({ status: 101 });
		expect(await upgrade(rpcUrl(), asProgram())).toMatchObject({ status: 101 });
		expect(await upgrade(pageUrl, asProgram())).toMatchObject({ status: 101 });
		attached.length = 0;
	});

	const session = () => /\/s\/([^/]+)\//.exec(pageUrl)?.[1] ?? '';

	test.each<[string, () => string, () => object, RegExp]>([
		['no path', rpcUrl, asPage, /Open the address/],
		['a wrong path', () => pageUrl.replace(session(), 'nonsense'), asPage, /belongs to a Wirebench that has ended/],
		[
			'a cookie',
			rpcUrl,
			() => ({ ...asPage(), headers: { cookie: `wirebench-${host.port}=${token}` } }),
			/Open the address/,
		],
		['a foreign Origin', () => pageUrl, () => ({ origin: 'http://evil.example' }), /Another site/],
		[
			'the Origin of another port',
			() => pageUrl,
			() => ({ origin: `http://127.0.0.1:${host.port + 1}` }),
			/Another site/,
		],
		['an opaque Origin', () => pageUrl, () => ({ origin: 'null' }), /Another site/],
		[
			'a foreign Origin with the bearer',
			rpcUrl,
			() => ({ ...asProgram(), origin: 'http://evil.example' }),
			/Another site/,
		],
		['a path but no Origin', () => pageUrl, () => ({}), /Bearer TOKEN/],
		['a wrong bearer', rpcUrl, () => ({ headers: { authorization: `Bearer ${token}A` } }), /Bearer TOKEN/],
		[
			'the session key as bearer',
			rpcUrl,
			() => ({ headers: { authorization: `Bearer ${session()}` } }),
			/Bearer TOKEN/,
		],
		[
			'a foreign Host, with an Origin to match (DNS rebinding)',
			() => pageUrl,
			() => ({
				origin: `http://evil.example:${host.port}`,
				headers: { host: `evil.example:${host.port}` },
			}),
			/is reached as 127\.0\.0\.1/,
		],
	])('%s: 403, with a sentence', async (_name, url, options, sentence) => {
		const { status, body } = await upgrade(url(), options());
		expect(status).toBe(403);
		expect(body).toMatch(sentence);
		expect(body).not.toContain(token);
		expect(body).not.toContain(session());
		expect(attached).toHaveLength(0);
	});

	test('another path is not found', async () => {
		expect(await upgrade(`${pageUrl}/other`, asPage())).toMatchObject({ status: 404 });
	});
});

/** Opens a raw WebSocket. `ended`: the code and reason of its end. `messages`: resolves when this many have arrived. */
async function rawSocket() {
	const socket = new NodeWebSocket(pageUrl, asPage());
	const ended = new Promise<{ code: number; reason: string }>((resolve) => {
		socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
	});
	let count = 0;
	let onCount: (() => void) | undefined;
	socket.on('message', () => {
		count++;
		onCount?.();
	});
	const messages = (wanted: number) =>
		new Promise<void>((resolve) => {
			onCount = () => {
				if (count >= wanted) resolve();
			};
			onCount();
		});
	await new Promise<void>((resolve, reject) => {
		socket.on('open', resolve);
		socket.on('error', reject);
	});
	return { socket, ended, messages };
}

describe('client errors', () => {
	const stillWorks = async (): Promise<void> => {
		serving = true;
		const client = createRpcClient(suiteContract, () => connectWebSocket(new NodeWebSocket(pageUrl, asPage())));
		expect(await client.call('add', { a: 1 })).toEqual({ sum: 2 });
		client.close();
	};

	test('a text message ends its connection with a reason', async () => {
		serving = true;
		const { socket, ended } = await rawSocket();
		socket.send('hello');
		expect(await ended).toEqual({ code: 4003, reason: 'Messages are binary.' });
		await stillWorks();
	});

	test('an oversized message ends its connection', async () => {
		serving = true;
		const { socket, ended } = await rawSocket();
		socket.send(new Uint8Array(256 * 1024 + 1));
		expect((await ended).code).toBe(1009);
		await stillWorks();
	});

	test('an invalid WebSocket frame ends its connection', async () => {
		serving = true;
		const { socket, ended } = await rawSocket();
		const stream: unknown = Reflect.get(socket, '_socket');
		if (!(stream instanceof Object) || !('write' in stream)) throw new Error('ws has no socket.');
		(stream as Socket).write(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff));
		expect((await ended).code).toBe(1002);
		await stillWorks();
	});

	test('a client that vanishes ends its subscriptions', async () => {
		serving = true;
		const { socket, messages } = await rawSocket();
		const gone = server.deserted();
		const say = (message: unknown): void => {
			for (const frame of cutFrames(encodeMessage(message))) socket.send(frame);
		};
		say({ kind: 'hello', version: 1 });
		say({ kind: 'subscribe', id: 1, topic: 'store', params: {} });
		await messages(2);
		expect(server.subscribers()).toBe(1);
		socket.terminate();
		await gone;
		expect(server.subscribers()).toBe(0);
		await stillWorks();
	});
});

test('a peer that does not read is disconnected before it fills the memory', async () => {
	const opened = rawSocket();
	const transport = await takeAttached();
	const { socket } = await opened;
	socket.pause();
	const closed = new Promise<void>((resolve) => transport.onClose(resolve));
	const frame = new Uint8Array(256 * 1024);
	let most = 0;
	for (let sent = 0; sent < 1000; sent++) {
		transport.send(frame);
		most = Math.max(most, transport.buffered?.() ?? 0);
	}
	expect(most).toBeGreaterThan(130 * 1024 * 1024);
	expect(most).toBeLessThan(132 * 1024 * 1024);
	socket.terminate();
	await closed;
});

test('pages are pinged, and notified when the host closes', async () => {
	const app = { attach: () => () => undefined };
	const own = await startBrowserHost({ app, rendererFolder, pingMs: 1000 });
	const bearer = `Bearer ${new URL(own.url).searchParams.get('token')}`;
	const socket = new NodeWebSocket(`ws://127.0.0.1:${own.port}/rpc`, { headers: { authorization: bearer } });
	await new Promise<void>((resolve) => socket.once('ping', () => resolve()));
	const ended = new Promise<number>((resolve) => socket.once('close', resolve));
	await own.close();
	expect(await ended).toBe(1001);
	await own.close();
});

describe('a WebSocket that cannot be opened', () => {
	let plain: Server;
	afterEach(() => new Promise((resolve) => plain.close(resolve)));

	test('rejects with a sentence', async () => {
		plain = createServer((_request, response) => response.end('no WebSocket here'));
		await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
		const { port } = plain.address() as AddressInfo;
		const refused = connectWebSocket(new NodeWebSocket(`ws://127.0.0.1:${port}/rpc`));
		await expect(refused).rejects.toThrow('The connection to Wirebench could not be opened.');
	});
});
