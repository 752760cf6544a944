import type { Worker } from 'node:worker_threads';
import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import { type SharedViews, SLOT } from '../ring/layout.ts';
import { startWriter } from '../threads.ts';
import type { WriterMessage, WriterOptions } from '../write/loop.ts';

/** How long a failing disk is given when the capture closes, in milliseconds. */
const GIVE_UP_MS = 1000;

type Waiting = PromiseWithResolvers<void>;

export interface WriterListener {
	/** Less than a quarter of the ring is in use. */
	onRelief(): void;
	/** `error` has changed. */
	onError(): void;
	/** Events before this position are in no file any more. */
	onLetGo(first: number): void;
	/** Something that the capture itself should tell. */
	onNote(text: string): void;
}

/** The main thread's end of the writer thread. */
export class WriterClient {
	readonly #shared: SharedViews;
	readonly #worker: Worker;
	readonly #listener: WriterListener;
	readonly #ready: Waiting = Promise.withResolvers();
	readonly #closed: Waiting = Promise.withResolvers();
	readonly #exited: Waiting = Promise.withResolvers();
	readonly #syncs = new Map<number, Waiting>();
	#nextSync = 1;
	#closing = false;
	#giveUp: NodeJS.Timeout | undefined;
	/** Set once the thread is gone. */
	#ended: WirebenchError | undefined;
	/** Set while the disk takes nothing, or for good if the thread broke. */
	error: ErrorInfo | undefined;

	constructor(shared: SharedViews, options: WriterOptions, listener: WriterListener) {
		this.#shared = shared;
		this.#listener = listener;
		this.#worker = startWriter({ memory: shared.memory, options });
		this.#worker.on('message', (message: WriterMessage) => this.#receive(message));
		this.#worker.on('error', (error) => this.#fail(error));
		this.#worker.on('exit', () => this.#exit());
		for (const { promise } of [this.#ready, this.#closed]) {
			// Whoever asks gets the error; a promise that nobody asked for must not end the process.
			promise.catch(() => undefined);
		}
	}

	/** Resolves when the first segment is there; rejects when it cannot be made. */
	ready(): Promise<void> {
		return this.#ready.promise;
	}

	/**
	 * `request` puts the mark with this number into the ring; resolves when the writer has met it and done what it asks
	 * for, rejects where that was not possible.
	 */
	sync(request: (id: number) => void): Promise<void> {
		if (this.#ended) return Promise.reject(this.#ended);
		const id = this.#nextSync++;
		const waiting: Waiting = Promise.withResolvers();
		this.#syncs.set(id, waiting);
		request(id);
		return waiting.promise;
	}

	/** `request` puts the last record into the ring; resolves when all is stored and the thread has ended. */
	async close(request: () => void): Promise<void> {
		this.#closing = true;
		if (!this.#ended) request();
		this.#watchDisk();
		try {
			await this.#closed.promise;
		} finally {
			clearTimeout(this.#giveUp);
			await this.#exited.promise;
		}
	}

	#receive(message: WriterMessage): void {
		if (message.type === 'relief') this.#listener.onRelief();
		else if (message.type === 'ready') this.#ready.resolve();
		else if (message.type === 'not-ready') this.#ready.reject(WirebenchError.fromInfo(message.error));
		else if (message.type === 'synced') this.#synced(message.id, undefined);
		else if (message.type === 'moved') this.#synced(message.id, message.error);
		else if (message.type === 'let-go') this.#listener.onLetGo(message.first);
		else if (message.type === 'error') this.#setError(message.error);
		else if (message.type === 'note') this.#listener.onNote(message.text);
		else if (message.error) this.#closed.reject(WirebenchError.fromInfo(message.error));
		else this.#closed.resolve();
	}

	#synced(id: number, error: ErrorInfo | undefined): void {
		if (error) this.#syncs.get(id)?.reject(WirebenchError.fromInfo(error));
		else this.#syncs.get(id)?.resolve();
		this.#syncs.delete(id);
	}

	#setError(error: ErrorInfo | undefined): void {
		this.error = error;
		this.#watchDisk();
		this.#listener.onError();
	}

	/** At the end a disk that fails does not hold up the process for ever. */
	#watchDisk(): void {
		if (!this.#closing || this.#giveUp) return;
		this.#giveUp = setTimeout(() => {
			this.#giveUp = undefined;
			if (!this.error) return;
			Atomics.store(this.#shared.slots, SLOT.giveUp, 1);
			Atomics.notify(this.#shared.slots, SLOT.giveUp);
		}, GIVE_UP_MS);
	}

	#fail(error: unknown): void {
		const reason = error instanceof Error ? error.message : String(error);
		this.#ended = new WirebenchError('internal', `The capture's writer stopped: ${reason}`);
		this.#setError(this.#ended.toInfo());
	}

	#exit(): void {
		this.#ended ??= new WirebenchError('closed', 'The capture is closed.');
		for (const waiting of [this.#ready, this.#closed, ...this.#syncs.values()]) waiting.reject(this.#ended);
		this.#syncs.clear();
		this.#exited.resolve();
	}
}
