import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The shell first: the same Chromium without its window, with a third less processor time (as Playwright's own). */
const SYSTEM_NAMES = [
	'chromium-headless-shell',
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
];
const SYSTEM_PATHS = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function systemChromium() {
	const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	const candidates = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...candidates, ...SYSTEM_PATHS].find(isExecutable);
}

/** Playwright's own build, if one was installed on this machine. */
async function playwrightChromium() {
	const { chromium } = await import('@playwright/test');
	const path = chromium.executablePath();
	return path !== '' && isExecutable(path) ? path : undefined;
}

/** Shows the installer's output, and returns whether it succeeded. */
function install(command, args) {
	console.log(`No Chromium here: running ${command} ${args.join(' ')}`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

/**
 * Finds a Chromium for the browser tests, installing one if there is none: the environment variable
 * WIREBENCH_CHROMIUM, Playwright's own, the system's, Debian's package (as root), Playwright's download.
 * @returns {Promise<{ path: string, source: string }>}
 */
export async function findChromium() {
	const named = process.env.WIREBENCH_CHROMIUM;
	if (named !== undefined && named !== '') {
		if (!isExecutable(named)) throw new Error(`WIREBENCH_CHROMIUM names ${named}, which cannot be executed.`);
		return { path: named, source: 'the environment variable WIREBENCH_CHROMIUM' };
	}
	const own = await playwrightChromium();
	if (own !== undefined) return { path: own, source: "Playwright's own" };
	const system = systemChromium();
	if (system !== undefined) return { path: system, source: "the system's" };

	if (process.getuid?.() === 0 && install('apt-get', ['update'])) {
		for (const name of ['chromium-headless-shell', 'chromium']) {
			if (install('apt-get', ['install', '-y', name])) break;
		}
		const installed = systemChromium();
		if (installed !== undefined) return { path: installed, source: "the system's, just installed with apt-get" };
	}
	if (install('npx', ['playwright', 'install', 'chromium'])) {
		const downloaded = await playwrightChromium();
		if (downloaded !== undefined) return { path: downloaded, source: "Playwright's own, just downloaded" };
	}
	throw new Error('No Chromium was found and none could be installed. Install one and name it in WIREBENCH_CHROMIUM.');
}
