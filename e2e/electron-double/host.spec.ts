import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { doubleOf } from '../support/double.ts';
import { expect, type Running, shareOne, test } from '../support/fixtures.ts';
import { launchDouble } from '../support/launch.ts';
import { storedSettings } from '../support/steps.ts';

const REQUEST = 'wirebench:request-port';

/** Collects the preload's posts in the page, as `type:id` or `type:command`. */
async function collectMessages({ page }: Running): Promise<() => Promise<string[]>> {
	await page.evaluate(() => {
		const seen: string[] = [];
		Object.assign(window, { seen });
		window.addEventListener('message', ({ data }) => seen.push(`${data.type}:${data.id ?? data.command}`));
	});
	return () => page.evaluate(() => Reflect.get(window, 'seen'));
}

/** Requests a port as the page does, runs an action on it, and resolves when the host has ended the transport. */
const CLOSES = (send: string) => `new Promise((resolve) => {
	const id = crypto.randomUUID();
	window.addEventListener('message', (event) => {
		if (event.data.id !== id) return;
		const port = event.ports[0];
		port.addEventListener('message', ({ data }) => data === null && resolve('closed'));
		port.start();
		${send}
	});
	window.wirebench.requestPort(id);
})`;

/** One double serves them all: the last ones change what the page has. */
test.describe('a window', () => {
	const running = shareOne();

	test('the window is locked down', async () => {
		const { sandboxEnabled, schemes, windows } = await doubleOf(running()).facts();
		expect(sandboxEnabled).toBe(true);
		expect(schemes).toEqual([
			{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
		]);
		expect(windows[0]?.webPreferences).toMatchObject({
			contextIsolation: true,
			sandbox: true,
			nodeIntegration: false,
			nodeIntegrationInWorker: false,
			nodeIntegrationInSubFrames: false,
			webSecurity: true,
			allowRunningInsecureContent: false,
			webviewTag: false,
			spellcheck: false,
		});
		expect(windows[0]?.visible).toBe(true);
	});

	test('a port is sent only to the main frame of our page', async () => {
		const double = doubleOf(running());
		const messages = await collectMessages(running());
		const refused = [
			['https://example.org', true, 'foreign'],
			['app://elsewhere', true, 'other-host'],
			['null', true, 'opaque'],
			['app://wirebench', false, 'subframe'],
			['app://wirebench', true, 7],
			['app://wirebench', true, 'x'.repeat(65)],
		] as const;
		for (const [origin, isMainFrame, id] of refused) double.sendAs({ origin, isMainFrame }, 1, REQUEST, id);
		double.sendAs({ origin: 'app://wirebench', isMainFrame: true }, 1, REQUEST, 'ours');
		await expect.poll(messages).toContain('wirebench:port:ours');
		// Answers arrive in the order of the requests: none of the others has one. The page itself requests again, with a random id.
		const answers = refused.map(([, , id]) => `wirebench:port:${id}`);
		expect((await messages()).filter((message) => answers.includes(message))).toEqual([]);
	});

	test('an ArrayBuffer in a transfer list is refused, as the runtime would lose the message', async () => {
		const { page } = running();
		const error = await page.evaluate(() => {
			const bytes = Uint8Array.of(1);
			try {
				new MessageChannel().port1.postMessage(bytes, [bytes.buffer]);
				return 'sent';
			} catch (thrown) {
				return String(thrown);
			}
		});
		expect(error).toContain('transfer list');
	});

	test('the menu reaches the page', async () => {
		const double = doubleOf(running());
		expect((await double.facts()).menu).toEqual(
			expect.arrayContaining([
				'&File',
				'New Endpoint…',
				'Open Workspace…',
				'Open Recent',
				'Open Capture…',
				'&Edit',
				'Undo',
				'&View',
				'zoomIn',
				'windowMenu',
				'help',
			]),
		);
		const messages = await collectMessages(running());
		double.person({ what: 'choose-menu-item', id: 'new-endpoint' });
		await expect.poll(messages).toContain('wirebench:command:new-endpoint');
	});

	test('everything of a profile is inside the data folder', async () => {
		expect((await doubleOf(running()).facts()).userData).toBe(join(running().dataFolder, 'electron'));
	});

	test('a second start brings the window to the front', async () => {
		const double = doubleOf(running());
		double.person({ what: 'start-again' });
		expect((await double.facts()).windows).toHaveLength(1);
	});

	test('a page has one port: the next one closes the previous one', async () => {
		const { page } = running();
		expect(await page.evaluate(CLOSES('window.wirebench.requestPort("next");'))).toBe('closed');
	});

	test('an invalid frame ends the transport', async () => {
		const { page } = running();
		expect(await page.evaluate(CLOSES('port.postMessage("hello");'))).toBe('closed');
		expect(await page.evaluate(CLOSES('port.postMessage(new Uint8Array(256 * 1024 + 1));'))).toBe('closed');
	});

	test('the preload runs in a world of its own', async () => {
		const { page } = running();
		// What the page replaces in its own world is not what the preload uses; what the preload has is not there.
		const seen = await page.evaluate(async () => {
			const changed: string[] = [];
			Object.assign(window, { postMessage: () => changed.push('postMessage') });
			const id = 'from a bent world';
			const port = new Promise((resolve) => {
				window.addEventListener('message', ({ data, ports, source }) => {
					if (data.id === id) resolve([ports.length, source === window]);
				});
			});
			Reflect.get(window, 'wirebench').requestPort(id);
			const names = Object.getOwnPropertyNames(window).filter((name) => /electron|^require$|^ipc/i.test(name));
			return { port: await port, changed, names };
		});
		expect(seen).toEqual({ port: [1, true], changed: [], names: [] });
	});
});

test('the window reopens at its last position, and the system side follows the theme setting', async ({
	open,
	dataFolder,
}) => {
	const bounds = { x: 120, y: 90, width: 1000, height: 640 };
	const first = await open();
	doubleOf(first).person({ what: 'place-window', window: 1, bounds });
	await expect.poll(() => first.page.viewportSize()).toEqual({ width: 1000, height: 640 });
	await first.page.getByRole('radio', { name: 'Dark' }).check();
	await expect.poll(async () => (await doubleOf(first).facts()).themeSource).toBe('dark');
	await expect.poll(() => storedSettings(dataFolder)).toMatchObject({ theme: 'dark' });
	await first.close();

	const second = await open();
	const { themeSource, windows } = await doubleOf(second).facts();
	expect(windows[0]).toMatchObject({ bounds, maximized: false });
	expect([themeSource, windows[0]?.backgroundColor]).toEqual(['dark', '#14171c']);
	// The window's initial background colour equals the page's.
	await expect(second.page.locator('body')).toHaveCSS('background-color', 'rgb(20, 23, 28)');
	doubleOf(second).person({ what: 'maximize', window: 1 });
	await second.close();

	const third = await open();
	expect((await doubleOf(third).facts()).windows[0]).toMatchObject({ bounds, maximized: true });
});

test('a data folder that cannot be created is reported and ends the process with code 1', async ({
	chromium,
	dataFolder,
}) => {
	const file = join(dataFolder, 'a-file');
	await writeFile(file, '');
	const context = await (await chromium()).newContext();
	const failure = await launchDouble(context, join(file, 'folder')).catch((error: Error) => error.message);
	expect(failure).toMatch(/ended with code 1.*Wirebench could not start: ENOTDIR/s);
	await context.close();
});

test('broken settings do not keep the window closed; closing the last one ends with code 0, also when its position cannot be stored', async ({
	open,
	dataFolder,
}) => {
	test.skip(process.platform === 'darwin', 'on macOS the app outlives its windows');
	await writeFile(join(dataFolder, 'settings.json'), '{');
	const running = await open();
	await expect(running.page.getByRole('region', { name: /endpoints/i })).toBeVisible();
	const double = doubleOf(running);
	await mkdir(join(dataFolder, 'window.json', 'in the way'), { recursive: true });
	double.person({ what: 'close-window', window: 1 });
	const { code, stderr } = await double.ended;
	expect(code).toBe(0);
	expect(stderr).toContain('settings');
	expect(stderr).toContain('cannot store the position of its window');
});
