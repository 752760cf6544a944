import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';

/** The result of a command line. */
export interface Outcome {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** The line after a command line's whole output. */
const LAST = /exit code (\d+)\n$/;

/**
 * Runs command lines without stdin in one process per file, one after the other: for the many that only test parsing,
 * since a separate process for each takes more than half a second of processor time.
 */
export function commandLines(): (args: readonly string[]) => Promise<Outcome> {
	let child: ChildProcess;
	let output = { stdout: '', stderr: '' };
	let heard = (): void => undefined;

	beforeAll(async () => {
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
	});

	afterAll(async () => {
		const ended = once(child, 'exit');
		child.kill('SIGKILL');
		await ended;
	});

	return async (args) => {
		output = { stdout: '', stderr: '' };
		const code = new Promise<number>((resolve, reject) => {
			const fail = (): void => reject(new Error(`The process ended. stderr: ${output.stderr}`));
			child.once('exit', fail);
			heard = () => {
				const last = LAST.exec(output.stderr)?.[1];
				if (last === undefined || !LAST.test(output.stdout)) return;
				child.off('exit', fail);
				resolve(Number(last));
			};
		});
		child.send([...args]);
		return {
			code: await code,
			stdout: output.stdout.replace(LAST, ''),
			stderr: output.stderr.replace(LAST, ''),
		};
	};
}
