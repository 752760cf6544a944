/**
 * `node .ci/start-package.mjs EXECUTABLE`: starts a packaged Wirebench, waits for its window to be usable, ends it as a person
 * does, and expects exit code 0. The fuses of a package switch Node's inspector off: the page is reached over Chromium's.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** Milliseconds until a window has to be usable, and until a program has to end. */
const LIMIT_MS = 120_000;
const LOOK_EVERY_MS = 100;
/** Milliseconds for the stderr of an ended program to be read. */
const CLOSE_MS = 20_000;

/** Chromium writes its port into its profile: https://chromedevtools.github.io/devtools-protocol. */
async function inspectorPort(profile, child) {
	const file = join(profile, 'DevToolsActivePort');
	for (const end = Date.now() + LIMIT_MS; Date.now() < end; await delay(LOOK_EVERY_MS)) {
		if (child.exitCode !== null || child.signalCode !== null) {
			throw new Error(`It ended with ${child.signalCode ?? `exit code ${child.exitCode}`} before it had a window.`);
		}
		try {
			const [port = ''] = readFileSync(file, 'utf8').split('\n');
			if (port !== '') return port;
		} catch (error) {
			if (error.code !== 'ENOENT' && error.code !== 'EBUSY') throw error;
		}
	}
	throw new Error(`It had no window after ${LIMIT_MS / 1000} s.`);
}

/**
 * @param {string} executable
 * @returns {Promise<string>} the window's title. Throws with a sentence, and the program's stderr, where a step fails.
 */
export async function startPackage(executable) {
	const { chromium } = await import('@playwright/test');
	const data = mkdtempSync(join(tmpdir(), 'wirebench-package-'));
	const child = spawn(executable, ['--data', data, '--remote-debugging-port=0'], {
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const ended = new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, signal) => resolve(signal ?? code));
	});
	ended.catch(() => undefined);
	let stderr = '';
	child.stderr.setEncoding('utf8').on('data', (text) => {
		stderr += text;
	});
	try {
		const port = await Promise.race([inspectorPort(join(data, 'electron'), child), ended.then(() => '')]);
		if (port === '') throw new Error(`It ended with ${await ended} before it had a window.`);
		const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
		const context = browser.contexts()[0];
		const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: LIMIT_MS }));
		await page.getByRole('button', { name: 'New endpoint' }).waitFor({ timeout: LIMIT_MS });
		const title = await page.title();
		// Windows has no signal to end a program with: there its last window is closed.
		if (process.platform === 'win32') await page.close();
		else child.kill('SIGTERM');
		const outcome = await Promise.race([ended, delay(LIMIT_MS, 'nothing', { ref: false })]);
		if (outcome !== 0) throw new Error(`It had to end with exit code 0, and ended with ${outcome}.`);
		await browser.close();
		return title;
	} catch (error) {
		child.kill('SIGKILL');
		// What it wrote last is read after its exit is known; a process of its own may keep stderr open.
		await Promise.race([ended.catch(() => undefined), delay(CLOSE_MS, undefined, { ref: false })]);
		throw new Error(`${executable}: ${error.message}\n${stderr}`, { cause: error });
	} finally {
		rmSync(data, { recursive: true, force: true, maxRetries: 5 });
	}
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	const executable = process.argv[2];
	if (executable === undefined) throw new Error('Name the executable.');
	console.log(`${executable}: "${await startPackage(executable)}" was usable and ended with 0.`);
}
