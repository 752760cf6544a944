/**
 * Connections that stay, in a process of its own: `node hold.ts PORT COUNT FIRST`. Opens so many, has a message of its own echoed on each and
 * compares it, prints a line; for each line on stdin all do so once more; at the end of stdin all are closed.
 */
import net from 'node:net';
import { createInterface } from 'node:readline';

/** Connections that are being opened at a time. */
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

	/** Resolves when the message is back, byte for byte. */
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
