import type { CaptureSink } from '../../common/capture/event.ts';
import type { CaptureRow } from '../../common/contract/capture.ts';
import type { ErrorInfo } from '../../common/contract/errors.ts';

export interface CaptureOptions {
	/** Folder of this capture; made if missing. */
	readonly folder: string;
	/** Bytes after which a new segment file begins. Default 256 MiB. */
	readonly segmentBytes?: number;
	/** Bytes of the shared ring between the recorder and the writer thread. Default 32 MiB. */
	readonly ringBytes?: number;
}

/** `received` counts events handed to the sink; bytes are payload bytes; `size` is on disk. */
export interface CaptureCounters {
	readonly received: number;
	readonly stored: number;
	readonly dropped: number;
	readonly size: number;
	readonly bytesIn: number;
	readonly bytesOut: number;
}

/** A capture that is being written and can be read meanwhile. */
export interface Capture extends CaptureSink {
	readonly folder: string;
	counters(): CaptureCounters;
	/** Set while the writer cannot write. */
	error(): ErrorInfo | undefined;
	/** Stored rows from position `from`. */
	rows(from: number, count: number): Promise<CaptureRow[]>;
	/** Payload bytes of event `n`. */
	bytes(n: number, offset: number, length: number): Promise<{ bytes: Uint8Array; total: number }>;
	/** Called (at most about 30 times a second, and a last time when all is stored) while the counters move. */
	onProgress(listener: () => void): () => void;
	/** Resolves when all that was received up to now is stored and on its way to readers. */
	flush(): Promise<void>;
	/** Stores what is left, closes the files and ends the threads. */
	close(): Promise<void>;
}
