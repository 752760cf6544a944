import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '../support/fixtures.ts';
import { ElectronDouble } from './driver.ts';

/** Uses of what the double lacks, or what the runtime refuses. The last ones wait until the app is ready. */
const REFUSED: readonly (readonly [what: string, code: string, words: RegExp])[] = [
	['a member of app', 'electron.app.dock.hide();', /has no app\.dock/],
	['an event of app', "electron.app.on('open-url', () => {});", /has no event "open-url" of app/],

	['a window before the app is ready', 'new electron.BrowserWindow({});', /before the app is ready/],
	['the screen before the app is ready', 'electron.screen.getPrimaryDisplay();', /before the app is ready/],
	['a data folder that is not there', "electron.app.setPath('userData', '/none/such');", /there is no folder/],
	[
		'an ArrayBuffer in a transfer list',
		'const bytes = new Uint8Array(1); new electron.MessageChannelMain().port1.postMessage(bytes, [bytes.buffer]);',
		/not a valid port/,
	],

	[
		'a privileged scheme after ready',
		'await electron.app.whenReady(); electron.protocol.registerSchemesAsPrivileged([]);',
		/before the app is ready/,
	],
	[
		'a preload that is not CommonJS',
		"await electron.app.whenReady(); new electron.BrowserWindow({ webPreferences: { preload: 'preload.mjs' } });",
		/preload is CommonJS/,
	],
];

test('the double refuses what it lacks and what the runtime refuses, loudly', async ({ chromium, dataFolder }) => {
	const bundle = join(dataFolder, 'bundle.mjs');
	const attempts = REFUSED.map(([what, code]) => `await attempt(${JSON.stringify(what)}, async () => { ${code} });`);
	await writeFile(
		bundle,
		`import * as electron from 'electron';
		const attempt = (what, work) => work().then(() => console.error(what + ': accepted'), (error) => console.error(what + ': ' + error.message));
		(async () => { ${attempts.join('\n')} process.exit(3); })();
		`,
	);
	const context = await (await chromium()).newContext();
	const failure: string = await ElectronDouble.start({ context, bundle, args: [] }).then(
		() => 'started',
		(error: Error) => error.message,
	);
	expect(failure).toMatch(/ended with code 3/);
	for (const [what, , words] of REFUSED) {
		const line = failure.split('\n').find((candidate) => candidate.startsWith(`${what}: `));
		expect.soft(line, what).toMatch(words);
	}
	await context.close();
});

test('the first signal quits, and the second one kills', async ({ dataFolder }) => {
	const bundle = join(dataFolder, 'bundle.mjs');
	await writeFile(
		bundle,
		"import { app } from 'electron';\napp.on('before-quit', (event) => { event.preventDefault(); console.error('quitting'); });\nconsole.error('up');\n",
	);
	const child = fork(join(import.meta.dirname, 'run.ts'), [bundle], {
		execArgv: [],
		stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
	});
	const ended = once(child, 'close');
	const seen: string[] = [];
	for await (const line of createInterface({ input: child.stderr ?? process.stdin })) {
		seen.push(line);
		child.kill('SIGINT');
	}
	expect([seen, await ended]).toEqual([
		['up', 'quitting'],
		[null, 'SIGINT'],
	]);
});

test('an import that the double lacks fails at link time', async ({ chromium, dataFolder }) => {
	const bundle = join(dataFolder, 'bundle.mjs');
	await writeFile(bundle, "import { desktopCapturer } from 'electron';\nvoid desktopCapturer.getSources({});\n");
	const context = await (await chromium()).newContext();
	const failure = await ElectronDouble.start({ context, bundle, args: [] }).catch((error: Error) => error.message);
	expect(failure).toMatch(/does not provide an export named 'desktopCapturer'/);
	await context.close();
});
