import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, type BrowserContext, type Page, type ViewportSize } from '@playwright/test';
import { ElectronDouble } from '../electron-double/driver.ts';
import type { Circumstances } from '../electron-double/messages.ts';
import { PAGE_MEDIA } from './page-media.ts';
import { type SystemSide, systemOfDouble, systemOfElectron } from './system-side.ts';

export const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/main');

/** A usable Wirebench on any host. */
export interface App {
	readonly page: Page;
	/** Where it keeps captures and settings. */
	readonly dataFolder: string;
	/** Only in Electron and its double. */
	readonly system?: SystemSide;
	/** Only in the Electron double. */
	readonly double?: ElectronDouble;
}

/** One that a test has started. */
export interface Running extends App {
	/** Ends it as the system would, and throws unless it exits with code 0, or with that of `expectExit`. */
	close(): Promise<void>;
	/** Only in the Electron double: the test ends it, with this code; null for a signal. */
	expectExit?(code: number | null): void;
	/** Only in Electron: starts it a second time on the same data folder. Resolves with the exit code of that process. */
	startAgain?(...args: readonly string[]): Promise<number | null>;
}

function requireBuilt(file: string): string {
	const path = join(MAIN, file);
	if (!existsSync(path)) throw new Error(`There is no ${path}. Run "npm run build" first.`);
	return path;
}

/** The browser host prints its address in the first line of stdout. */
async function readyUrl(child: ChildProcess, stderr: () => string): Promise<string> {
	if (child.stdout === null) throw new Error('The browser host has no stdout.');
	for await (const line of createInterface({ input: child.stdout })) {
		const message: unknown = JSON.parse(line);
		if (typeof message === 'object' && message !== null && 'url' in message && typeof message.url === 'string') {
			return message.url;
		}
		throw new Error(`The browser host began with ${line}`);
	}
	throw new Error(`The browser host ended before it was ready.\n${stderr()}`);
}

/** `wirebench serve` in a process. */
export interface BrowserHost {
	/** With the start token: opens any number of pages. */
	readonly url: string;
	/** Its stderr so far. */
	stderr(): string;
	/** Ends it as the system would, and throws unless it exits with code 0. */
	stop(): Promise<void>;
}

/** The system chooses the port unless one is given. */
export async function startBrowserHost(
	dataFolder: string,
	port = '0',
	more: readonly string[] = [],
): Promise<BrowserHost> {
	const args = [requireBuilt('cli.js'), 'serve', '--port', port, '--no-open', '--data', dataFolder, ...more];
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	let stderr = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
	});
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	try {
		const url = await readyUrl(child, () => stderr);
		// Only the first line is read, and the process must not block on the rest.
		child.stdout.resume();
		return {
			url,
			stderr: () => stderr,
			async stop() {
				child.kill('SIGTERM');
				const code = await ended;
				if (code !== 0) throw new Error(`The browser host ended with code ${code}.\n${stderr}`);
			},
		};
	} catch (error) {
		child.kill('SIGKILL');
		throw error;
	}
}

/** A separate browser host, and its page. */
export async function launchBrowserHost(
	context: BrowserContext,
	dataFolder: string,
	{ viewport = null, port }: { viewport?: ViewportSize | null; port?: string } = {},
): Promise<Running> {
	const host = await startBrowserHost(dataFolder, port);
	const page = await context.newPage();
	try {
		if (viewport !== null) await page.setViewportSize(viewport);
		await page.goto(host.url);
	} catch (error) {
		await host.stop();
		throw error;
	}
	return {
		page,
		dataFolder,
		async close() {
			await page.close();
			await host.stop();
		},
	};
}

/** The built main bundle over the Electron double. */
export async function launchDouble(
	context: BrowserContext,
	dataFolder: string,
	circumstances: Circumstances = {},
): Promise<Running> {
	const { double, page } = await ElectronDouble.start({
		context,
		bundle: requireBuilt('electron.js'),
		args: ['--data', dataFolder, ...(circumstances.args ?? [])],
		circumstances,
	});
	let expected: number | null = 0;
	return {
		page,
		dataFolder,
		double,
		system: systemOfDouble(double),
		expectExit(code) {
			expected = code;
		},
		async close() {
			const { code, stderr } = await double.quit();
			if (code !== expected) throw new Error(`The main bundle ended with code ${code}.\n${stderr}`);
		},
	};
}

/**
 * The real Electron, through Playwright's own driver. `prepare` gets its context before any page is used.
 * @param more arguments of the start
 */
export async function launchElectron(
	dataFolder: string,
	prepare: (context: BrowserContext) => void,
	more: readonly string[] = [],
): Promise<Running> {
	requireBuilt('electron.js');
	const args = [ROOT, '--data', dataFolder];
	// How Electron's Node shares compiled code is not for these tests.
	const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };
	// Playwright switches Chromium's sandbox off unless it is asked for.
	const app = await _electron.launch({ args: [...args, ...more], cwd: ROOT, env, chromiumSandbox: true });
	prepare(app.context());
	const page = await app.firstWindow();
	await page.emulateMedia(PAGE_MEDIA);
	return {
		page,
		dataFolder,
		system: await systemOfElectron(app),
		async startAgain(...again) {
			const child = spawn(app.process().spawnfile, [...args, ...again], { stdio: 'ignore' });
			return new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
		},
		async close() {
			const child = app.process();
			await app.close();
			if (child.exitCode !== 0) throw new Error(`Electron ended with ${child.signalCode ?? `code ${child.exitCode}`}.`);
		},
	};
}
