import { createHash } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { contract } from '../../../common/contract/index.ts';
import { createRpcClient } from '../../../common/rpc/client.ts';
import { decodeMessage, encodeMessage } from '../../../common/rpc/codec.ts';
import { cutFrames } from '../../../common/rpc/frames.ts';
import { connectWebSocket } from '../../../common/rpc/websocket-like.ts';
import { type App, createApp } from '../../app/index.ts';
import { makeRenderer, openSession, temporaryFolder } from './host.fixture.ts';
import { type BrowserHost, startBrowserHost } from './index.ts';

const folder = temporaryFolder();
const faults: unknown[] = [];
const closers: (() => unknown)[] = [];
let app: App;
let host: BrowserHost;
/** Address of the page. */
let folderUrl: string;

beforeAll(async () => {
	await makeRenderer(join(folder.path, 'renderer'));
	app = await createApp({
		dataFolder: folder.path,
		host: {
			host: 'browser',
			version: '0',
			platform: 'linux',
			capabilities: { menu: false, revealFile: false, openDialog: false, upload: false, saveDialog: false },
		},
		onInternalError: (error) => faults.push(error),
	});
	host = await startBrowserHost({ app, rendererFolder: join(folder.path, 'renderer') });
	folderUrl = await openSession(host.url);
});
afterEach(async () => {
	for (const close of closers.splice(0).reverse()) await close();
	expect(faults).toEqual([]);
});
afterAll(async () => {
	await host.close();
	await app.close();
	folder.remove();
});

function open(): WebSocket {
	return new WebSocket(`${folderUrl}rpc`.replace('http', 'ws'), { origin: `http://127.0.0.1:${host.port}` });
}

/** A page; `cut` drops its connection like a pulled cable. */
function page() {
	let socket: WebSocket | undefined;
	const client = createRpcClient(
		contract,
		() => {
			socket = open();
			return connectWebSocket(socket);
		},
		{ retryFirstMs: 1 },
	);
	closers.push(() => client.close());
	return { client, cut: () => socket?.terminate() };
}

/** A TCP server that reads everything once it is allowed to start; `total` resolves with the bytes up to the peer's end. */
async function sink() {
	let accept: (socket: Socket) => void = () => undefined;
	const accepted = new Promise<Socket>((resolve) => {
		accept = resolve;
	});
	const server = createServer({ pauseOnConnect: true }, accept);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	closers.push(() => new Promise((resolve) => server.close(resolve)));
	const address = server.address();
	const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
	const total = async (): Promise<{ bytes: number; sum: string }> => {
		const socket = await accepted;
		let bytes = 0;
		const hash = createHash('sha256');
		for await (const chunk of socket) {
			if (!(chunk instanceof Uint8Array)) throw new TypeError('A socket gives bytes.');
			hash.update(chunk);
			bytes += chunk.byteLength;
		}
		return { bytes, sum: hash.digest('hex') };
	};
	return { port, accepted, total };
}

function payload(): { bytes: Uint8Array<ArrayBuffer>; sum: string } {
	const bytes = new Uint8Array(64 * 1024 * 1024);
	const words = new Uint32Array(bytes.buffer);
	for (let i = 0; i < words.length; i++) words[i] = Math.imul(i, 2_654_435_761);
	return { bytes, sum: createHash('sha256').update(bytes).digest('hex') };
}

async function connectedClient(client: ReturnType<typeof page>['client'], port: number): Promise<string> {
	const config = { kind: 'tcp-client' as const, name: 'out', host: '127.0.0.1', port };
	const { id } = await client.call('endpointCreate', { config });
	await client.call('endpointStart', { id });
	return id;
}

/** Resolves once the page knows of a connection with a wanted number of sent bytes. */
function seen(client: ReturnType<typeof page>['client'], wanted: (bytesOut: number) => boolean): Promise<void> {
	return new Promise((resolve) => {
		const look = ({ connections }: { connections: readonly { bytesOut: number }[] }): void => {
			if (connections.some(({ bytesOut }) => wanted(bytesOut))) resolve();
		};
		closers.push(client.subscribe('workbench', {}, { onSnapshot: look, onDelta: look }));
	});
}

test('a payload of 64 MiB goes from the page through the WebSocket and the socket to a slow reader, intact', async () => {
	const { client } = page();
	const { port, total } = await sink();
	const id = await connectedClient(client, port);
	const { bytes, sum } = payload();
	const sent = client.call('send', { endpoint: id, bytes });
	const received = total();
	expect(await sent).toEqual({ bytes: bytes.byteLength, connections: 1 });
	await client.call('endpointStop', { id });
	expect(await received).toEqual({ bytes: bytes.byteLength, sum });
});

test('a page that vanishes during its send loses no data, and returns to the same state', async () => {
	const { client, cut } = page();
	const { port, accepted, total } = await sink();
	const id = await connectedClient(client, port);
	await accepted;
	const { bytes, sum } = payload();
	const sent = client.call('send', { endpoint: id, bytes });
	// The kernel has taken the first bytes, nobody reads yet: the send is in progress.
	await seen(client, (bytesOut) => bytesOut > 0);
	cut();
	await expect(sent).rejects.toMatchObject({ code: 'disconnected' });
	const received = total();
	await seen(client, (bytesOut) => bytesOut === bytes.byteLength);
	await client.call('endpointStop', { id });
	expect(await received).toEqual({ bytes: bytes.byteLength, sum });
});

test('an unknown command is answered with an error', async () => {
	const socket = open();
	const answers: unknown[] = [];
	const answered = new Promise<void>((resolve) => {
		socket.on('message', (data: Buffer) => {
			answers.push(decodeMessage(new Uint8Array(data).subarray(1)));
			if (answers.length === 2) resolve();
		});
	});
	await new Promise((resolve) => socket.once('open', resolve));
	for (const message of [
		{ kind: 'hello', version: 1 },
		{ kind: 'call', id: 1, name: 'formatDisk', input: {} },
	]) {
		for (const frame of cutFrames(encodeMessage(message))) socket.send(frame);
	}
	await answered;
	expect(answers[1]).toMatchObject({ kind: 'result', id: 1, error: { code: 'unknown-call' } });
	const closed = new Promise((resolve) => socket.once('close', resolve));
	socket.close();
	await closed;
});
