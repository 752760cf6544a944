import type { Mark, Marks } from '../../../common/capture/marks.ts';
import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { CallOutput, CallParsed, TopicParsed, TopicSnapshot } from '../../../common/contract/index.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import type { CaptureFiles } from '../format/places.ts';
import type { ReaderCall, ReaderTopic } from './contract.ts';

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

/** What becomes of an event's mark and note: an empty note is none, and what is left out stays. */
export interface NewMark {
	readonly marked?: boolean | undefined;
	readonly note?: string | undefined;
}

/** What can be asked of any capture, whether it is being written or was stored before. */
export interface CaptureReading {
	/** Names it among all captures that were ever opened: another capture in the same folder has another one. */
	readonly id: string;
	readonly folder: string;
	/** Where its files are, for who reads them by itself. */
	readonly files: CaptureFiles;
	counters(): CaptureCounters;
	/** Set while a live capture cannot be written. */
	error(): ErrorInfo | undefined;
	/** Sentences about what was found damaged in its files so far: one for each file. */
	damage(): readonly string[];
	/** Called when there is more of that. */
	onDamage(listener: () => void): () => void;
	/** A call of the contract, answered by the reader thread; which capture its input names does not matter. */
	call<N extends ReaderCall>(name: N, input: CallParsed<N>): Promise<CallOutput<N>>;
	/**
	 * A topic of the contract, kept by the reader thread until it is disposed of: the state now, and each later one. Goes on in
	 * the capture that takes the place of this one. Throws `bad-input` for what is no filter.
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
	/** What a person put on the events. */
	readonly marks: Marks;
	/** Resolves when those that are in the files of a stored capture have been read. */
	readonly marksRead: Promise<void>;
	/** Reports marks and notes that change; one that was taken away has neither. */
	onMarks(listener: (changed: readonly Mark[]) => void): () => void;
	/**
	 * Marks or notes on an event, in the capture's files too. Gives what the event has then. Rejects with `not-found` for
	 * what is no event, `too-large` where there are too many, and others where the files cannot be written.
	 */
	annotate(n: number, what: NewMark): Promise<Mark>;
	/** Called (at most about 30 times a second, and a last time when all is stored) while the counters move. */
	onProgress(listener: () => void): () => void;
	/** Ends the threads and closes the files; a live capture stores what is left before. */
	close(): Promise<void>;
}
