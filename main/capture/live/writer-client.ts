import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import { runJob } from '../../threads/job.ts';
import { type SharedViews, SLOT } from '../ring/layout.ts';
import { captureError } from '../sentences/capture-error.ts';
import { writerContract } from '../write/contract.ts';
import type { WriterNews, WriterOptions, WriterOrder } from '../write/loop.ts';

/** Milliseconds for a failing disk when the capture closes. */
const GIVE_UP_MS = 1000;

type Waiting = PromiseWithResolvers<void>;

export interface WriterListener {
	/** Less than a quarter of the ring is in use. */
	onRelief(): void;
	/** `error` has changed. */
	onError(): void;
	/** Events before this position are not in the files any more. */
	onLetGo(first: number): void;
	/** A note for the capture itself. */
	onNote(text: string): void;
}

/** The main thread's end of the writer thread. */
export class WriterClient {
	readonly #shared: SharedViews;
	readonly #listener: WriterListener;
	readonly #ready: Waiting = Promise.withResolvers();
	/** Settles when the thread has ended. */
	readonly #closed: Promise<void>;
	readonly #syncs = new Map<number, Waiting>();
	#nextSync = 1;
	#isReady = false;
	#closing = false;
	#giveUp: NodeJS.Timeout | undefined;
	/** Set once the thread has ended. */
	#ended: WirebenchError | undefined;
	/** Set while the disk cannot be written, or for good if the thread failed. */
	error: ErrorInfo | undefined;

	constructor(shared: SharedViews, options: WriterOptions, listener: WriterListener) {
		this.#shared = shared;
		this.#listener = listener;
		this.#closed = this.#write({ memory: shared.memory, options });
		for (const promise of [this.#ready.promise, this.#closed]) {
			// Awaiting callers get the error; an unawaited promise must not end the process.
			promise.catch(() => undefined);
		}
	}

	/** Resolves when the first segment exists; rejects when it cannot be created. */
	ready(): Promise<void> {
		return this.#ready.promise;
	}

	/**
	 * `request` puts the mark with this number into the ring; resolves when the writer has reached it and done its work,
	 * rejects where that failed.
	 */
	sync(request: (id: number) => void): Promise<void> {
		if (this.#ended) return Promise.reject(this.#ended);
		const id = this.#nextSync++;
		const waiting: Waiting = Promise.withResolvers();
		this.#syncs.set(id, waiting);
		request(id);
		return waiting.promise;
	}

	/** `request` puts the last record into the ring; resolves when everything is stored and the thread has ended. */
	async close(request: () => void): Promise<void> {
		this.#closing = true;
		if (!this.#ended) request();
		this.#watchDisk();
		try {
			await this.#closed;
		} finally {
			clearTimeout(this.#giveUp);
		}
	}

	/** From the first segment to the end of the thread. Rejects with the reason when not everything could be written. */
	async #write(order: WriterOrder): Promise<void> {
		const names = { title: "The capture's writer", closed: 'The capture is closed.' };
		try {
			const { error } = await runJob(writerContract, 'capture-writer', names, order, (news) => this.#receive(news));
			this.#end(captureError('closed', 'captureClosed'));
			if (error) throw WirebenchError.fromInfo(error);
		} catch (error) {
			if (this.#ended === undefined && error instanceof WirebenchError) {
				this.#end(error);
				if (this.#isReady) this.#setError(error.toInfo());
			}
			throw error;
		}
	}

	#end(reason: WirebenchError): void {
		this.#ended = reason;
		for (const waiting of [this.#ready, ...this.#syncs.values()]) waiting.reject(reason);
		this.#syncs.clear();
	}

	#receive(news: WriterNews): void {
		switch (news.type) {
			case 'ready':
				this.#isReady = true;
				this.#ready.resolve();
				return;
			case 'relief':
				this.#listener.onRelief();
				return;
			case 'error':
				this.#setError(news.error);
				return;
			case 'note':
				this.#listener.onNote(news.text);
				return;
			case 'let-go':
				this.#listener.onLetGo(news.first);
				return;
			case 'synced':
				if (news.error) this.#syncs.get(news.id)?.reject(WirebenchError.fromInfo(news.error));
				else this.#syncs.get(news.id)?.resolve();
				this.#syncs.delete(news.id);
		}
	}

	#setError(error: ErrorInfo | undefined): void {
		this.error = error;
		this.#watchDisk();
		this.#listener.onError();
	}

	/** At the end a failing disk does not block the process without limit. */
	#watchDisk(): void {
		if (!this.#closing || this.#giveUp) return;
		this.#giveUp = setTimeout(() => {
			this.#giveUp = undefined;
			if (!this.error) return;
			Atomics.store(this.#shared.slots, SLOT.giveUp, 1);
			Atomics.notify(this.#shared.slots, SLOT.giveUp);
		}, GIVE_UP_MS);
	}
}
