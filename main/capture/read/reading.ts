import type { Mark, Marks } from '../../../common/capture/marks.ts';
import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { CallOutput, CallParsed, TopicParsed, TopicSnapshot } from '../../../common/contract/index.ts';
import type { KnownProtocols } from '../../../common/filter/index.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import type { CaptureFiles } from '../format/places.ts';
import type { ReadCharsets } from '../format/read-charsets.ts';
import type { ReaderCall, ReaderTopic } from './contract.ts';

/** `received` counts events handed to the sink; bytes are payload bytes; `size` is on disk. */
export interface CaptureCounters {
	readonly received: number;
	readonly stored: number;
	readonly dropped: number;
	/** Position of the first existing event: earlier ones were deleted to keep within a limit. They still count in `stored`. */
	readonly first: number;
	/** Stored events that are not in the files any more, as another program has cut off or deleted them. They still count in `stored`. */
	readonly gone: number;
	readonly size: number;
	readonly bytesIn: number;
	readonly bytesOut: number;
}

/** A change of an event's mark and note: an empty note removes it, and omitted fields stay. */
export interface NewMark {
	/** As in MarkPlace: of a message in the event. */
	readonly offset?: number | undefined;
	readonly marked?: boolean | undefined;
	readonly note?: string | undefined;
}

/** The read interface of any capture, live or stored. */
export interface CaptureReading {
	/** Unique among all captures that were ever opened: another capture in the same folder has another one. */
	readonly id: string;
	readonly folder: string;
	/** Its files, for direct readers. */
	readonly files: CaptureFiles;
	/** What its filters can name. */
	readonly known: KnownProtocols;
	/** Reads its text in these charsets, in place of those that its endpoints had. */
	readAs(charsets: ReadCharsets): void;
	counters(): CaptureCounters;
	/** Set while a live capture cannot be written. */
	error(): ErrorInfo | undefined;
	/** Sentences about damage found in its files so far: one for each file. */
	damage(): readonly string[];
	/** Called when more damage was found. */
	onDamage(listener: () => void): () => void;
	/** A call of the contract, answered by the reader thread; the capture id in its input is ignored. */
	call<N extends ReaderCall>(name: N, input: CallParsed<N>): Promise<CallOutput<N>>;
	/**
	 * A topic of the contract, maintained by the reader thread until it is disposed of: the current state, and each later
	 * one. Continues in the capture that replaces this one. Throws `bad-input` for an invalid filter.
	 */
	follow<T extends ReaderTopic>(
		topic: T,
		params: TopicParsed<T>,
		listener: (state: TopicSnapshot<T>) => void,
	): TopicRun<TopicSnapshot<T>>;
	/** Stored rows from position `from`. */
	rows(from: number, count: number): Promise<CaptureRow[]>;
	/** Payload bytes of event `n`. */
	bytes(n: number, offset: number, length: number): Promise<CallOutput<'captureBytes'>>;
	/** The marks and notes. */
	readonly marks: Marks;
	/** Resolves when those in the files of a stored capture have been read. */
	readonly marksRead: Promise<void>;
	/** Reports changed marks and notes; a removed one has neither. */
	onMarks(listener: (changed: readonly Mark[]) => void): () => void;
	/**
	 * Marks or annotates an event, in the capture's files too. Returns the event's mark and note afterwards. Rejects with
	 * `not-found` for an unknown event, `too-large` where there are too many, and others where the files cannot be
	 * written.
	 */
	annotate(n: number, what: NewMark): Promise<Mark>;
	/** Called (at most about 30 times a second, and a last time when all is stored) while the counters change. */
	onProgress(listener: () => void): () => void;
	/** Ends the threads and closes the files; a live capture stores the rest first. */
	close(): Promise<void>;
}
