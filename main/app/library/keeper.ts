import { rmdir } from 'node:fs/promises';
import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import { binCapture, purge } from '../../capture/index.ts';
import type { Capture } from '../../capture/types.ts';
import { makeFolder } from '../folders/make-folder.ts';
import { appError } from '../sentences/app-error.ts';
import type { UndoBin } from './undo.ts';

/** Milliseconds for a disk that was full to take the rest once there is room. */
const PATIENCE_MS = 5000;

export interface KeeperOptions {
	readonly live: Capture;
	readonly bin: UndoBin;
	/** The folder of the next capture, which must not exist. */
	readonly nextFolder: () => string;
	/** Another capture is live. */
	readonly onNew: () => Promise<void>;
}

/** Starts new captures in place of the live one. */
export class Keeper {
	readonly #options: KeeperOptions;
	/** The end of the latest request. */
	#last: Promise<void> = Promise.resolve();
	#closed = false;

	constructor(options: KeeperOptions) {
		this.#options = options;
	}

	/** Rejects with a WirebenchError; then the live capture continues. Concurrent requests run one after the other. */
	beginNew(): Promise<{ id: string; folder: string }> {
		return this.#inTurn(() => this.#beginNew());
	}

	/** The same, and deletes the previous capture. */
	clear(): Promise<{ undo?: string; events: number }> {
		return this.#inTurn(() => this.#clear());
	}

	/** Resolves when no request is in progress; later ones are refused. */
	async close(): Promise<void> {
		this.#closed = true;
		await this.#last;
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const turn = this.#last.then(() => {
			if (this.#closed) throw appError('closed', 'captureClosed');
			return work();
		});
		// The caller gets the failure; the next request only waits for the end.
		this.#last = turn.then(
			() => undefined,
			() => undefined,
		);
		return turn;
	}

	async #beginNew(): Promise<{ id: string; folder: string }> {
		const { live, onNew } = this.#options;
		if (live.counters().received > 0) {
			await this.#next();
			await onNew();
		}
		return { id: live.id, folder: live.folder };
	}

	async #clear(): Promise<{ undo?: string; events: number }> {
		const { live, bin, onNew } = this.#options;
		const events = live.counters().received;
		if (events === 0) return { events };
		const full = isFull(live.error());
		if (full) await this.#makeRoom();
		const left = live.folder;
		await this.#next();
		try {
			const binned = await binCapture(left);
			if (!full) return { events, undo: bin.keep([binned]) };
			await purge(binned);
			return { events };
		} finally {
			await onNew();
		}
	}

	async #next(): Promise<void> {
		const { live, nextFolder } = this.#options;
		const folder = nextFolder();
		// Captures contain confidential data of others: only their owner may read them.
		await makeFolder(folder, 0o700);
		try {
			await live.beginNew(folder);
		} catch (error) {
			await rmdir(folder);
			throw error;
		}
	}

	/** Deletes files of the capture to be deleted early, so that the writer can finish. */
	async #makeRoom(): Promise<void> {
		const { live, bin } = this.#options;
		await bin.empty();
		await live.makeRoom();
		await writable(live);
	}
}

function isFull(error: ErrorInfo | undefined): boolean {
	return error?.details.errno === 'ENOSPC' || error?.details.errno === 'EDQUOT';
}

/** Resolves when the capture can be written again, or on timeout. */
function writable(live: Capture): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			stop();
			resolve();
		};
		const timer = setTimeout(done, PATIENCE_MS);
		const stop = live.onProgress(() => {
			if (live.error() === undefined) done();
		});
		if (live.error() === undefined) done();
	});
}
