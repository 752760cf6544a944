import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { ensureBuilt } from '../../launch/build.mjs';

/** The result of a command line. */
export interface Outcome {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** The line after a command line's whole output. */
const LAST = /exit code (\d+)\n$/;
/** Milliseconds: a build takes seconds, and waits for a running one. */
const BUILD_LIMIT_MS = 120_000;

/** Runs a command line with more environment variables; concurrent ones wait for each other. */
export type RunLine = (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Outcome>;

/**
 * Runs command lines without stdin in one process per file, one after the other: for those that end by themselves and
 * whose process is not what is tested. A separate process for each takes half a second of processor time.
 */
export function commandLines(): RunLine {
	let child: ChildProcess;
	let output = { stdout: '', stderr: '' };
	let heard = (): void => undefined;
	let last: Promise<unknown> = Promise.resolve();

	beforeAll(async () => {
		await ensureBuilt({ quiet: true });
		child = fork(fileURLToPath(new URL('./command-lines.child.ts', import.meta.url)), {
			stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		});
		for (const name of ['stdout', 'stderr'] as const) {
			child[name]?.setEncoding('utf8').on('data', (text: string) => {
				output[name] += text;
				heard();
			});
		}
		await once(child, 'message');
	}, BUILD_LIMIT_MS);

	afterAll(async () => {
		const ended = once(child, 'exit');
		child.disconnect();
		await ended;
	});

	const runNext: RunLine = async (args, env = {}) => {
		output = { stdout: '', stderr: '' };
		const code = new Promise<number>((resolve, reject) => {
			const fail = (): void => reject(new Error(`The process ended. stderr: ${output.stderr}`));
			child.once('exit', fail);
			heard = () => {
				const found = LAST.exec(output.stderr)?.[1];
				if (found === undefined || !LAST.test(output.stdout)) return;
				child.off('exit', fail);
				resolve(Number(found));
			};
		});
		child.send({ args, env });
		return {
			code: await code,
			stdout: output.stdout.replace(LAST, ''),
			stderr: output.stderr.replace(LAST, ''),
		};
	};
	return (...line) => {
		const next = last.then(() => runNext(...line));
		last = next.catch(() => undefined);
		return next;
	};
}
