import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A Python program of e2e/peers that is running. */
export interface Peer {
	readonly pid: number;
	/** The next line that it prints. Throws with its stderr when it ends instead. */
	line(): Promise<string>;
	/** Writes a line to its stdin. */
	say(line: string): void;
	/** Ends its stdin, which makes it finish. */
	finish(): void;
	/** Ends it if it still runs; resolves when it has ended. */
	close(): Promise<void>;
}

export function startPeer(program: string, ...args: string[]): Peer {
	const child: ChildProcess = spawn('python3', [join(import.meta.dirname, '../peers', program), ...args]);
	const { stdin, stdout, stderr, pid } = child;
	if (stdin === null || stdout === null || stderr === null || pid === undefined) {
		throw new Error(`python3 ${program} did not start`);
	}
	let complaints = '';
	stderr.setEncoding('utf8').on('data', (text: string) => {
		complaints += text;
	});
	const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
	const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
	return {
		pid,
		async line() {
			const { done, value } = await lines.next();
			if (done) throw new Error(`${program} ended. ${complaints}`);
			return value;
		},
		say: (line) => stdin.write(`${line}\n`),
		finish: () => stdin.end(),
		async close() {
			child.kill('SIGKILL');
			await ended;
		},
	};
}
