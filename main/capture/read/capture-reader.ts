import type { Annotation, Mark, Marks } from '../../../common/capture/marks.ts';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { CaptureRow, FilterState } from '../../../common/contract/calls/capture.ts';
import type { FindState } from '../../../common/contract/calls/find.ts';
import type { TimelineQuery, TimelineState } from '../../../common/contract/calls/timeline.ts';
import { FilterRuns } from '../filter-runs.ts';
import { FindRuns } from '../find-runs.ts';
import type { KeptAnnotation } from '../format/annotation.ts';
import { isGone } from '../segments/rows.ts';
import { StreamRuns } from '../stream-runs.ts';
import type { ReaderThreadData } from '../threads.ts';
import { TimelineRuns } from '../timeline-runs.ts';
import type { FilterRun, FindRun, NewMark, RowsAnswer, TimelineRun } from '../types.ts';
import type { FindRequest } from './find-scan.ts';
import { MarkBook } from './mark-book.ts';
import { ReaderClient } from './reader-client.ts';

/** What a reader thread answers about a capture, whether that is being written or was stored before. */
export abstract class CaptureReader {
	protected reader: ReaderClient;
	protected readonly book = new MarkBook();
	readonly #marksRead = Promise.withResolvers<void>();
	#damage: readonly string[] = [];
	readonly #damageListeners = new Set<() => void>();
	readonly #filters: FilterRuns;
	readonly #finds: FindRuns;
	readonly #timelines: TimelineRuns;
	readonly streams: StreamRuns;

	constructor(reading: ReaderThreadData) {
		const filters = new FilterRuns(
			(order) => this.reader.order(order),
			() => this.storedNow(),
			(listener) => this.onProgress(listener),
		);
		const finds = new FindRuns(
			(order) => this.reader.order(order),
			() => this.storedNow(),
		);
		const timelines = new TimelineRuns(
			(order) => this.reader.order(order),
			() => this.storedNow(),
			(listener) => this.onProgress(listener),
		);
		this.#filters = filters;
		this.#finds = finds;
		this.#timelines = timelines;
		this.streams = new StreamRuns(
			() => this.reader,
			() => this.storedNow(),
			(listener) => this.onProgress(listener),
		);
		this.reader = this.#read(reading);
	}

	/** Reads what a person put on the events before. */
	protected readMarks(shift: number, others: readonly string[]): void {
		this.reader.order({ type: 'load-marks', shift, others });
	}

	/** There is nothing to read: they are all put on from now on. */
	protected startWithoutMarks(): void {
		this.#marksRead.resolve();
	}

	/**
	 * Reads another capture from here on; `tell` is called before anybody hears what is found in it. Gives the reader of
	 * the one so far, which is to be retired.
	 */
	protected readOther(reading: ReaderThreadData, tell: () => void): ReaderClient {
		const before = this.reader;
		this.reader = this.#read(reading);
		this.book.clear(Number.POSITIVE_INFINITY);
		tell();
		this.#filters.restart();
		this.#timelines.restart();
		this.streams.restart();
		this.#finds.fail({ code: 'closed', message: 'The capture that was searched has been closed.', details: {} });
		return before;
	}

	#read(reading: ReaderThreadData): ReaderClient {
		return new ReaderClient(reading, {
			tellFilter: (filter, state) => this.#filters.take(filter, state),
			tellFind: (id, state) => this.#finds.take(id, state),
			tellTimeline: (id, state) => this.#timelines.take(id, state),
			tellAnnotations: (annotations) => {
				this.book.apply(annotations);
				this.#marksRead.resolve();
			},
			tellDamage: (damage) => {
				this.#damage = damage.map(({ message }) => message);
				for (const listener of [...this.#damageListeners]) listener();
			},
			tellStream: (key, state) => this.streams.take(key, state),
			onEnd: (error) => {
				this.#marksRead.resolve();
				this.#filters.fail(error.toInfo());
				this.#finds.fail(error.toInfo());
				this.#timelines.fail(error.toInfo());
				this.streams.fail(error.toInfo());
			},
		});
	}

	damage(): readonly string[] {
		return this.#damage;
	}

	onDamage(listener: () => void): () => void {
		this.#damageListeners.add(listener);
		return () => this.#damageListeners.delete(listener);
	}

	/** What a person put on the events. */
	get marks(): Marks {
		return this.book.marks;
	}

	/** Resolves when those that are in the files are known. */
	get marksRead(): Promise<void> {
		return this.#marksRead.promise;
	}

	onMarks(listener: (changed: readonly Mark[]) => void): () => void {
		return this.book.onChange(listener);
	}

	async annotate(n: number, what: NewMark): Promise<Mark> {
		const [row] = n < this.storedNow() ? await this.rows(n, 1) : [];
		if (row === undefined || isGone(row)) {
			throw new WirebenchError('not-found', `The capture has no event ${n + 1} to mark.`);
		}
		const note = what.note?.toWellFormed().replaceAll('\0', '\ufffd').trim();
		const wanted: Annotation[] = [];
		if (what.marked !== undefined) wanted.push({ n, marked: what.marked });
		if (note !== undefined) wanted.push({ n, note });
		const changes = wanted.filter((annotation) => this.marks.changes(annotation));
		if (changes.length > 0) {
			if (this.marks.get(n) === undefined && this.marks.count >= LIMITS.marks) {
				throw new WirebenchError('too-large', `A capture keeps marks and notes on ${LIMITS.marks} events at most.`);
			}
			await this.keep(changes.map((annotation) => ({ annotation, time: row.time, connection: row.connection })));
			this.reader.order({ type: 'annotate', annotations: changes });
			this.book.apply(changes);
		}
		return this.marks.get(n) ?? { n, marked: false, note: '' };
	}

	/** The events before `first` are gone, and what was put on them. */
	protected forgetMarks(first: number): void {
		const annotations = this.book.clear(first);
		if (annotations.length > 0) this.reader.order({ type: 'annotate', annotations });
	}

	/** Writes annotations to the capture's files, or says why they cannot be kept. */
	protected abstract keep(annotations: readonly KeptAnnotation[]): void | Promise<void>;

	/** Events that can be read now. */
	protected abstract storedNow(): number;

	abstract onProgress(listener: () => void): () => void;

	async rows(from: number, count: number): Promise<CaptureRow[]> {
		return (await this.reader.rows(from, count, this.storedNow())).rows;
	}

	bytes(n: number, offset: number, length: number): Promise<{ bytes: Uint8Array; total: number }> {
		return this.reader.bytes(n, offset, length, this.storedNow());
	}

	filter(filter: string, listener: (state: FilterState) => void): FilterRun {
		return this.#filters.start(filter, listener);
	}

	holdFilter(filter: string, held: boolean): void {
		this.#filters.hold(filter, held);
	}

	matches(filter: string, from: number, count: number): Promise<RowsAnswer> {
		return this.reader.matches(filter, from, count);
	}

	async matchAt(filter: string, n: number): Promise<number> {
		return (await this.reader.matchAt(filter, n)).index;
	}

	find(request: FindRequest, listener: (state: FindState) => void): FindRun {
		return this.#finds.start(request, listener);
	}

	timeline(query: TimelineQuery, listener: (state: TimelineState) => void): TimelineRun {
		return this.#timelines.start(query, listener);
	}

	async atTime(time: bigint): Promise<number> {
		return (await this.reader.atTime(time, this.storedNow())).n;
	}
}
