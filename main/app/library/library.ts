import { dirname } from 'node:path';
import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { CaptureLibrary, StoredCapture } from '../../../common/contract/calls/library.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import { type Binned, binCapture, sweep } from '../../capture/index.ts';
import { appError } from '../sentences/app-error.ts';
import { Topic, wholeState } from '../topics/topic.ts';
import { describeAll, findFolders } from './list.ts';
import { UndoBin } from './undo.ts';

/** Milliseconds between two deltas while the list is being built. */
const PERIOD_MS = 100;

export interface LibraryOptions {
	/** The default folder of captures. */
	readonly folder: string;
	/** Other folders with captures. */
	readonly others: () => readonly string[];
	readonly limits: () => CaptureLibrary['limits'];
	/** Closes an open capture before it is deleted. */
	readonly closeAt: (folder: string) => Promise<void>;
	/** Called for captures that could not be deleted for good. */
	readonly onFailure: (error: unknown) => void;
}

/** The result of a deletion. */
interface Deleted {
	readonly undo?: string;
	readonly deleted: number;
	readonly size: number;
	readonly kept: { folder: string; why: string }[];
}

/** The captures on disk: listed, deleted and restored. */
export class Library {
	readonly bin: UndoBin;
	readonly #options: LibraryOptions;
	readonly #topic = new Topic<CaptureLibrary>({ ...wholeState(() => this.#state()), periodMs: PERIOD_MS });
	#captures: StoredCapture[] = [];
	#looking: { done: number; total: number } | undefined;
	#running: Promise<void> | undefined;
	#again = false;
	#sweeping: Promise<void> = Promise.resolve();

	constructor(options: LibraryOptions) {
		this.#options = options;
		this.bin = new UndoBin(options.onFailure);
	}

	/** Completes the deletions of earlier processes. */
	sweep(): void {
		const { folder, others, onFailure } = this.#options;
		const outside = others().map((other) => dirname(other));
		const all = [folder, ...new Set(outside.filter((parent) => parent !== folder))];
		this.#sweeping = (async () => {
			for (const parent of all) await sweep(parent, parent === folder).catch(onFailure);
		})();
	}

	subscribe(emit: (library: CaptureLibrary) => void): TopicRun<CaptureLibrary> {
		const run = this.#topic.subscribe(emit);
		this.look().catch(this.#options.onFailure);
		return { ...run, snapshot: this.#state() };
	}

	/** Reads all folders again; resolves when the list is reported. */
	look(): Promise<void> {
		if (this.#running) this.#again = true;
		this.#running ??= this.#look().finally(() => {
			this.#running = undefined;
		});
		return this.#running;
	}

	/** A change outside of the folders. */
	changed(): void {
		this.#topic.tell(true);
	}

	async delete(folders: readonly string[]): Promise<Deleted> {
		const binned: Binned[] = [];
		const kept: Deleted['kept'] = [];
		let size = 0;
		for (const folder of new Set(folders)) {
			const known = this.#captures.find((capture) => capture.folder === folder);
			try {
				if (!known) throw appError('not-found', 'notInLibrary', { folder });
				await this.#options.closeAt(folder);
				binned.push(await binCapture(folder));
				size += known.size;
			} catch (error) {
				if (!(error instanceof WirebenchError)) throw error;
				kept.push({ folder, why: withHint(error.toInfo()) });
			}
		}
		await this.look();
		const result = { deleted: binned.length, size, kept };
		return binned.length === 0 ? result : { ...result, undo: this.bin.keep(binned) };
	}

	async undelete(undo: string): Promise<string[]> {
		try {
			return await this.bin.restore(undo);
		} finally {
			await this.look();
		}
	}

	/** Completes pending deletions. */
	async close(): Promise<void> {
		this.#topic.close();
		await Promise.allSettled([this.#running, this.#sweeping]);
		await this.bin.empty();
	}

	async #look(): Promise<void> {
		// Captures about to be deleted are not listed.
		await this.#sweeping;
		do {
			this.#again = false;
			const { folder, others } = this.#options;
			const folders = await findFolders(folder, others());
			this.#looking = { done: 0, total: folders.length };
			const captures = await describeAll(folders, (done) => this.#progress(done, folders.length));
			this.#captures = captures.sort((a, b) => (a.folder < b.folder ? 1 : -1));
		} while (this.#again);
		this.#looking = undefined;
		this.#topic.tell(true);
	}

	#progress(done: number, total: number): void {
		this.#looking = { done, total };
		this.#topic.changed(true);
	}

	#state(): CaptureLibrary {
		const { folder, limits } = this.#options;
		const state = { folder, captures: this.#captures, limits: limits() };
		return this.#looking ? { ...state, looking: this.#looking } : state;
	}
}

function withHint({ message, details }: ErrorInfo): string {
	return details.hint === undefined ? message : `${message} ${details.hint}`;
}
