import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isInForeground } from './terminal.mjs';

/** The lowest Node major version for Wirebench: it strips types from TypeScript and is the one in Electron. */
export const MINIMUM_NODE_MAJOR = 24;

/** Signals that end a program, and after which a wrapper must wait for the program that it runs. */
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Those of them that a terminal sends to a whole process group. */
const TERMINAL_SIGNALS = ['SIGINT', 'SIGHUP'];

const require = createRequire(import.meta.url);

/** @returns {number} the major version of the Node that runs this file */
function runningMajor() {
	return Number(process.versions.node.split('.')[0]);
}

/** npm's package names of Node for a platform: not every platform's package follows the same pattern. */
export function pinnedPackageNames(platform = process.platform, arch = process.arch) {
	const os = platform === 'win32' ? 'win' : platform;
	return [`node-${os}-${arch}`, `node-bin-${os}-${arch}`];
}

/** @returns {string | undefined} the Node that the lock file pins, if npm has installed it */
export function pinnedNode() {
	for (const name of pinnedPackageNames()) {
		try {
			const manifest = require.resolve(`${name}/package.json`);
			const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
			const file = join(dirname(manifest), typeof bin === 'string' ? bin : (bin?.node ?? 'bin/node'));
			if (existsSync(file)) return file;
		} catch (error) {
			if (error.code !== 'MODULE_NOT_FOUND') throw error;
		}
	}
	return undefined;
}

/**
 * Forwards signals of this process to a program, each at most once: Electron closes in order after the first SIGINT,
 * and dies of the second (electron_browser_main_parts_posix.cc). What the terminal has sent to the program as well is not
 * forwarded; nor is anything on Windows, where Node would end the program at once instead.
 * @returns {(signal: NodeJS.Signals) => void}
 */
function forwarder(child) {
	const forwarded = new Set();
	// The session is gone by the time that its end is signalled.
	const startedInForeground = isInForeground();
	return (signal) => {
		const fromTerminal = TERMINAL_SIGNALS.includes(signal) && (startedInForeground || isInForeground());
		if (process.platform === 'win32' || fromTerminal || forwarded.has(signal)) return;
		forwarded.add(signal);
		child.kill(signal);
	};
}

/**
 * Runs a program in place of this one: same standard streams, signals reach it once, and this process ends
 * as the program ends.
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<{ code: number, signal: NodeJS.Signals | null, asked: boolean, release: () => void }>} `code` as
 *   in a shell; `asked`: a signal had come before it ended; `release` stops catching signals: not
 *   needed before process.exit, which a late second Ctrl+C would forestall otherwise
 */
export function runInPlace(file, args) {
	return new Promise((resolve, reject) => {
		const child = spawn(file, args, { stdio: 'inherit', windowsHide: false });
		const forward = forwarder(child);
		let asked = false;
		const caught = (signal) => {
			asked = true;
			forward(signal);
		};
		for (const signal of ENDING_SIGNALS) process.on(signal, caught);
		const release = () => {
			for (const signal of ENDING_SIGNALS) process.off(signal, caught);
		};
		child.once('error', (error) => {
			release();
			reject(error);
		});
		child.once('exit', (code, signal) => {
			resolve({ code: code ?? 1, signal, asked, release });
		});
	});
}

/**
 * Resolves at once on a recent enough Node. On an older one it runs the same command with the pinned Node and never
 * resolves: the process ends like that one, by the same signal if it was a signal.
 */
export async function ensureRuntime() {
	if (runningMajor() >= MINIMUM_NODE_MAJOR) return;
	const node = pinnedNode();
	if (node === undefined) {
		process.stderr.write(
			`Wirebench needs Node ${MINIMUM_NODE_MAJOR} or newer, and this is ${process.version}. Run "npm ci" (without ` +
				`--omit=optional), which brings the right Node along, or install Node ${MINIMUM_NODE_MAJOR} from https://nodejs.org.\n`,
		);
		process.exit(1);
	}
	const { code, signal, release } = await runInPlace(node, [...process.execArgv, ...process.argv.slice(1)]);
	if (signal !== null) {
		release();
		process.kill(process.pid, signal);
	}
	process.exit(code);
}
