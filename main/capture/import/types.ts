import { jobContract } from '../../threads/job.ts';

/** Packets that were left out, by what they are. */
export interface SkippedPackets {
	/** A few words, as in `ARP` or `ICMP`. */
	readonly reason: string;
	readonly packets: number;
}

/** What was read so far. */
export interface ImportProgress {
	/** Bytes of the file that were read, compressed ones as they stand in the file, and how many it has. */
	readonly bytesRead: number;
	readonly totalBytes: number;
	readonly packets: number;
	/** Events that can be read from the folder. */
	readonly events: number;
	readonly connections: number;
	/** Payload bytes of the events. */
	readonly payloadBytes: number;
	/** TCP segments that brought nothing new, and that came before what precedes them. */
	readonly retransmitted: number;
	readonly outOfOrder: number;
	/** Places where bytes of a connection were not captured, and how many bytes that is. */
	readonly gaps: number;
	readonly missingBytes: number;
	/** Connections that were followed no further, as there were too many at once. */
	readonly evicted: number;
	readonly skipped: readonly SkippedPackets[];
}

/** Where the file holds something that cannot be. What comes before it was read. */
export interface ImportDamage {
	/** Byte of the file; of what it holds, where the file is compressed. */
	readonly offset: number;
	readonly message: string;
}

/** How an import ended. */
export interface ImportSummary extends ImportProgress {
	/** As in `pcapng`, `pcap`, `pcap, gzip`. */
	readonly format: string;
	/** Nanoseconds since 1970 of the first packet of the file and of its last; undefined where there is none. */
	readonly from: bigint | undefined;
	readonly to: bigint | undefined;
	readonly damage: ImportDamage | undefined;
	readonly cancelled: boolean;
}

/** Hears of an import's progress about 20 times a second, and a last time before `done` settles. */
export type ImportListener = (progress: ImportProgress) => void;

/** An import that is under way. */
export interface ImportRun {
	/**
	 * Resolves when the folder is complete, also where the file is damaged or the import was cancelled: what was read
	 * before is there. Rejects with `bad-input` for what is no capture file at all, `not-found` where there is no file,
	 * `disk` where the folder cannot be written and `wrong-state` where it holds a capture already.
	 */
	readonly done: Promise<ImportSummary>;
	/** Ends the import soon. */
	cancel(): void;
	readonly progress: ImportProgress;
}

export interface ImportOrder {
	/** The file, and the folder that it is imported into: both there, with their whole paths. */
	readonly source: string;
	readonly folder: string;
	readonly segmentBytes: number;
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
