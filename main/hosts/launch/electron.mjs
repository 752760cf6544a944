import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Milliseconds without any data after which a connection is given up; the whole download may take as long as it does. */
const STALL_MS = 30_000;

/** The executable within the runtime, as the installer of the npm package names it in `path.txt`. */
const EXECUTABLE = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/** @returns {string} the npm package's folder. `require('electron')` itself is never called: it downloads, and throws if it cannot. */
export function electronPackage() {
	return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}

/** A file's text, or '' where there is none. */
const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/**
 * A runtime counts as installed once its installer has completed: an extraction that was cut off has no `path.txt`, and
 * that of an earlier package another version. One named by ELECTRON_OVERRIDE_DIST_PATH is the person's own.
 * @param {string} packageFolder
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} Electron's executable, if it is installed
 */
export function installedElectron(packageFolder, env = process.env) {
	const name = EXECUTABLE[process.platform] ?? 'electron';
	const own = env.ELECTRON_OVERRIDE_DIST_PATH;
	const folder = own || join(packageFolder, 'dist');
	const file = join(folder, name);
	if (!existsSync(file)) return undefined;
	if (own) return file;
	const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
	const complete = textOf(join(packageFolder, 'path.txt')) === name;
	return complete && textOf(join(folder, 'version')).trim().replace(/^v/, '') === version ? file : undefined;
}

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} why fetching the runtime would not help
 */
export function whyNotFetched(env = process.env) {
	const own = env.ELECTRON_OVERRIDE_DIST_PATH;
	return own ? `ELECTRON_OVERRIDE_DIST_PATH is ${own}, where there is no Electron` : undefined;
}

/** The first sentence in an error output, without the error's class. */
function reasonIn(output) {
	const line = output.split('\n').find((text) => text.trim() !== '') ?? 'the installer failed without output';
	return line.trim().replace(/^\w*Error: /, '');
}

/**
 * Fetches the runtime of the npm package in another process. What was received of an archive before it failed or was
 * interrupted is used by the next start.
 * @param {string} packageFolder
 * @param {object} options
 * @param {(progress: import('./download.mjs').Progress) => void} options.onProgress
 * @param {number} [options.stallMs]
 * @returns {Promise<string | undefined>} why it failed, or undefined when the runtime is installed
 */
export function fetchElectron(packageFolder, { onProgress, stallMs = STALL_MS }) {
	return new Promise((resolve) => {
		const script = join(import.meta.dirname, 'fetch-runtime.mjs');
		const child = spawn(process.execPath, [script, packageFolder, String(stallMs)], {
			stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
		});
		let output = '';
		child.stderr.setEncoding('utf8').on('data', (text) => {
			output += text;
		});
		child.on('message', onProgress);
		child.once('error', (error) => {
			output += error.message;
		});
		child.once('close', (code) => resolve(code === 0 ? undefined : reasonIn(output)));
	});
}
