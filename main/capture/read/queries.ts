import { type Annotation, Marks } from '../../../common/capture/marks.ts';
import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { eventAtTime } from '../segments/at-time.ts';
import { readPayload } from '../segments/bytes.ts';
import { asInfo } from '../segments/errors.ts';
import type { CaptureFolder } from '../segments/folder.ts';
import { GONE, goneRow, readRows } from '../segments/rows.ts';
import { Filters, type TellFilter } from './filters.ts';
import { Finds, type TellFind } from './finds.ts';
import { loadMarks, type MarkOrder } from './mark-load.ts';
import { answerStream, type StreamAnswer, type StreamQuery } from './stream-queries.ts';
import { Streams, type TellStream } from './streams.ts';
import { type TellTimeline, Timelines } from './timelines.ts';

/** `stored`: events that the writer has published; none after it is looked at. */
export type Query =
	| StreamQuery
	| { readonly type: 'rows'; readonly from: number; readonly count: number; readonly stored: number }
	/** The same of a filter's matches: `from` counts them. */
	| { readonly type: 'matches'; readonly filter: string; readonly from: number; readonly count: number }
	/** Which event is nearest to a time, nanoseconds since 1970. */
	| { readonly type: 'at-time'; readonly time: bigint; readonly stored: number }
	| { readonly type: 'match-at'; readonly filter: string; readonly n: number }
	| {
			readonly type: 'bytes';
			readonly n: number;
			readonly offset: number;
			readonly length: number;
			readonly stored: number;
	  };

export interface PayloadBytes {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly total: number;
}

/** `total`: rows that there are to have. */
export interface Rows {
	readonly rows: CaptureRow[];
	readonly total: number;
}

/** `index`: matches before an event. */
export interface MatchPlace {
	readonly index: number;
}

/** An event's position. */
export interface EventPlace {
	readonly n: number;
}

export type Answer =
	| Rows
	| EventPlace
	| MatchPlace
	| PayloadBytes
	| { readonly stream: StreamAnswer }
	| { readonly error: ErrorInfo };

/** Answers questions about one capture. */
export class Queries {
	readonly #folder: CaptureFolder;

	readonly filters: Filters;
	readonly finds: Finds;
	readonly timelines: Timelines;
	readonly streams: Streams;
	readonly marks = new Marks();

	constructor(
		folder: CaptureFolder,
		tellFilter: TellFilter,
		tellFind: TellFind,
		tellTimeline: TellTimeline,
		tellStream: TellStream,
	) {
		this.#folder = folder;
		this.filters = new Filters(folder, this.marks, tellFilter);
		this.finds = new Finds(folder, this.marks, tellFind);
		this.timelines = new Timelines(folder, tellTimeline);
		this.streams = new Streams(folder, tellStream);
	}

	/** Marks and notes that were made, or are found in the files. */
	annotate(annotations: readonly Annotation[]): void {
		for (const annotation of annotations) this.marks.apply(annotation);
		if (annotations.length > 0) this.filters.marksChanged();
	}

	/** Reads those that are in the files; `tell` is given them all. */
	loadMarks(order: Extract<MarkOrder, { type: 'load-marks' }>, tell: (annotations: Annotation[]) => void): void {
		loadMarks(this.#folder, order, (annotations) => {
			this.annotate(annotations);
			tell(annotations);
		});
	}

	answer(query: Query): Answer {
		try {
			switch (query.type) {
				case 'rows':
					return this.#rows(query);
				case 'matches':
					return this.#matches(query);
				case 'match-at':
					return { index: this.filters.matches(query.filter).before(query.n) };
				case 'bytes':
					return this.#bytes(query);
				case 'at-time':
					return this.#atTime(query);
				default:
					return { stream: answerStream(this.streams, query) };
			}
		} catch (error) {
			return { error: asInfo(error) };
		}
	}

	/** Events before `first` are in no file any more. */
	letGo(first: number): void {
		this.#folder.letGo(first);
		this.filters.letGo(first);
	}

	close(): void {
		this.#folder.close();
	}

	#rows({ from, count, stored }: { from: number; count: number; stored: number }): Rows {
		return { rows: readRows(this.#folder, from, Math.min(from + count, stored)), total: stored };
	}

	/** Matches that lie side by side are read together. */
	#matches({ filter, from, count }: { filter: string; from: number; count: number }): Rows {
		const matches = this.filters.matches(filter);
		const end = Math.min(from + count, matches.count);
		const rows: CaptureRow[] = [];
		// Rows keep their numbers in the list: those that were let go have nothing to show.
		for (let i = from; i < Math.min(matches.gone, end); i++) rows.push(goneRow(0));
		for (let i = Math.max(from, matches.gone); i < end; ) {
			const first = matches.at(i);
			let length = 1;
			while (i + length < end && matches.at(i + length) === first + length) length++;
			rows.push(...readRows(this.#folder, first, first + length));
			i += length;
		}
		return { rows, total: matches.count };
	}

	#atTime({ time, stored }: { time: bigint; stored: number }): EventPlace {
		const n = eventAtTime(this.#folder, time, stored);
		if (n === undefined) throw new WirebenchError('not-found', 'The capture has no event yet.');
		return { n };
	}

	#bytes(query: { n: number; offset: number; length: number; stored: number }): PayloadBytes {
		const { n, offset, length, stored } = query;
		const run = n < stored ? this.#folder.rows(n, n + 1)[0] : undefined;
		if (run && !run.segment) throw new WirebenchError('not-found', GONE);
		const row = run?.rows[0];
		if (!run || !row) throw new WirebenchError('not-found', `The capture has no event ${n}.`);
		try {
			return { bytes: readPayload(run.segment, row, offset, length), total: row.length };
		} catch (error) {
			run.segment.isDamaged(n, error);
			throw error;
		}
	}
}
