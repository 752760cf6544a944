import type { Socket } from 'node:net';
import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import { toWirebenchError } from '../errors/errno.ts';
import { stopped } from '../errors/stopped.ts';
import { engineError } from '../sentences/engine-error.ts';

/**
 * The handshake with a proxy: its bytes are read only as far as needed, and later ones stay in the socket for the next
 * reader. Bounded in bytes by what is requested, in time by `timeoutMs`.
 */
export class Handshake {
	readonly #socket: Socket;
	/** Its address for people, for errors. */
	readonly #proxy: string;
	#wake: (() => void) | undefined;
	#failure: WirebenchError | undefined;
	readonly #release: () => void;

	constructor(socket: Socket, proxy: string, timeoutMs: number, signal: AbortSignal) {
		this.#socket = socket;
		this.#proxy = proxy;
		const wake = () => this.#wake?.();
		const fail = (error: WirebenchError) => {
			this.#failure ??= error;
			wake();
		};
		const onError = (error: Error) =>
			fail(toWirebenchError(error, { verb: 'read from', target: `The proxy ${proxy}` }));
		const onEnd = () => fail(this.#broken(engineError('unavailable', 'proxyClosedEarly')));
		const onAbort = () => fail(stopped());
		const timer = setTimeout(() => fail(this.#late(timeoutMs)), timeoutMs);
		socket.on('readable', wake).on('error', onError).on('end', onEnd).on('close', onEnd);
		signal.addEventListener('abort', onAbort);
		if (signal.aborted) onAbort();
		this.#release = () => {
			clearTimeout(timer);
			signal.removeEventListener('abort', onAbort);
			socket.off('readable', wake).off('error', onError).off('end', onEnd).off('close', onEnd);
		};
	}

	write(bytes: Uint8Array): void {
		this.#socket.write(bytes);
	}

	/** The next `length` bytes. */
	async take(length: number): Promise<Buffer> {
		return this.#next(() => this.#read(length));
	}

	/** Everything up to and including `end`. Fails when that takes more than `most` bytes. */
	async takeUntil(end: string, most: number): Promise<Buffer> {
		let head: Buffer = Buffer.alloc(0);
		return this.#next(() => {
			const more = this.#read();
			if (more === undefined) return undefined;
			head = Buffer.concat([head, more]);
			const at = head.indexOf(end);
			if (at < 0 && head.length < most) return undefined;
			if (at < 0) throw this.#broken(engineError('unavailable', 'proxyAnswerTooLong', { most }));
			const whole = at + end.length;
			if (whole < head.length) this.#socket.unshift(head.subarray(whole));
			return head.subarray(0, whole);
		});
	}

	/** The proxy's answer violates the protocol. */
	fault(what: WirebenchError): WirebenchError {
		return this.#broken(what);
	}

	/** Returns the socket. */
	done(): Socket {
		this.#release();
		return this.#socket;
	}

	/** Closes it. */
	fail(): void {
		this.#release();
		this.#socket.on('error', () => undefined);
		this.#socket.destroy();
	}

	async #next(read: () => Buffer | undefined): Promise<Buffer> {
		for (;;) {
			// Received bytes count, also when the proxy has closed after them.
			const bytes = read();
			if (bytes !== undefined) return bytes;
			if (this.#failure !== undefined) throw this.#failure;
			await new Promise<void>((resolve) => (this.#wake = resolve));
		}
	}

	#read(length?: number): Buffer | undefined {
		// At its end a stream returns the rest, though it is less than requested.
		const bytes: unknown = this.#socket.read(length);
		if (!Buffer.isBuffer(bytes)) return undefined;
		if (length !== undefined && bytes.length < length) {
			throw this.#broken(engineError('unavailable', 'proxyClosedInAnswer'));
		}
		return bytes;
	}

	#broken(what: WirebenchError): WirebenchError {
		return engineError('unavailable', 'proxyAnswerUseless', { proxy: this.#proxy, what });
	}

	#late(ms: number): WirebenchError {
		return engineError('timeout', 'proxyTooLate', { proxy: this.#proxy, ms });
	}
}
