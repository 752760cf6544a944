import { errnoNumber } from '../errors/errno.ts';
import { engineError } from '../sentences/engine-error.ts';
import { encodeAddress } from './address.ts';
import type { NativeSockets } from './native.ts';

/** Milliseconds until sending to a full receiver is retried: the system does not notify. */
const FIRST_MS = 2;
const LONGEST_MS = 100;

interface Waiting {
	readonly bytes: Uint8Array;
	readonly path: string;
	readonly after: (error: Error | null) => void;
}

/** The send queue of a socket. Datagrams for a full receiver wait in order; other receivers do not wait for it. */
export class DatagramOutlet {
	readonly #native: NativeSockets;
	readonly #socket: number;
	/** Called when a receiver becomes full. */
	readonly #onFull: (path: string) => void;
	#waiting: Waiting[] = [];
	readonly #full = new Set<string>();
	#timer: NodeJS.Timeout | undefined;
	#pause = FIRST_MS;
	#closed = false;
	/** Calls back for datagrams that the system has taken or refused. */
	#settled: (() => void)[] = [];

	constructor(native: NativeSockets, socket: number, onFull: (path: string) => void) {
		this.#native = native;
		this.#socket = socket;
		this.#onFull = onFull;
	}

	/** Calls back, never before it returns, when the system has taken it or returned an error. */
	send(bytes: Uint8Array, path: string, after: (error: Error | null) => void): void {
		const one = { bytes, path, after };
		if (!this.#full.has(path) && this.#try(one)) return;
		if (!this.#full.has(path)) {
			this.#full.add(path);
			this.#onFull(path);
		}
		this.#waiting.push(one);
		this.#timer ??= setTimeout(() => this.#again(), this.#pause);
	}

	/** Calls back now for what the system has taken or refused, as before a datagram is read that may answer it. */
	settle(): void {
		for (const call of this.#settled.splice(0)) call();
	}

	/** Waiting datagrams are not sent any more. */
	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
		for (const { after } of this.#waiting.splice(0)) after(engineError('closed', 'closedWhileFull'));
	}

	#again(): void {
		this.#timer = undefined;
		const before = this.#waiting.length;
		this.#full.clear();
		const left: Waiting[] = [];
		for (const one of this.#waiting) {
			if (this.#full.has(one.path) || !this.#try(one)) {
				this.#full.add(one.path);
				left.push(one);
			}
		}
		this.#waiting = left;
		this.#pause = left.length < before ? FIRST_MS : Math.min(LONGEST_MS, this.#pause * 2);
		if (left.length > 0 && !this.#closed) this.#timer = setTimeout(() => this.#again(), this.#pause);
	}

	/** Returns whether it is settled: taken or refused. */
	#try({ bytes, path, after }: Waiting): boolean {
		try {
			if (!this.#native.send(this.#socket, bytes, encodeAddress(path))) return false;
			this.#later(() => after(null));
		} catch (error) {
			const failure = this.#explain(error, bytes.length);
			this.#later(() => after(failure));
		}
		return true;
	}

	#later(call: () => void): void {
		if (this.#settled.length === 0) process.nextTick(() => this.settle());
		this.#settled.push(call);
	}

	#explain(error: unknown, length: number): Error {
		if (!(error instanceof Error)) return new Error(String(error));
		if (!('code' in error) || error.code !== 'EMSGSIZE') return error;
		const room = this.#native.bufferSize(this.#socket, 'send');
		const number = errnoNumber('EMSGSIZE');
		const details = { errno: 'EMSGSIZE', ...(number === undefined ? {} : { errnoNumber: number }) };
		return engineError('too-large', 'datagramTooLarge', { length, room }, details);
	}
}
