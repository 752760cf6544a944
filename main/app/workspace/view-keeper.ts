import { randomUUID } from 'node:crypto';
import type { CallOutput } from '../../../common/contract/index.ts';
import {
	EMPTY_VIEW,
	inNextRun,
	type KeptChange,
	type KeptView,
	type WorkspaceLayout,
	withChange,
} from '../../../common/workspace/index.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** What windows show of the open workspace, kept beside it on this machine. */
export class ViewKeeper {
	/** Connections and events of another run are not those of this one. */
	readonly #run = randomUUID();
	#files: WorkspaceFiles;
	#opened = randomUUID();
	#view: KeptView = EMPTY_VIEW;
	#earlier = false;
	/** The writing that is under way, and the next one, which includes all changes made meanwhile. */
	#running: Promise<void> = Promise.resolve();
	#next: Promise<void> | undefined;

	constructor(files: WorkspaceFiles) {
		this.#files = files;
	}

	/** Differs for each run, and for each workspace that is opened in it. */
	get opened(): string {
		return this.#opened;
	}

	get recalled(): CallOutput<'viewRecall'> {
		return { view: this.#view, earlier: this.#earlier };
	}

	/** Another workspace is open; `layout` is shown where no window has shown it before. */
	async open(files: WorkspaceFiles, { view: centre, filter }: WorkspaceLayout): Promise<void> {
		const stored = await files.readView();
		this.#files = files;
		this.#opened = randomUUID();
		const view = stored?.view ?? { ...EMPTY_VIEW, centre, filter };
		const same = stored === undefined || stored.run === this.#run;
		this.#view = same ? view : inNextRun(view);
		this.#earlier = !same && (view.row !== null || view.selection.event !== null);
	}

	/** The same workspace is in another file. Rejects with Node's own error. */
	async moveTo(files: WorkspaceFiles): Promise<void> {
		this.#files = files;
		await this.#store();
	}

	/** Resolves once it is on the disk; for another workspace than the open one at once. Rejects with Node's own error. */
	async keep(opened: string, change: KeptChange): Promise<void> {
		if (opened !== this.#opened) return;
		this.#view = withChange(this.#view, change);
		await this.#store();
	}

	/** Resolves when nothing is being written. */
	async flush(): Promise<void> {
		// Whoever has asked for the writing gets its failure.
		await (this.#next ?? this.#running).catch(() => undefined);
	}

	#store(): Promise<void> {
		this.#next ??= this.#running.then(() => {
			this.#next = undefined;
			const written = this.#files.writeView({ run: this.#run, view: this.#view });
			this.#running = written.catch(() => undefined);
			return written;
		});
		return this.#next;
	}
}
