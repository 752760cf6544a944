import type { CaptureSink } from '../../common/capture/event.ts';
import type { Mark, Marks } from '../../common/capture/marks.ts';
import type { ErrorInfo } from '../../common/contract/base/errors.ts';
import type { CaptureRow, FilterState } from '../../common/contract/calls/capture.ts';
import type { FindState } from '../../common/contract/calls/find.ts';
import type { WhenDiskFails } from '../../common/contract/calls/settings.ts';
import type {
	CapturedConnection,
	ConnectionsState,
	StreamLayout,
	StreamLine,
	StreamMessage,
	StreamState,
} from '../../common/contract/calls/stream.ts';
import type { TimelineQuery, TimelineState } from '../../common/contract/calls/timeline.ts';
import type { WantedLimits } from './format/limits.ts';
import type { CaptureFiles } from './format/places.ts';
import type { FindAnswer } from './read/conversation/find.ts';
import type { JoinedBytes } from './read/conversation/joined.ts';
import type { FindRequest } from './read/find-scan.ts';
import type { BytesQuestion, FindQuestion } from './read/stream-queries.ts';

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

/** `received` counts events handed to the sink; bytes are payload bytes; `size` is on disk. */
export interface CaptureCounters {
	readonly received: number;
	readonly stored: number;
	readonly dropped: number;
	/** Position of the first event that there is: those before were let go to keep within a limit. They are `stored` all the same. */
	readonly first: number;
	/** Events that were stored and are in no file any more, as another program has cut off or deleted it. They are `stored` all the same. */
	readonly gone: number;
	readonly size: number;
	readonly bytesIn: number;
	readonly bytesOut: number;
}

/** A filter that somebody listens to. `state` is where it stood when it was asked for. */
export interface FilterRun {
	readonly state: FilterState;
	/** The scan ends with the last who stops listening. */
	stop(): void;
}

/** A search that somebody waits for. `state` is where it stood when it was asked for. */
export interface FindRun {
	readonly state: FindState;
	/** Ends it before it has found anything. */
	stop(): void;
}

/** A timeline that somebody looks at. `state` is where it stood when it was asked for. */
export interface TimelineRun {
	readonly state: TimelineState;
	stop(): void;
}

/** What becomes of an event's mark and note: an empty note is none, and what is left out stays. */
export interface NewMark {
	readonly marked?: boolean | undefined;
	readonly note?: string | undefined;
}

/** `total`: rows that there are to have at present. */
export interface RowsAnswer {
	readonly rows: CaptureRow[];
	readonly total: number;
}

/** A scan that somebody listens to. `state` is where it stood when it was asked for; it ends with the last who stops. */
export interface ScanRun<State> {
	readonly state: State;
	stop(): void;
}

/** The connections of a capture, and each of them laid out as lines. Listeners hear at most about 30 times a second. */
export interface CaptureStreams {
	/** Lists the connections. */
	followConnections(listener: (state: ConnectionsState) => void): ScanRun<ConnectionsState>;
	/** Lays a connection out, also what is still to come. */
	follow(layout: StreamLayout, listener: (state: StreamState) => void): ScanRun<StreamState>;
	/** Of the connections listed so far, those with `text` in what is told of them, from the `from`th on. */
	connections(text: string, from: number, count: number): Promise<{ connections: CapturedConnection[]; total: number }>;
	/** Lines of a layout that is followed, with the messages that they belong to. Rejects with `wrong-state` for others. */
	lines(
		layout: StreamLayout,
		from: number,
		count: number,
	): Promise<{ lines: StreamLine[]; messages: StreamMessage[]; total: number }>;
	/** The line that shows byte `offset` of event `n`; undefined while it is not laid out. */
	place(layout: StreamLayout, n: number, offset: number): Promise<number | undefined>;
	/** Looks for bytes in what a followed connection said, for some milliseconds: `next` is where to go on. */
	find(question: FindQuestion): Promise<FindAnswer>;
	/** Bytes of a followed connection in a row; `next` is where the rest begins. */
	bytes(question: BytesQuestion): Promise<JoinedBytes>;
}

/** What can be asked of any capture, whether it is being written or was stored before. */
export interface CaptureReading {
	/** Names it among all captures that were ever opened: another capture in the same folder has another one. */
	readonly id: string;
	readonly folder: string;
	/** Where its files are, for who reads them by itself. */
	readonly files: CaptureFiles;
	readonly streams: CaptureStreams;
	counters(): CaptureCounters;
	/** Set while a live capture cannot be written. */
	error(): ErrorInfo | undefined;
	/** Sentences about what was found damaged in its files so far: one for each file. */
	damage(): readonly string[];
	/** Called when there is more of that. */
	onDamage(listener: () => void): () => void;
	/** Stored rows from position `from`. */
	rows(from: number, count: number): Promise<CaptureRow[]>;
	/**
	 * Looks for the events that a filter lets through, also among those that are still to come. `listener` hears how far
	 * that is, at most about 30 times a second. Throws `bad-input` for what is no filter.
	 */
	filter(filter: string, listener: (state: FilterState) => void): FilterRun;
	/** Matches of a filter that is on, from its match `from`. Rejects with `wrong-state` for any other. */
	matches(filter: string, from: number, count: number): Promise<RowsAnswer>;
	/** How many matches come before event `n`, which is the place of the first at or after it. */
	matchAt(filter: string, n: number): Promise<number>;
	/** Stops the scan for a filter that is on and keeps what was found, or goes on with it. Throws `wrong-state` for any other. */
	holdFilter(filter: string, held: boolean): void;
	/**
	 * Looks for the next event that a filter lets through. `listener` hears how far that is, and last of all what was
	 * found. Throws `bad-input` for what is no filter.
	 */
	find(request: FindRequest, listener: (state: FindState) => void): FindRun;
	/** The event that is nearest to a time, in nanoseconds since 1970. Rejects with `not-found` where there is none at all. */
	atTime(time: bigint): Promise<number>;
	/** Tells how much happened when, until it is stopped; `listener` hears of it at most about five times a second. */
	timeline(query: TimelineQuery, listener: (state: TimelineState) => void): TimelineRun;
	/** What a person put on the events. */
	readonly marks: Marks;
	/** Resolves when those that are in the files of a stored capture have been read. */
	readonly marksRead: Promise<void>;
	/** Is told of marks and notes that change; of one that was taken away with neither. */
	onMarks(listener: (changed: readonly Mark[]) => void): () => void;
	/**
	 * Marks or notes on an event, in the capture's files too. Gives what the event has then. Rejects with `not-found` for
	 * what is no event, `too-large` where there are too many, and others where the files cannot be written.
	 */
	annotate(n: number, what: NewMark): Promise<Mark>;
	/** Payload bytes of event `n`. */
	bytes(n: number, offset: number, length: number): Promise<{ bytes: Uint8Array; total: number }>;
	/** Called (at most about 30 times a second, and a last time when all is stored) while the counters move. */
	onProgress(listener: () => void): () => void;
	/** Ends the threads and closes the files; a live capture stores what is left before. */
	close(): Promise<void>;
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
