import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const PEERS = fileURLToPath(new URL('../../../e2e/peers/', import.meta.url));

/** A running Python program of e2e/peers; killed after the test, if it still runs. */
export class Peer {
	readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
	readonly #lines: AsyncIterator<string>;
	readonly #exit: Promise<unknown[]>;
	#errors = '';

	constructor(program: string, args: readonly string[]) {
		this.process = spawn('python3', [`${PEERS}${program}.py`, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
		this.#exit = once(this.process, 'close');
		this.process.stderr.on('data', (text) => {
			this.#errors += text;
		});
		this.#lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
		onTestFinished(() => {
			this.process.kill('SIGKILL');
		});
	}

	/** The next line that it prints. */
	async line(): Promise<string> {
		const { value, done } = await this.#lines.next();
		if (done) throw new Error(`The peer ended. ${this.#errors}`);
		return value;
	}

	/** All further lines, up to its end. Fails with its stderr if it failed. */
	async rest(): Promise<string[]> {
		const lines: string[] = [];
		for (let next = await this.#lines.next(); !next.done; next = await this.#lines.next()) lines.push(next.value);
		const [code] = await this.#exit;
		if (code !== 0) throw new Error(`The peer ended with ${code}: ${this.#errors}`);
		return lines;
	}

	tell(line: string): void {
		this.process.stdin.write(`${line}\n`);
	}

	async kill(): Promise<void> {
		this.process.kill('SIGKILL');
		await this.#exit;
	}
}

/** Runs a peer to its end; returns its printed lines. */
export function runPeer(program: string, args: readonly string[]): Promise<string[]> {
	const peer = new Peer(program, args);
	peer.process.stdin.end();
	return peer.rest();
}

export const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex');
export const unhex = (digits: string | undefined): string => Buffer.from(digits ?? '', 'hex').toString('latin1');
