import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { MOST_STRANGERS } from './connections.ts';
import { makeRenderer, openSession, temporaryFolder } from './host.fixture.ts';
import { type BrowserHost, startBrowserHost } from './index.ts';

const folder = temporaryFolder();
const rendererFolder = join(folder.path, 'renderer');
const sockets = new Set<Socket>();
let host: BrowserHost;
let folderUrl: string;

beforeAll(() => makeRenderer(rendererFolder));
afterEach(async () => {
	for (const socket of sockets) socket.destroy();
	sockets.clear();
	await host.close();
});
afterAll(() => folder.remove());

async function start(options: { headMs?: number; silenceMs?: number } = {}): Promise<void> {
	const receive = async (_name: string, bytes: Readable) => {
		await finished(bytes.resume()).catch((error: unknown) => {
			throw new WirebenchError('closed', String(error));
		});
		return 'whole';
	};
	host = await startBrowserHost({ app: { attach: () => () => undefined, receive }, rendererFolder, ...options });
	folderUrl = await openSession(host.url);
}

async function raw(): Promise<Socket> {
	const socket = connect(host.port, '127.0.0.1');
	sockets.add(socket);
	socket.on('error', () => undefined);
	await once(socket, 'connect');
	return socket;
}

/** The data of a connection until the other side has ended it. */
async function untilClosed(socket: Socket): Promise<string> {
	let text = '';
	socket.setEncoding('latin1').on('data', (chunk) => {
		text += chunk;
	});
	// Not `once` of node:events: a reset is an end too.
	await new Promise((resolve) => socket.once('close', resolve));
	return text;
}

const head = (method: string, path: string, ...lines: string[]) =>
	`${[`${method} ${path} HTTP/1.1`, `Host: 127.0.0.1:${host.port}`, ...lines].join('\r\n')}\r\n`;
const pagePath = () => new URL(folderUrl).pathname;

describe('an incomplete request is ended:', () => {
	test.each<[string, () => string]>([
		['a connection on which nothing comes', () => ''],
		['half a head', () => head('GET', '/')],
		['half a head, with the key', () => head('GET', pagePath())],
		['half an upgrade', () => head('GET', `${pagePath()}rpc`, 'Connection: Upgrade', 'Upgrade: websocket')],
	])('%s', async (_name, text) => {
		await start({ headMs: 100 });
		const socket = await raw();
		socket.write(text());
		expect(await untilClosed(socket)).toMatch(/^(HTTP\/1\.1 408 |$)/);
	});

	test('an upload', async () => {
		await start({ silenceMs: 50 });
		const socket = await raw();
		const origin = `Origin: http://127.0.0.1:${host.port}`;
		socket.write(`${head('POST', `${pagePath()}upload`, origin, 'Content-Length: 1000')}\r\nabc`);
		await untilClosed(socket);
	});
});

test('an unrequested body is not read to its end', async () => {
	await start();
	const socket = await raw();
	socket.write(`${head('POST', '/', 'Content-Length: 1000000000')}\r\nabc`);
	expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 405 /);
});

test('a head that is too large is refused', async () => {
	await start();
	const socket = await raw();
	socket.write(`${head('GET', pagePath(), `X: ${'x'.repeat(20_000)}`)}\r\n`);
	expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 431 /);
});

test('without a key the connection is closed after the answer, and a refused upgrade ends it', async () => {
	await start();
	const get = await raw();
	get.write(`${head('GET', '/')}\r\n`);
	expect(await untilClosed(get)).toContain('\r\nConnection: close\r\n');
	const upgrade = await raw();
	upgrade.write(`${head('GET', '/rpc', 'Connection: Upgrade', 'Upgrade: websocket')}\r\n`);
	expect(await untilClosed(upgrade)).toMatch(/^HTTP\/1\.1 403 /);
});

test('of many connections without a key the oldest are ended; one with a key stays, and gets in among them', async () => {
	await start();
	const page = new WebSocket(`${folderUrl}rpc`.replace('http', 'ws'), { origin: `http://127.0.0.1:${host.port}` });
	let lost = false;
	page.once('close', () => {
		lost = true;
	});
	await once(page, 'open');
	const kept = await raw();
	kept.write(`${head('GET', pagePath())}\r\n`);
	await once(kept, 'data');
	let ended = 0;
	const over = Promise.withResolvers<void>();
	const silent = 4 * MOST_STRANGERS;
	const flood = Array.from({ length: silent }, async () => {
		const socket = await raw();
		socket.once('close', () => {
			ended += 1;
			if (ended === silent - MOST_STRANGERS) over.resolve();
		});
	});
	// Not awaited before: it must connect in the middle of them.
	const among = await raw();
	among.write(`${head('GET', pagePath())}\r\n`);
	const [answer] = await once(among.setEncoding('latin1'), 'data');
	expect(answer).toMatch(/^HTTP\/1\.1 200 /);
	await Promise.all(flood);
	await over.promise;
	expect(ended).toBe(silent - MOST_STRANGERS);
	kept.write(`${head('GET', pagePath())}\r\n`);
	const [again] = await once(kept.setEncoding('latin1'), 'data');
	expect(again).toMatch(/^HTTP\/1\.1 200 /);
	expect(lost).toBe(false);
	page.terminate();
});
