import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Time limit for fetching the runtime in milliseconds; then the browser host is started instead. */
export const FETCH_LIMIT_MS = 15_000;

/** The npm package's folder. `require('electron')` itself is never called: it downloads, and throws if it cannot. */
function packageFolder() {
	return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}

/** @returns {string} the folder of the runtime, existing or not */
export function runtimeFolder() {
	return process.env.ELECTRON_OVERRIDE_DIST_PATH || join(packageFolder(), 'dist');
}

/** @returns {string | undefined} Electron's executable, if it exists; found like the npm package does */
export function installedElectron() {
	const pathFile = join(packageFolder(), 'path.txt');
	const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
	const file = join(runtimeFolder(), name);
	return existsSync(file) ? file : undefined;
}

/** The sentence in the installer's error output: its first line, without the error's class. */
function reasonIn(output) {
	const line = output.split('\n').find((text) => text.trim() !== '') ?? 'the installer failed without output';
	return line
		.trim()
		.replace(/^\w*Error: /, '')
		.slice(0, 200);
}

/**
 * Runs the npm package's own installer, with a time limit. An interrupted fetch leaves nothing behind and is retried at
 * the next start.
 * @param {number} [limitMs]
 * @param {string} [installer] the script to run
 * @returns {Promise<string | undefined>} why it failed, or undefined when the runtime is available
 */
export function fetchElectron(limitMs = FETCH_LIMIT_MS, installer = join(packageFolder(), 'install.js')) {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'pipe'] });
		let output = '';
		let late = false;
		const timer = setTimeout(() => {
			late = true;
			child.kill('SIGKILL');
		}, limitMs);
		child.stderr.setEncoding('utf8');
		child.stderr.on('data', (text) => {
			output += text;
		});
		const stop = () => child.kill('SIGTERM');
		process.once('exit', stop);
		child.once('error', (error) => {
			output += error.message;
		});
		child.once('close', (code) => {
			clearTimeout(timer);
			process.off('exit', stop);
			if (code === 0) resolve(undefined);
			else if (late)
				resolve(`it took more than ${limitMs / 1000} s; "npx install-electron" fetches it without that limit`);
			else resolve(reasonIn(output));
		});
	});
}
