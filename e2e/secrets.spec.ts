import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { launchBrowserHost } from './support/launch.ts';
import { make } from './support/make.ts';
import { portOf } from './support/steps.ts';

test.beforeEach(({ host }) => {
	test.skip(host !== 'browser', 'only the browser host has an address');
});

const POSTED = 'this is posted';

/** A foreign server on this machine: it records every received byte. */
async function otherServer() {
	let received = '';
	const page = '<!doctype html><title>Other</title>';
	const server = createServer((socket) => {
		socket.setEncoding('latin1');
		socket.on('error', () => undefined);
		socket.on('data', (text) => {
			received += text;
			if (!received.endsWith('\r\n\r\n') && !received.endsWith(POSTED)) return;
			socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${page.length}\r\n\r\n${page}`);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return { port, received: () => received, close: () => server.close() };
}

/** Every kind of request that a page can make its browser send to a server, one after the other. */
async function visit(workbench: Page, port: number): Promise<void> {
	const url = `http://127.0.0.1:${port}`;
	const popup = workbench.waitForEvent('popup');
	await workbench.evaluate((address) => {
		const link = document.createElement('a');
		Object.assign(link, { href: `${address}/link`, target: '_blank', rel: 'opener' });
		document.body.append(link);
		link.click();
		link.remove();
	}, url);
	const other = await popup;
	await other.waitForLoadState();
	const opened = workbench.waitForEvent('popup');
	await workbench.evaluate((address) => window.open(`${address}/window`) && undefined, url);
	await (await opened).waitForLoadState();
	await workbench.context().pages().at(-1)?.close();
	await other.evaluate(
		async ([address, body]) => {
			await fetch(`${address}/fetch`, { credentials: 'include' });
			await fetch(`${address}/post`, { method: 'POST', credentials: 'include', body });
			const loaded = (element: HTMLElement) =>
				new Promise<void>((resolve) => {
					element.onload = element.onerror = () => resolve();
					document.body.append(element);
				});
			await loaded(Object.assign(new Image(), { src: `${address}/image` }));
			await loaded(Object.assign(document.createElement('iframe'), { src: `${address}/frame` }));
		},
		[url, POSTED] as const,
	);
	const posted = other.waitForURL(`${url}/form?q=word`);
	await other.evaluate((address) => {
		const form = Object.assign(document.createElement('form'), { action: `${address}/form` });
		form.append(Object.assign(document.createElement('input'), { name: 'q', value: 'word' }));
		document.body.append(form);
		form.submit();
	}, url);
	await posted;
	await other.close();
	// In Wirebench's own tab, and back through the history.
	const address = workbench.url();
	await workbench.goto(`${url}/same-tab`);
	await workbench.goBack();
	expect(workbench.url()).toBe(address);
}

/** The status of a request to Wirebench. */
function ask(port: number, path: string, headers: Record<string, string> = {}): Promise<number> {
	return new Promise((resolve, reject) => {
		const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
		asked.on('error', reject);
		asked.end();
	});
}

/** Nothing in a server's received bytes works as a key. */
async function opensNothing(port: number, received: string): Promise<void> {
	const words = new Set(received.match(/[\w-]{16,}/g));
	for (const word of words) {
		const cookie = `wirebench-${port}=${word}; session=${word}`;
		expect.soft(await ask(port, '/', { cookie }), `${word} as a cookie`).toBe(403);
		expect.soft(await ask(port, '/', { authorization: `Bearer ${word}` }), `${word} as bearer`).toBe(403);
		expect.soft(await ask(port, `/s/${word}/`), `${word} in the path`).toBe(403);
		expect.soft(await ask(port, `/?token=${word}`), `${word} as the token`).toBe(403);
	}
}

/** The capture files on the disk. */
function captured(dataFolder: string): string {
	const folder = join(dataFolder, 'captures');
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.pcapng'))
		.map((name) => readFileSync(join(folder, name), 'latin1'))
		.join();
}

test('what a browser sends to other servers, and to an endpoint, grants no access here', async ({
	open,
	dataFolder,
	problems,
}) => {
	const { page } = await open();
	const address = new URL(page.url());
	const port = Number(address.port);
	const session = /^\/s\/([\w-]{43})\/$/.exec(address.pathname)?.[1] ?? '';
	expect(session).not.toBe('');
	expect(await page.context().cookies()).toEqual([]);
	const other = await otherServer();
	await make(page, 'http-server', { Port: '0' });
	const endpoint = await portOf(page, 'http-server');
	for (const target of [other.port, endpoint]) await visit(page, target);
	const stored = () => captured(dataFolder).match(/(?:GET|POST) \/[a-z-]+\S* HTTP\/1\.1/g)?.length ?? 0;
	await expect.poll(stored).toBeGreaterThanOrEqual(8);
	expect(other.received().match(/(?:GET|POST) \/[a-z-]+\S* HTTP\/1\.1/g)?.length).toBeGreaterThanOrEqual(8);
	for (const received of [other.received(), captured(dataFolder)]) {
		expect(received).not.toContain(session);
		expect(received.toLowerCase()).not.toContain('cookie:');
		expect(received).not.toMatch(new RegExp(`referer:.*:${port}`, 'i'));
	}
	await opensNothing(port, other.received());
	// The reverse: a page of another port can read and open nothing of ours.
	const stranger = await page.context().newPage();
	await stranger.goto(`http://127.0.0.1:${other.port}/`);
	const outcome = await stranger.evaluate(async (ours) => {
		const read = await fetch(`http://127.0.0.1:${ours}/`, { credentials: 'include' }).then(
			() => 'read',
			() => 'kept',
		);
		const socket = new WebSocket(`ws://127.0.0.1:${ours}/rpc`);
		const opened = await new Promise<string>((resolve) => {
			socket.onopen = () => resolve('opened');
			socket.onclose = () => resolve('refused');
		});
		return [read, opened];
	}, port);
	expect(outcome).toEqual(['kept', 'refused']);
	await stranger.close();
	other.close();
	// Intentionally refused requests are in the console.
	const refused = /status of 501|blocked by CORS|net::ERR_FAILED|response code: 403/;
	expect(problems.splice(0).filter((problem) => !refused.test(problem))).toEqual([]);
});

test('a second tab and a reloaded page continue; after a restart the old page shows what to do', async ({
	chromium,
	dataFolder,
	viewport,
}) => {
	const context = await (await chromium()).newContext({ viewport });
	const first = await launchBrowserHost(context, dataFolder);
	const { port } = new URL(first.page.url());
	const tab = await context.newPage();
	await tab.goto(first.page.url());
	const loaded = tab.getByText('No endpoints yet');
	await expect(loaded).toBeVisible();
	await tab.reload();
	await expect(loaded).toBeVisible();
	await first.close();
	await expect(tab.getByText('start it again and open the address that it prints')).toBeVisible();
	// The cookie of an earlier version grants no access, and is removed.
	await context.addCookies([{ name: `wirebench-${port}`, value: 'token', domain: '127.0.0.1', path: '/' }]);
	const second = await launchBrowserHost(context, dataFolder, { port });
	expect(await context.cookies()).toEqual([]);
	await expect(tab.getByText('This page belongs to a Wirebench that has ended')).toBeVisible();
	await tab.reload();
	await expect(tab.getByText('Open the address that Wirebench printed when it started')).toBeVisible();
	await second.close();
	await context.close();
});
