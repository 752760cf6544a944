import type { CaptureSink } from '../../../common/capture/event.ts';
import type { WhenDiskFails } from '../../../common/contract/calls/settings.ts';
import type { WantedLimits } from '../format/limits.ts';
import type { CaptureReading } from '../read/reading.ts';

export interface CaptureOptions {
	/** Folder of this capture; created if missing. */
	readonly folder: string;
	/** Bytes after which a new segment file starts. Default 256 MiB. */
	readonly segmentBytes?: number | undefined;
	/** Maximum bytes of the capture on disk: its oldest segments are deleted. Default: no limit. */
	readonly keepBytes?: number | undefined;
	/** Bytes of the shared ring between the recorder and the writer thread. Default 32 MiB. */
	readonly ringBytes?: number;
}

/** A capture that is being written and can be read at the same time. */
export interface Capture extends CaptureSink, CaptureReading {
	/**
	 * Receives the capture's own notes, with the endpoint's handle: about lost events, and about files that were deleted.
	 */
	onOwnNote(listener: (endpoint: number, text: string) => void): () => void;
	/** What TCP does while the disk cannot be written: by default it waits. */
	whenDiskFails(what: WhenDiskFails): void;
	/** Resolves when everything received so far is stored and sent to readers. */
	flush(): Promise<void>;
	/**
	 * Ends this capture and starts another in `folder`, which exists and is empty: `id` and `folder` change, positions
	 * and counters restart, and open connections continue in it. Rejects with `disk` where that is not possible; then
	 * nothing changes.
	 */
	beginNew(folder: string): Promise<void>;
	/** Deletes all but the current segment, to make room on a full disk. Rejects with Node's errors. */
	makeRoom(): Promise<void>;
	/** Applies these limits to the files from now on. Throws `bad-input` for impossible ones. */
	setLimits(limits: WantedLimits): void;
}
