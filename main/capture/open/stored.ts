import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { KeptAnnotation } from '../format/annotation.ts';
import type { CaptureFiles } from '../format/places.ts';
import { CaptureReader } from '../read/capture-reader.ts';
import type { CaptureCounters, CaptureReading } from '../read/reading.ts';

/** What a capture that is only read consists of. */
export interface StoredParts {
	readonly id: string;
	/** The folder or file that was opened. */
	readonly source: string;
	readonly reading: CaptureFiles;
	/** Events and bytes on disk there are now. */
	stored(): number;
	size(): number;
	onProgress(listener: () => void): () => void;
	/** Segments without events, which may hold marks and notes. */
	readonly others: readonly string[];
	/** Keeps marks and notes, with positions in the files, in the capture's files. Rejects with why they cannot be kept. */
	keep(annotations: readonly KeptAnnotation[]): Promise<void>;
	/** After the threads have ended: files that are of no more use go. */
	close(): Promise<void>;
}

/** A capture that was written before, or is being written by another process: all of it can be asked, nothing changes it. */
export class StoredCapture extends CaptureReader implements CaptureReading {
	readonly id: string;
	readonly folder: string;
	readonly #parts: StoredParts;
	#keeping: Promise<void> = Promise.resolve();
	#closing: Promise<void> | undefined;
	/** Whether marks or notes were put on it since it was opened. */
	annotated = false;

	constructor(parts: StoredParts) {
		super(parts.reading);
		this.id = parts.id;
		this.folder = parts.source;
		this.#parts = parts;
		const { others, reading } = parts;
		this.readMarks(reading.shift, others);
	}

	/** One after the other: each goes behind what is there. */
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
		// Who asked is told; the next only waits for its end.
		this.#keeping = kept.catch(() => undefined);
		return kept;
	}

	get files(): CaptureFiles {
		return this.#parts.reading;
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
