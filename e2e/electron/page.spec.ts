import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, ready, shareOne, test } from '../support/fixtures.ts';
import { ROOT } from '../support/launch.ts';

const running = shareOne();

test('the page has its title, the bridge, and no API of Node or Electron', async () => {
	const { page: workbench } = running();
	await expect(workbench).toHaveTitle(/Wirebench/);
	const found = await workbench.evaluate(() => ({
		bridge: Object.keys(Reflect.get(window, 'wirebench')),
		leaks: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window),
	}));
	expect(found).toEqual({ bridge: ['requestPort', 'pathForFile'], leaks: [] });
});

const TYPES = new Map([
	['', 'text/html; charset=utf-8'],
	['js', 'text/javascript; charset=utf-8'],
	['css', 'text/css; charset=utf-8'],
	['svg', 'image/svg+xml'],
	['webp', 'image/webp'],
]);

test('every file is served with the policy, its type and nosniff, and what is loaded later can be loaded', async () => {
	const { page: workbench } = running();
	const names = (await readdir(join(ROOT, 'dist/renderer/assets'))).map((name) => `assets/${name}`);
	const paths = ['', ...names];
	const headers = await workbench.evaluate(async (paths) => {
		const responses = await Promise.all(paths.map((path) => fetch(new URL(path, location.href))));
		return responses.map((response) =>
			['content-type', 'x-content-type-options', 'content-security-policy'].map((name) => response.headers.get(name)),
		);
	}, paths);
	expect(headers.map(([type]) => type)).toEqual(paths.map((path) => TYPES.get(path.split('.').at(-1) ?? '')));
	const editor = names.filter((name) => /ScriptEditor-.*js$/.test(name));
	expect(editor).toHaveLength(1);
	const exported = await workbench.evaluate(
		async ([path = '']) => Object.keys(await import(new URL(path, location.href).href)).length,
		editor,
	);
	expect(exported).toBeGreaterThan(0);
	for (const [, sniff, policy] of headers) {
		expect(sniff).toBe('nosniff');
		expect(policy).toContain("default-src 'none'; script-src 'self';");
		expect(policy).not.toContain('unsafe-eval');
	}
});

test('the policy refuses scripts in the page and addresses outside', async ({ problems }) => {
	const { page: workbench } = running();
	const outcome = await workbench.evaluate(async () => {
		const script = document.createElement('script');
		script.textContent = 'window.injected = true';
		document.body.append(script);
		const elsewhere = await fetch('https://example.org/').then(
			() => 'reached',
			() => 'refused',
		);
		return { injected: 'injected' in window, elsewhere };
	});
	expect(outcome).toEqual({ injected: false, elsewhere: 'refused' });
	expect(problems.splice(0).length).toBeGreaterThan(0);
});

test('only files of the renderer are served', async ({ problems }) => {
	const { page: workbench } = running();
	const statuses = await workbench.evaluate(async () => {
		const paths = [
			'/../main/electron.js',
			'/..%2fmain%2felectron.js',
			'/%2e%2e/main/electron.js',
			'/..%5cmain/electron.js',
		];
		return Promise.all(paths.map(async (path) => (await fetch(path)).status));
	});
	expect(statuses).toEqual([404, 404, 404, 404]);
	// The browser logs each of them in the console.
	expect(problems.splice(0)).toHaveLength(4);
});

test('the page cannot navigate elsewhere', async ({ host }) => {
	const { page: workbench } = running();
	await workbench.evaluate(() => Object.assign(window, { sameDocument: true }));
	// The real runtime refuses before any request; the double has to let one start.
	const refused =
		host === 'electron'
			? Promise.resolve()
			: workbench.waitForEvent('requestfailed', (request) => request.url() === 'https://example.org/');
	await workbench.evaluate(() => {
		location.href = 'https://example.org/';
	});
	await refused;
	expect(await workbench.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('the page opens no windows and no frames of other origins', async ({ problems }) => {
	const { page: workbench } = running();
	const before = workbench.context().pages().length;
	await workbench.evaluate(() => {
		window.open('https://example.org/');
		const link = Object.assign(document.createElement('a'), { href: 'https://example.org/', target: '_blank' });
		document.body.append(link);
		link.click();
		document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.org/' }));
	});
	await expect.poll(() => problems.filter((problem) => /frame/i.test(problem)).length).toBeGreaterThan(0);
	problems.splice(0);
	await expect.poll(() => workbench.context().pages().length).toBe(before);
});

test('the page may write to the clipboard and is refused the rest', async () => {
	const { page: workbench } = running();
	const states = await workbench.evaluate(async () => {
		const names = ['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[];
		const found = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
		return found.map((status) => status.state);
	});
	expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
	await workbench.bringToFront();
	await workbench.locator('body').click({ position: { x: 5, y: 5 } });
	expect(
		await workbench.evaluate(() =>
			navigator.clipboard.writeText('00 ff').then(
				() => 'written',
				(error: Error) => error.message,
			),
		),
	).toBe('written');
});

test('a reload restores the workbench', async () => {
	const { page: workbench } = running();
	await workbench.reload();
	await ready(workbench);
	await expect(workbench.getByRole('region', { name: /endpoints/i })).toBeVisible();
});
