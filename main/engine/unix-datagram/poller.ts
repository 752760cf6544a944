import type { NativeSockets } from './native.ts';

/**
 * Waits for all datagram sockets of the process at once, on one of the four threads of libuv's pool; none waits while
 * there are no sockets. Adding or removing a socket interrupts the wait through a pipe.
 */
export class Poller {
	readonly #native: NativeSockets;
	readonly #sockets = new Map<number, () => void>();
	#pipe: readonly [number, number] | undefined;
	#waiting = false;
	#interrupted = false;
	/** A waiting thread would block the end of the process. */
	readonly #atExit = () => this.#interrupt();

	constructor(native: NativeSockets) {
		this.#native = native;
	}

	/** `readable` is called while there is data to read. */
	add(socket: number, readable: () => void): void {
		if (this.#sockets.size === 0) process.on('exit', this.#atExit);
		this.#sockets.set(socket, readable);
		this.#again();
	}

	/** Resolves when no thread waits for the socket any more, so that it can be closed. */
	async remove(socket: number): Promise<void> {
		this.#sockets.delete(socket);
		if (this.#sockets.size === 0) process.off('exit', this.#atExit);
		await new Promise<void>((resolve) => {
			this.#after.push(resolve);
			this.#again();
		});
	}

	readonly #after: (() => void)[] = [];

	#again(): void {
		if (this.#waiting) this.#interrupt();
		else this.#wait();
	}

	#interrupt(): void {
		if (!this.#waiting || this.#interrupted || this.#pipe === undefined) return;
		this.#interrupted = true;
		this.#native.signal(this.#pipe[1]);
	}

	#wait(): void {
		for (const resolve of this.#after.splice(0)) resolve();
		if (this.#sockets.size === 0) return;
		this.#pipe ??= this.#native.pipe();
		const [wake] = this.#pipe;
		this.#waiting = true;
		this.#native.wait([wake, ...this.#sockets.keys()], (readable) => {
			this.#waiting = false;
			if (readable.has(wake)) {
				this.#interrupted = false;
				this.#native.unsignal(wake);
			}
			for (const socket of readable) this.#sockets.get(socket)?.();
			this.#wait();
		});
	}
}
