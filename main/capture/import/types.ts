import { jobContract } from '../../threads/job.ts';

/** Skipped packets, by kind. */
export interface SkippedPackets {
	/** A few words, as in `ARP` or `ICMP`. */
	readonly reason: string;
	readonly packets: number;
}

/** Progress of an import. */
export interface ImportProgress {
	/** Bytes read from the file, compressed ones as in the file, and its size. */
	readonly bytesRead: number;
	readonly totalBytes: number;
	readonly packets: number;
	/** Readable events in the folder. */
	readonly events: number;
	readonly connections: number;
	/** Payload bytes of the events. */
	readonly payloadBytes: number;
	/** TCP segments without new data, and those that arrived before earlier bytes. */
	readonly retransmitted: number;
	readonly outOfOrder: number;
	/** Gaps in connections' bytes, and the number of missing bytes. */
	readonly gaps: number;
	readonly missingBytes: number;
	/** Connections no longer followed, because there were too many at once. */
	readonly evicted: number;
	readonly skipped: readonly SkippedPackets[];
}

/** Invalid data in the file. The data before it was read. */
export interface ImportDamage {
	/** Byte of the file; of its contents, where the file is compressed. */
	readonly offset: number;
	readonly message: string;
}

/** The result of an import. */
export interface ImportSummary extends ImportProgress {
	/** As in `pcapng`, `pcap`, `pcap, gzip`. */
	readonly format: string;
	/** Nanoseconds since 1970 of the file's first and last packet; undefined without packets. */
	readonly from: bigint | undefined;
	readonly to: bigint | undefined;
	readonly damage: ImportDamage | undefined;
	readonly cancelled: boolean;
}

/** Receives an import's progress about 20 times a second, and a last time before `done` settles. */
export type ImportListener = (progress: ImportProgress) => void;

/** A running import. */
export interface ImportRun {
	/**
	 * Resolves when the folder is complete, also where the file is damaged or the import was cancelled: the data read
	 * before is there. Rejects with `bad-input` for a file that is no capture, `not-found` where there is no file, `disk`
	 * where the folder cannot be written and `wrong-state` where it contains a capture already.
	 */
	readonly done: Promise<ImportSummary>;
	/** Ends the import soon. */
	cancel(): void;
	readonly progress: ImportProgress;
}

export interface ImportLimits {
	/** Size from which on the capture goes on in a new file. */
	readonly segmentBytes: number;
	/** Conversations that are followed at once, at least 1. */
	readonly conversations: number;
}

export interface ImportOrder {
	/** The file, and the folder that it is imported into: both exist, with absolute paths. */
	readonly source: string;
	readonly folder: string;
	readonly limits: ImportLimits;
	/** Shared: anything but 0 ends the import. */
	readonly stop: Int32Array;
}

/** An import, which reports its progress. */
export const importContract = jobContract<ImportOrder, ImportProgress, ImportSummary>(
	'bad-input',
	'not-found',
	'not-permitted',
	'disk',
);
