import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isAlive, withLock } from './lock.mjs';
import { publish } from './publish.mjs';
import { ensureRuntime } from './runtime.mjs';
import { sourceStamp } from './stamp.mjs';

export const root = join(import.meta.dirname, '../../..');
export const dist = join(root, 'dist');
const recordFile = join(dist, '.build.json');
const PARTS = ['renderer', 'main', 'preload', 'notices'];

/** The sources of the last build, and its files by part: `{ stamp, files: { part: [...] } }`. */
function lastBuild() {
	if (!existsSync(recordFile)) return { stamp: '', files: {} };
	try {
		return JSON.parse(readFileSync(recordFile, 'utf8'));
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return { stamp: '', files: {} };
	}
}

function writeRecord(record) {
	const fresh = `${recordFile}.${process.pid}`;
	writeFileSync(fresh, JSON.stringify(record));
	renameSync(fresh, recordFile);
}

/** Runs the bundler as a child whose outputs both go to our stderr. */
function bundle(folder) {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [join(import.meta.dirname, 'bundle.mjs'), folder], {
			cwd: root,
			stdio: ['ignore', 2, 2],
			env: { ...process.env, NODE_ENV: 'production' },
		});
		child.once('error', reject);
		child.once('exit', (code, signal) => {
			if (code === 0) resolve();
			else reject(new Error(`The build failed (${signal ?? `exit code ${code}`}); its messages are above.`));
		});
	});
}

/** Removes temporary folders of killed builds. */
function removeLeftovers() {
	for (const name of readdirSync(dist)) {
		const pid = /^\.building-(\d+)$/.exec(name)?.[1];
		if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(dist, name), { recursive: true, force: true });
	}
}

/** Builds in a temporary folder and then moves the result into place. `clean` also removes the previous build's files. */
async function build(clean) {
	if (!existsSync(join(root, 'node_modules/vite'))) {
		throw new Error('The build tools are not installed. Run "npm ci" first.');
	}
	const before = lastBuild();
	const stamp = sourceStamp(root);
	const aside = join(dist, `.building-${process.pid}`);
	const files = {};
	removeLeftovers();
	try {
		await bundle(aside);
		for (const part of PARTS) {
			files[part] = publish(join(aside, part), join(dist, part), clean ? [] : (before.files[part] ?? []));
		}
	} finally {
		rmSync(aside, { recursive: true, force: true });
	}
	writeRecord({ stamp, files });
}

/**
 * Ensures that dist/ is up to date with the sources; costs a few milliseconds when it is. With several concurrent
 * processes one builds and the others wait for it. Throws an Error with a sentence when the build fails.
 * @param {{ quiet?: boolean, force?: boolean }} [options] `quiet`: prints nothing on stderr unless it fails
 */
export async function ensureBuilt({ quiet = false, force = false } = {}) {
	if (!force && lastBuild().stamp === sourceStamp(root)) return;
	mkdirSync(dist, { recursive: true });
	await withLock(join(dist, '.lock'), async () => {
		if (!force && lastBuild().stamp === sourceStamp(root)) return;
		if (!quiet) process.stderr.write('Building Wirebench…\n');
		const start = performance.now();
		await build(force);
		if (!quiet) process.stderr.write(`Built in ${((performance.now() - start) / 1000).toFixed(1)} s.\n`);
	});
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	await ensureRuntime();
	try {
		await ensureBuilt({ force: true });
	} catch (error) {
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 1;
	}
}
