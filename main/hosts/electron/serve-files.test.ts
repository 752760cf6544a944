import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileForUrl, serveFiles } from './serve-files.ts';

let parent: string;
let folder: string;
const CSP = "default-src 'none'";

beforeAll(async () => {
	parent = await mkdtemp(join(tmpdir(), 'wirebench-files-'));
	folder = join(parent, 'renderer');
	await mkdir(join(folder, 'assets'), { recursive: true });
	await writeFile(join(folder, 'index.html'), '<title>Wirebench</title>');
	await writeFile(join(folder, 'assets', 'a b.js'), 'export {};');
	await writeFile(join(parent, 'secret.txt'), 'not yours');
	await mkdir(join(parent, 'renderer-other'));
	await writeFile(join(parent, 'renderer-other', 'index.html'), 'not yours either');
});
afterAll(() => rm(parent, { recursive: true, force: true }));

const get = (url: string, method = 'GET') => serveFiles(folder, CSP)({ url, method });

describe('the files of the app scheme', () => {
	it('serves the page with its type, the policy and nosniff', async () => {
		const response = await get('app://wirebench/');
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(response.headers.get('content-security-policy')).toBe(CSP);
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		expect(await response.text()).toBe('<title>Wirebench</title>');
	});

	it('decodes names, and ignores queries and fragments', async () => {
		const response = await get('app://wirebench/assets/a%20b.js?v=1#x');
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
	});

	it('answers HEAD without a body and refuses other methods', async () => {
		const head = await get('app://wirebench/', 'HEAD');
		expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '24', '']);
		expect((await get('app://wirebench/', 'POST')).status).toBe(405);
	});

	it.each([
		'app://wirebench/../secret.txt',
		'app://wirebench/%2e%2e/secret.txt',
		'app://wirebench/assets/..%2f..%2fsecret.txt',
		'app://wirebench/..%5csecret.txt',
		'app://wirebench/../renderer-other/index.html',
		'app://wirebench/index.html%00.js',
		'app://wirebench/%zz',
		'app://elsewhere/index.html',
		'app://wirebench.evil/index.html',
		'file:///etc/passwd',
		'app://wirebench/missing.js',
		'app://wirebench/assets',
	])('does not serve %s', async (url) => {
		expect((await get(url)).status).toBe(404);
	});

	it('maps an address outside to no file, and one inside to the right file', () => {
		expect(fileForUrl(folder, 'app://wirebench/../secret.txt')).toBeUndefined();
		expect(fileForUrl(folder, 'app://wirebench/assets/x.css')).toBe(join(folder, 'assets', 'x.css'));
	});
});
