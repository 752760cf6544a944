import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { KeptAnnotation } from '../format/annotation.ts';
import type { CaptureFiles } from '../format/places.ts';
import { CaptureReader } from '../read/capture-reader.ts';
import type { CaptureCounters, CaptureReading } from '../read/reading.ts';

/** The parts of a capture that is only read. */
export interface StoredParts {
	readonly id: string;
	/** The folder or file that was opened. */
	readonly source: string;
	readonly reading: CaptureFiles;
	/** Current events and bytes on disk. */
	stored(): number;
	size(): number;
	onProgress(listener: () => void): () => void;
	/** Segments without events, which may contain marks and notes. */
	readonly others: readonly string[];
	/** Stores marks and notes, with positions in the files, in the capture's files. Rejects with the reason when that fails. */
	keep(annotations: readonly KeptAnnotation[]): Promise<void>;
	/** Called after the threads have ended: removes temporary files. */
	close(): Promise<void>;
}

/** A capture that is complete, or is being written by another process: it can be read, and is not changed. */
export class StoredCapture extends CaptureReader implements CaptureReading {
	readonly id: string;
	readonly folder: string;
	readonly #parts: StoredParts;
	#keeping: Promise<void> = Promise.resolve();
	#closing: Promise<void> | undefined;
	/** Whether marks or notes were added since it was opened. */
	annotated = false;

	constructor(parts: StoredParts) {
		super(parts.reading);
		this.id = parts.id;
		this.folder = parts.source;
		this.#parts = parts;
		const { others, reading } = parts;
		this.readMarks(reading.shift, others);
	}

	/** One after the other: each is appended. */
	protected keep(annotations: readonly KeptAnnotation[]): Promise<void> {
		const { shift } = this.#parts.reading;
		const shifted = annotations.map((kept) => {
			const { annotation } = kept;
			return { ...kept, annotation: { ...annotation, n: annotation.n + shift } };
		});
		const kept = this.#keeping.then(async () => {
			await this.#parts.keep(shifted);
			this.annotated = true;
		});
		// The caller gets the failure; the next only waits for the end.
		this.#keeping = kept.catch(() => undefined);
		return kept;
	}

	get files(): CaptureFiles {
		return { ...this.#parts.reading, charsets: this.charsets };
	}

	counters(): CaptureCounters {
		const stored = this.#parts.stored();
		return {
			received: stored,
			stored,
			dropped: 0,
			first: 0,
			gone: 0,
			size: this.#parts.size(),
			bytesIn: 0,
			bytesOut: 0,
		};
	}

	error(): ErrorInfo | undefined {
		return undefined;
	}

	protected storedNow(): number {
		return this.#parts.stored();
	}

	onProgress(listener: () => void): () => void {
		return this.#parts.onProgress(listener);
	}

	close(): Promise<void> {
		this.#closing ??= this.#keeping.then(() => this.reader.close()).then(() => this.#parts.close());
		return this.#closing;
	}
}
