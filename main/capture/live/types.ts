import type { CaptureSink } from '../../../common/capture/event.ts';
import type { WhenDiskFails } from '../../../common/contract/calls/settings.ts';
import type { WantedLimits } from '../format/limits.ts';
import type { CaptureReading } from '../read/reading.ts';

export interface CaptureOptions {
	/** Folder of this capture; made if missing. */
	readonly folder: string;
	/** Bytes after which a new segment file begins. Default 256 MiB. */
	readonly segmentBytes?: number | undefined;
	/** Bytes that the capture takes on disk at most: its oldest segments are let go. Default: no limit. */
	readonly keepBytes?: number | undefined;
	/** Bytes of the shared ring between the recorder and the writer thread. Default 32 MiB. */
	readonly ringBytes?: number;
}

/** A capture that is being written and can be read meanwhile. */
export interface Capture extends CaptureSink, CaptureReading {
	/**
	 * Hears of the notes that the capture makes by itself, with the endpoint's handle: of events that were lost, and of files
	 * that were deleted under it.
	 */
	onOwnNote(listener: (endpoint: number, text: string) => void): () => void;
	/** What TCP does while the disk takes nothing: by default it waits. */
	whenDiskFails(what: WhenDiskFails): void;
	/** Resolves when all that was received up to now is stored and on its way to readers. */
	flush(): Promise<void>;
	/**
	 * Ends this capture and begins another in `folder`, which is there and empty: `id` and `folder` are then others,
	 * positions and counters start anew, and connections that are open go on in it. Rejects with `disk` where that is not
	 * possible; then all is as before.
	 */
	beginNew(folder: string): Promise<void>;
	/** Deletes what is not being written, to make room on a disk that is full. Rejects with Node's errors. */
	makeRoom(): Promise<void>;
	/** Keeps the files within these limits from now on. Throws `bad-input` for impossible ones. */
	setLimits(limits: WantedLimits): void;
}
