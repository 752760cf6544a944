import type { Socket } from 'node:net';
import type { EngineContext } from '../core/context.ts';
import type { Waiting } from '../core/relief.ts';

/** Reading stops at this many pending bytes to a peer, and resumes below half of it. */
const OWED_BYTES = 256 * 1024;
const OWED_REPLIES = 4096;

/** Pauses the reading of one socket, so that a peer that sends without reading costs bounded memory, and so that the capture loses nothing. */
export class ReadGate {
	readonly #socket: Socket;
	readonly #context: EngineContext;
	#owing = false;
	#saturated = false;
	#closed = false;

	constructor(socket: Socket, context: EngineContext) {
		this.#socket = socket;
		this.#context = context;
	}

	/** Call it after each read and when replies were sent. `bytes` and `replies` are pending to the peer. */
	govern(owner: Waiting, bytes: number, replies: number): void {
		if (this.#owing) {
			if (bytes < OWED_BYTES / 2 && replies < OWED_REPLIES / 2) {
				this.#owing = false;
				this.#resume();
			}
		} else if (bytes > OWED_BYTES || replies > OWED_REPLIES) {
			this.#owing = true;
			this.#socket.pause();
		}
		if (this.#saturated || !this.#context.sink.saturated) return;
		this.#saturated = true;
		this.#context.relief.wait(owner);
		this.#socket.pause();
	}

	relieved(): void {
		if (!this.#saturated) return;
		this.#saturated = false;
		this.#resume();
	}

	close(): void {
		this.#closed = true;
	}

	#resume(): void {
		if (!this.#owing && !this.#saturated && !this.#closed) this.#socket.resume();
	}
}
