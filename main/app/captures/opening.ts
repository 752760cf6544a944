import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { OpenCapture } from '../../../common/contract/calls/open-capture.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import { checkSource, openStored } from '../../capture/index.ts';
import type { CaptureReading } from '../../capture/types.ts';

/** The source of an opening. */
export interface OpeningSource {
	/** Absolute path. */
	readonly path: string;
	/** Its name for people. */
	readonly title: string;
	readonly source: string;
	/** A folder of ours that is removed when the capture is closed. */
	readonly temporary?: string;
}

/** A capture from the moment a person opens it. */
export class Opening {
	readonly id = randomUUID();
	readonly source: OpeningSource;
	/** Set once it can be read. */
	capture: CaptureReading | undefined;
	/** Once it is closed: the folder of its copy, if that is kept. */
	kept: string | undefined;
	/** The charsets that a person has chosen for its text, by the name of the endpoint. */
	charsets: Readonly<Record<string, CharsetName>> = {};
	#state: Pick<OpenCapture, 'kind' | 'progress' | 'warnings' | 'error'> = { kind: 'stored', warnings: [] };
	/** Damage warnings that a person has dismissed. */
	readonly #dismissed = new Set<string>();
	readonly #giveUp = new AbortController();
	readonly #onChange: () => void;
	/** Resolves when the opening has ended, for any reason. */
	readonly #ended: Promise<void>;

	/**
	 * `onChange` is called at each step. `workFolder` is created on demand; `keepMarked` moves a copy that is kept to the
	 * captures.
	 */
	constructor(
		source: OpeningSource,
		workFolder: () => Promise<string>,
		keepMarked: (folder: string) => Promise<string>,
		onChange: () => void,
	) {
		this.source = source;
		this.#onChange = onChange;
		this.#state = { ...this.#state, progress: { done: 0, total: 0 } };
		this.#ended = this.#open(workFolder, keepMarked);
	}

	/** Its state for the contract. */
	get info(): OpenCapture {
		const { title, source } = this.source;
		const { size, stored } = this.capture?.counters() ?? { size: 0, stored: 0 };
		const damage = this.capture?.damage().filter((sentence) => !this.#dismissed.has(sentence)) ?? [];
		const state = { ...this.#state, warnings: [...this.#state.warnings, ...damage] };
		const charsets = Object.keys(this.charsets).length === 0 ? {} : { charsets: this.charsets };
		return { id: this.id, title, source, size, events: stored, ...charsets, ...state };
	}

	get error(): WirebenchError | undefined {
		return this.#state.error && WirebenchError.fromInfo(this.#state.error);
	}

	dismissWarnings(): void {
		this.#state = { ...this.#state, warnings: [] };
		for (const sentence of this.capture?.damage() ?? []) this.#dismissed.add(sentence);
		this.#onChange();
	}

	/** Cancels the opening, or closes the opened capture, and removes the files created for it. */
	async close(): Promise<void> {
		this.#giveUp.abort();
		await this.#ended;
		await this.capture?.close();
		const { temporary } = this.source;
		if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
	}

	async #open(workFolder: () => Promise<string>, keepMarked: (folder: string) => Promise<string>): Promise<void> {
		try {
			const opened = await openStored({
				id: this.id,
				path: this.source.path,
				workFolder: await workFolder(),
				keepMarked: async (folder) => {
					this.kept = await keepMarked(folder);
				},
				onProgress: (progress) => this.#change({ ...this.#state, progress }),
				signal: this.#giveUp.signal,
			});
			this.capture = opened.capture;
			opened.capture.onDamage(() => this.#change(this.#state));
			this.#change({ kind: opened.kind, warnings: [...opened.warnings] });
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
			this.#change({ kind: 'stored', warnings: [], error: error.toInfo() });
		}
	}

	#change(state: Pick<OpenCapture, 'kind' | 'progress' | 'warnings' | 'error'>): void {
		this.#state = state;
		if (!this.#giveUp.signal.aborted) this.#onChange();
	}
}

/** The source at a path. Rejects with `not-found`, `not-permitted` or `bad-input` where it cannot be opened. */
export async function sourceAt(path: string): Promise<OpeningSource> {
	const absolute = resolve(path);
	await checkSource(absolute);
	return { path: absolute, title: basename(absolute), source: absolute };
}
