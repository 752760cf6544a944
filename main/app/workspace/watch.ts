import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Milliseconds from the last sign of a change to the look: other programs write in several steps. */
const SETTLE_MS = 100;

/**
 * Watches a file for changes by other programs, as far as the system reports them: the file may be on another machine, or
 * there may be no room for another watch. It is a help; whoever writes the file looks at it first in any case.
 */
export class FileWatch {
	readonly #onChange: () => void;
	#watcher: FSWatcher | undefined;
	#timer: NodeJS.Timeout | undefined;

	/** @param onChange is called when something may have happened to the file, also by ourselves */
	constructor(path: string, onChange: () => void) {
		this.#onChange = onChange;
		const name = basename(path);
		try {
			// The folder: a file that is replaced by another is a new one.
			const watcher = watch(dirname(path), { persistent: false }, (_event, changed) => {
				if (changed === null || changed === name) this.#changed();
			});
			watcher.on('error', () => watcher.close());
			this.#watcher = watcher;
		} catch (error) {
			// The folder does not exist yet, or the system has no more watches.
			if (!(error instanceof Error && 'code' in error)) throw error;
		}
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#watcher?.close();
	}

	#changed(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.#onChange, SETTLE_MS);
	}
}
