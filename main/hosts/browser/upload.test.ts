import { once } from 'node:events';
import { createWriteStream, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { createApp } from '../../app/index.ts';
import { curl, makeRenderer, openSession, temporaryFolder } from './host.fixture.ts';
import { type BrowserHost, startBrowserHost } from './index.ts';

const folder = temporaryFolder();
const sent = join(folder.path, 'sent.pcapng');
let host: BrowserHost;
let origin: string;
let token: string;
/** Address of the page. */
let page: string;
/** The result of `receive` for the next file. */
let receive: (name: string, bytes: Readable) => Promise<string>;

beforeAll(async () => {
	const rendererFolder = join(folder.path, 'renderer');
	await makeRenderer(rendererFolder);
	const app = { attach: () => () => undefined, receive: (name: string, bytes: Readable) => receive(name, bytes) };
	host = await startBrowserHost({ app, rendererFolder });
	const url = new URL(host.url);
	origin = url.origin;
	token = url.searchParams.get('token') ?? '';
	page = await openSession(host.url);
	writeFileSync(sent, Buffer.alloc(3 << 20, 'wirebench '));
});
afterAll(async () => {
	await host.close();
	folder.remove();
});

const own = () => ['--header', `Origin: ${origin}`];
const body = () => ['--header', 'Expect:', '--data-binary', `@${sent}`];

/** Stores the file and returns its number of bytes. */
async function keep(name: string, bytes: Readable): Promise<string> {
	const path = join(folder.path, 'kept');
	await pipeline(bytes, createWriteStream(path));
	return `${name} ${readdirSync(folder.path).includes('kept')}`;
}

describe('an upload', () => {
	test('arrives completely, with its name, from a page of ours or a program with the token', async () => {
		receive = keep;
		const query = `upload?name=${encodeURIComponent('a b&c ü.pcapng')}`;
		const answer = await curl(page + query, ...own(), ...body());
		expect(answer.status).toBe(200);
		expect(JSON.parse(answer.body)).toEqual({ id: 'a b&c ü.pcapng true' });
		expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		const program = await curl(`${origin}/${query}`, '--header', `Authorization: Bearer ${token}`, ...body());
		expect(program.status).toBe(200);
	});

	test.each([
		['without the secret path', () => `${origin}/`, () => own()],
		['without saying from where', () => page, () => []],
		['from another site', () => page, () => ['--header', 'Origin: http://evil.example']],
		['under another name', () => page, () => [...own(), '--header', 'Host: evil.example']],
	])('is refused %s, and not received', async (_how, at, args) => {
		receive = () => Promise.reject(new Error('It was received.'));
		const answer = await curl(`${at()}upload?name=x`, ...args(), ...body());
		expect(answer.status).toBe(403);
		expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'not-permitted' } });
	});

	test("is refused with the receiver's error", async () => {
		receive = () => Promise.reject(new WirebenchError('too-large', 'Too large.'));
		const answer = await curl(`${page}upload`, ...own(), ...body());
		expect(answer.status).toBe(413);
		expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'too-large', message: 'Too large.' } });
	});
});

test('a page that closes during an upload leaves no file', async () => {
	const dataFolder = join(folder.path, 'data');
	const capabilities = { menu: false, revealFile: false, openDialog: false, upload: true, saveDialog: false };
	const app = await createApp({
		dataFolder,
		host: { host: 'browser', version: '0', platform: 'linux', capabilities },
	});
	const failed = Promise.withResolvers<unknown>();
	receive = async (name, bytes) => {
		try {
			return await app.receive(name, bytes, 'open');
		} catch (error) {
			failed.resolve(error);
			throw error;
		}
	};
	const socket = connect(host.port, '127.0.0.1');
	await once(socket, 'connect');
	socket.write(
		`POST /upload?name=x HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nAuthorization: Bearer ${token}\r\n` +
			`Content-Length: 1000000\r\n\r\n${'x'.repeat(1000)}`,
	);
	const work = join(dataFolder, 'opened', String(process.pid));
	// A lock marks the folder as in use.
	const kept = () => (existsSync(work) ? readdirSync(work).filter((name) => name !== 'capture.lock') : []);
	while (kept().length === 0) await new Promise((resolve) => setImmediate(resolve));
	socket.destroy();
	expect(await failed.promise).toMatchObject({ code: 'closed' });
	expect(kept()).toEqual([]);
	await app.close();
});
