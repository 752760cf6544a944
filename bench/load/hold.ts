/**
 * Persistent connections in a separate process: `node hold.ts PORT COUNT FIRST`. Opens COUNT connections, sends a
 * distinct message on each, compares its echo, and prints a line; for each line on stdin it repeats that; at the end of
 * stdin it closes all.
 */
import net from 'node:net';
import { createInterface } from 'node:readline';

/** Concurrent connection attempts. */
const AT_ONCE = 64;
const [port = 0, count = 0, first = 0] = process.argv.slice(2).map(Number);

class Held {
	readonly #number: number;
	readonly #socket: net.Socket;
	#wanted = Buffer.alloc(0);
	#came = 0;
	#done: (() => void) | undefined;
	#fail: ((error: Error) => void) | undefined;

	constructor(number: number) {
		this.#number = number;
		this.#socket = net.connect({ host: '127.0.0.1', port, noDelay: true });
		this.#socket.on('data', (bytes) => this.#take(bytes));
		this.#socket.on('error', (error) => this.#fail?.(error));
		this.#socket.on('close', () => this.#fail?.(new Error(`connection ${number} was closed`)));
	}

	/** Resolves when the same message has returned. */
	echo(round: number): Promise<void> {
		return new Promise((resolve, reject) => {
			this.#wanted = Buffer.from(`round ${round} of connection ${this.#number} `.padEnd(64, '.'));
			this.#came = 0;
			this.#done = resolve;
			this.#fail = reject;
			this.#socket.write(this.#wanted);
		});
	}

	close(): void {
		this.#fail = undefined;
		this.#socket.destroy();
	}

	#take(bytes: Buffer): void {
		const end = this.#came + bytes.length;
		if (end > this.#wanted.length || this.#wanted.compare(bytes, 0, bytes.length, this.#came, end) !== 0) {
			this.#fail?.(new Error(`connection ${this.#number} got other bytes than it sent`));
			return;
		}
		this.#came = end;
		if (end === this.#wanted.length) this.#done?.();
	}
}

const all: Held[] = [];
const waiting = Array.from({ length: count }, (_, i) => first + i);
await Promise.all(
	Array.from({ length: AT_ONCE }, async () => {
		for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
			const held = new Held(number);
			all.push(held);
			await held.echo(0);
		}
	}),
);
process.stdout.write(`${all.length}\n`);
let round = 0;
for await (const _line of createInterface({ input: process.stdin })) {
	round += 1;
	const now = round;
	await Promise.all(all.map((held) => held.echo(now)));
	process.stdout.write(`${all.length}\n`);
}
for (const held of all) held.close();
