import type { CaptureFolder } from '../segments/folder.ts';

/** Milliseconds between two checks of a folder that another process writes: files send no notifications. */
const LOOK_MS = 200;

/** Watches the growth of another process's capture, while there are listeners. */
export class Follower {
	readonly #folder: CaptureFolder;
	readonly #isWritten: () => Promise<boolean>;
	readonly #listeners = new Set<() => void>();
	#timer: NodeJS.Timeout | undefined;
	#stored: number;
	#reported = -1;
	/** Its writer was running at the last check. */
	growing = true;

	/** `folder` is closed by the follower. */
	constructor(folder: CaptureFolder, isWritten: () => Promise<boolean>) {
		this.#folder = folder;
		this.#isWritten = isWritten;
		this.#stored = folder.count();
	}

	/** Current number of events. */
	get stored(): number {
		if (this.growing) this.#stored = this.#folder.count();
		return this.#stored;
	}

	/** Current bytes of its segments. */
	get size(): number {
		return this.#folder.size();
	}

	onProgress(listener: () => void): () => void {
		this.#listeners.add(listener);
		this.#schedule();
		return () => this.#listeners.delete(listener);
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#listeners.clear();
		this.growing = false;
		this.#folder.close();
	}

	#schedule(): void {
		if (this.#timer !== undefined || this.#listeners.size === 0 || !this.growing) return;
		this.#timer = setTimeout(() => {
			this.#look().catch((error: unknown) => {
				// A folder that cannot be read any more counts as not growing.
				if (!(error instanceof Error && 'code' in error)) throw error;
				this.growing = false;
			});
		}, LOOK_MS);
	}

	async #look(): Promise<void> {
		const written = await this.#isWritten();
		this.#timer = undefined;
		if (!this.growing) return;
		const before = this.#reported;
		// After the check for the writer: the last writes of an ended writer are included.
		this.#reported = this.stored;
		this.growing = written;
		if (this.#reported !== before) for (const listener of [...this.#listeners]) listener();
		this.#schedule();
	}
}
