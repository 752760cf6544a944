import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../app/csp.ts';
import { curl, makeRenderer, openSession, temporaryFolder } from './host.fixture.ts';
import { type BrowserHost, startBrowserHost } from './index.ts';
import { newKeys } from './keys.ts';

const folder = temporaryFolder();
const rendererFolder = join(folder.path, 'renderer');
let host: BrowserHost;
let origin: string;
let token: string;
/** Address of the page. */
let page: string;

beforeAll(async () => {
	await makeRenderer(rendererFolder);
	host = await startBrowserHost({ app, rendererFolder });
	const url = new URL(host.url);
	origin = url.origin;
	token = url.searchParams.get('token') ?? '';
	page = await openSession(host.url);
});
afterAll(async () => {
	await host.close();
	folder.remove();
});

const CURL_STATUS = ['curl', '--silent', '--output', '/dev/null', '--write-out', '%{http_code}', '--noproxy', '*'];
const app = { attach: () => () => undefined };
const bearer = (value: string) => ['--header', `Authorization: Bearer ${value}`];
const session = () => page.split('/s/')[1]?.slice(0, -1) ?? '';

describe('the token', () => {
	test('is 32 bytes, and differs in each run', async () => {
		expect(Buffer.from(token, 'base64url')).toHaveLength(32);
		const other = await startBrowserHost({ app, rendererFolder });
		expect(other.url).not.toContain(token);
		await other.close();
	});

	test('leads to the page, under an unguessable path, and no cookie is set', async () => {
		const answer = await curl(host.url);
		expect(answer.status).toBe(303);
		expect(answer.headers.get('location')).toMatch(/^\/s\/[\w-]{43}\/$/);
		expect(answer.headers.has('set-cookie')).toBe(false);
		expect((await curl(page)).body).toBe('<!doctype html><title>Wirebench</title>');
		expect(page).not.toContain(token);
		// A second window works, and a HEAD request changes nothing.
		expect(await openSession(host.url)).toBe(page);
		expect((await curl(host.url, '--head')).status).toBe(403);
	});

	test('for one use opens once, and a HEAD request does not use it up', async () => {
		const url = host.oneTimeUrl();
		expect(url).not.toContain(token);
		expect((await curl(url, '--head')).status).toBe(403);
		expect((await curl(url, '--header', 'Host: evil.example')).status).toBe(403);
		expect((await curl(`${origin}/`, ...bearer(new URL(url).searchParams.get('token') ?? ''))).status).toBe(403);
		expect(await openSession(url)).toBe(page);
		const again = await curl(url);
		expect(again.status).toBe(403);
		expect(again.body).toContain('Open the address that Wirebench printed');
		expect(await openSession(host.oneTimeUrl())).toBe(page);
	});

	test.skipIf(process.getuid?.() !== 0)('for one use does not open for another user, and is not used up', async () => {
		const url = host.oneTimeUrl();
		const other = promisify(execFile)('setpriv', ['--reuid=65534', '--clear-groups', ...CURL_STATUS, url]);
		expect((await other).stdout).toBe('403');
		expect(await openSession(url)).toBe(page);
	});

	test('expires', () => {
		const keys = newKeys(0);
		expect(keys.spendOnce(keys.issueOnce(), () => true)).toBe(false);
	});

	test.each([
		['wrong', () => `${origin}/?token=${'A'.repeat(43)}`],
		['empty', () => `${origin}/?token=`],
		['the right one, cut short', () => host.url.slice(0, -1)],
		['on another path', () => host.url.replace('/?', '/index.html?')],
	])('%s: 403, without a redirect', async (_name, url) => {
		const answer = await curl(url());
		expect(answer.status).toBe(403);
		expect(answer.headers.has('location')).toBe(false);
		expect(answer.body).toContain('<h1>Not allowed</h1>');
		expect(answer.body).not.toContain(token);
	});

	test("is accepted as a program's bearer", async () => {
		expect((await curl(`${origin}/`, '--header', `Authorization: Bearer ${token}`)).status).toBe(200);
		expect((await curl(`${origin}/`, '--header', `Authorization: Bearer ${token}x`)).status).toBe(403);
		expect((await curl(`${origin}/`, '--header', 'Authorization: Bearer ')).status).toBe(403);
	});
});

describe('without the secret path', () => {
	test.each(['/', '/index.html', '/assets/index-abc123.js', '/nothing', '/s', '/s/'])(
		'%s is a 403 with advice',
		async (path) => {
			const answer = await curl(origin + path);
			expect(answer.status).toBe(403);
			expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
			expect(answer.body).toContain('Open the address that Wirebench printed when it started');
		},
	);

	test('a page of an earlier run, or a nearly right path, gives advice', async () => {
		for (const path of [`/s/${'A'.repeat(43)}/`, `/s/${session().slice(0, -1)}/`, `/s/${token}/`, `/s//`]) {
			const answer = await curl(origin + path, '--path-as-is');
			expect(answer.status).toBe(403);
			expect(answer.body).toContain('This page belongs to a Wirebench that has ended.');
			expect(answer.body).not.toContain(session());
		}
	});

	test('the session key grants access only in the path, and does not reveal the token', async () => {
		expect((await curl(`${origin}/`, ...bearer(session()))).status).toBe(403);
		expect((await curl(`${origin}/?token=${session()}`)).status).toBe(403);
		expect((await curl(`${origin}/`, '--cookie', `wirebench-${host.port}=${session()}`)).status).toBe(403);
		expect((await curl(`${origin}/`, '--user', `token:${session()}`)).status).toBe(403);
		expect((await curl(`${origin}/`, '--referer', page)).status).toBe(403);
		const { body, headers } = await curl(page);
		expect(body + [...headers].join()).not.toContain(token);
	});

	test('a cookie of an earlier version grants no access, and is deleted', async () => {
		for (const value of [token, session()]) {
			const answer = await curl(`${origin}/`, '--cookie', `a=b; wirebench-${host.port}=${value}; c=d`);
			expect(answer.status).toBe(403);
			expect(answer.headers.get('set-cookie')).toBe(
				`wirebench-${host.port}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict`,
			);
		}
	});
});

describe('under the secret path', () => {
	test('files are served, with their types', async () => {
		const script = await curl(`${page}assets/index-abc123.js`);
		expect(script.status).toBe(200);
		expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
		expect(script.headers.get('cache-control')).toBe('no-store');
		expect(script.body).toBe('export const answer = 42;\n');
		const theme = await curl(`${page}theme.js?x=1`);
		expect(theme.headers.get('cache-control')).toBe('no-store');
		const index = await curl(page);
		expect(index.headers.get('cache-control')).toBe('no-store');
		expect(index.body).toBe('<!doctype html><title>Wirebench</title>');
	});

	test('HEAD has the length and no body', async () => {
		const answer = await curl(`${page}theme.js`, '--head');
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-length')).toBe('16');
		expect(answer.body).toBe('');
	});

	test.each([
		'/../host.ts',
		'/%2e%2e/renderer/index.html',
		'/assets',
		'/assets/',
		'//etc/passwd',
		'/..%5cx',
		'/%00',
		'/%',
	])('%s is not found', async (path) => {
		expect((await curl(page.slice(0, -1) + path, '--path-as-is')).status).toBe(404);
	});

	test('the folder without its slash redirects to it', async () => {
		expect(await openSession(page.slice(0, -1))).toBe(page);
	});

	test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not possible', async (method) => {
		const answer = await curl(page, '--request', method, '--data', 'x'.repeat(1000));
		expect(answer.status).toBe(405);
		expect(answer.headers.get('allow')).toBe('GET, HEAD');
	});

	test('files keep their initial content when the folder is removed', async () => {
		const own = join(folder.path, 'own');
		await makeRenderer(own);
		const other = await startBrowserHost({ app, rendererFolder: own });
		await rm(own, { recursive: true });
		expect((await curl(`${await openSession(other.url)}theme.js`)).body).toBe('document.title;\n');
		await other.close();
	});
});

describe('request headers', () => {
	test.each([
		'evil.example',
		'evil.example:80',
		'localhost',
		'localhost:1',
		'127.0.0.1.evil.example:PORT',
		'[::2]:PORT',
		'',
	])('a Host header of %j is refused, also with the secret path and the token (DNS rebinding)', async (name) => {
		const header = ['--header', name === '' ? 'Host;' : `Host: ${name.replace('PORT', String(host.port))}`];
		expect((await curl(page, ...header)).status).toBe(403);
		const withToken = await curl(host.url, ...header);
		expect(withToken.status).toBe(403);
		expect(withToken.headers.has('location')).toBe(false);
	});

	test.each(['localhost:PORT', 'LOCALHOST:PORT', '[::1]:PORT'])('a Host header of %s is accepted', async (name) => {
		const header = ['--header', `Host: ${name.replace('PORT', String(host.port))}`];
		expect((await curl(page, ...header)).status).toBe(200);
	});

	test('a request without a Host header is refused', async () => {
		const socket = connect(host.port, '127.0.0.1');
		socket.end(`GET ${new URL(page).pathname} HTTP/1.0\r\nAuthorization: Bearer ${token}\r\n\r\n`);
		const chunks = await socket.toArray();
		expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 403 /);
	});

	test.each(['http://evil.example', 'null', 'https://127.0.0.1:PORT', 'http://localhost:PORT', 'http://127.0.0.1'])(
		'an Origin of %s is refused',
		async (name) => {
			const header = ['--header', `Origin: ${name.replace('PORT', String(host.port))}`];
			expect((await curl(page, ...header)).status).toBe(403);
		},
	);

	test('our own Origin is accepted', async () => {
		expect((await curl(page, '--header', `Origin: ${origin}`)).status).toBe(200);
	});
});

test('every answer, refusals too, has the policy', async () => {
	for (const answer of [await curl(page), await curl(`${origin}/`), await curl(host.url)]) {
		expect(answer.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
		expect(answer.headers.get('x-frame-options')).toBe('DENY');
		expect(answer.headers.get('cache-control')).toBe('no-store');
	}
	expect(CONTENT_SECURITY_POLICY).toContain("frame-ancestors 'none'");
});

test('an offer of HTTP/2 is ignored, the request answered', async () => {
	expect((await curl(page, '--http2')).status).toBe(200);
});

describe('starting', () => {
	test('on a busy port fails with a sentence', async () => {
		await expect(startBrowserHost({ app, rendererFolder, port: host.port })).rejects.toMatchObject({
			code: 'address-in-use',
			details: { errno: 'EADDRINUSE', port: host.port },
		});
	});

	test('without a built page gives advice', async () => {
		for (const wrong of [join(folder.path, 'missing'), join(rendererFolder, 'assets')]) {
			await expect(startBrowserHost({ app, rendererFolder: wrong })).rejects.toMatchObject({
				code: 'unavailable',
				details: { hint: 'Run "npm run build".' },
			});
		}
	});

	test('on the address of another machine fails with a sentence', async () => {
		await expect(startBrowserHost({ app, rendererFolder, host: '192.0.2.1' })).rejects.toMatchObject({
			code: 'address-not-available',
		});
	});

	test('on all addresses, its address to open is on loopback', async () => {
		const wide = await startBrowserHost({ app, rendererFolder, host: '0.0.0.0' });
		expect(wide.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
		expect((await curl(wide.url)).status).toBe(303);
		expect((await curl(wide.url, '--header', `Host: evil.example:${wide.port}`)).status).toBe(403);
		await wide.close();
	});

	test('on ::1, its address has brackets and works', async () => {
		const six = await startBrowserHost({ app, rendererFolder, host: '::1' });
		expect(six.url).toMatch(/^http:\/\/\[::1\]:/);
		expect((await curl(six.url)).status).toBe(303);
		await six.close();
	});
});
