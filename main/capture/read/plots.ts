import type { Marks } from '../../../common/capture/marks.ts';
import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { PlotQuery, PlotState } from '../../../common/contract/calls/figures/plot.ts';
import { wholePath } from '../../../common/filter/decoded/path.ts';
import { asksForMarks, type Filter } from '../../../common/filter/index.ts';
import { readFilter } from '../../../common/filter/run.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import { EventScan } from '../segments/event-scan.ts';
import type { CaptureFolder } from '../segments/folder.ts';
import type { ReadSource } from './items/source.ts';
import { PlotColumns } from './plot/columns.ts';
import { FieldValues, type PlotSource, sourceOf } from './plot/sources.ts';
import { FieldSpread, WholeSpread } from './plot/spread.ts';
import { PacedScans } from './scanning/paced-scans.ts';
import { type Scan, SLICE_MS } from './scanning/scans.ts';
import { type Buckets, bucketsFor } from './timeline/window.ts';

/** About ten times a second: the page draws what lies between. */
const TELL_MS = 100;

type Query = Pick<PlotQuery, 'range' | 'columns' | 'series'>;

/** One series: the values of a filter's events in columns. */
class Series {
	readonly asksForMarks: boolean;
	readonly #scan: EventScan;
	readonly #source: PlotSource;
	readonly #range: Query['range'];
	readonly #capacity: number;
	readonly #columns: PlotColumns;
	readonly #from: number;
	#width: number;
	scanned = 0;
	/** Nanoseconds to just after the latest event found. */
	span = 0;

	/** Throws FilterError. */
	constructor(
		folder: CaptureFolder,
		marks: Marks,
		{ filter, measure, field = '' }: Query['series'][number],
		query: Query,
	) {
		const { range, columns } = query;
		const { known, structures } = folder.charsets;
		// What is no name of a field is in no message.
		const path = (measure === 'field' ? wholePath(field, known) : undefined) ?? [];
		const all = filter === undefined ? [] : [readFilter(filter, known)];
		const timed: Filter[] =
			range === undefined
				? []
				: [
						{ type: 'number', field: 'time', is: '>=', value: range.from },
						{ type: 'number', field: 'time', is: '<', value: range.to },
					];
		const having: Filter[] =
			measure === 'field' ? [{ type: 'decoded', path, is: 'present', value: '', exact: false }] : [];
		const parsed: Filter = { type: 'and', items: [...timed, ...all, ...having] };
		this.asksForMarks = asksForMarks(parsed);
		this.#scan = new EventScan(folder, parsed, marks);
		this.#source = measure === 'field' ? new FieldValues(path, structures) : sourceOf(measure);
		this.#range = range;
		const lie: Buckets =
			range === undefined ? { from: 0, width: 1, count: columns } : bucketsFor(range.from, range.to, columns);
		this.#capacity = lie.count;
		this.#from = lie.from;
		this.#width = lie.width;
		this.#columns = new PlotColumns(lie.count, measure === 'field' ? new FieldSpread() : new WholeSpread());
	}

	step(stored: number, until: number): void {
		this.scanned = this.#scan.run(this.scanned, stored, until, (_n, facts) => {
			const time = Math.max(0, facts.time);
			if (time >= this.span) this.span = time + 1;
			this.#source.event(facts, time, (value) => {
				while (this.#range === undefined && time >= this.#width * this.#capacity) this.#widen();
				this.#columns.add(Math.floor((time - this.#from) / this.#width), value);
			});
			return false;
		});
	}

	get width(): number {
		return this.#width;
	}

	get from(): number {
		return this.#from;
	}

	/** Makes the columns as wide as those of other series. */
	widenTo(width: number): void {
		while (this.#range === undefined && this.#width < width) this.#widen();
	}

	read(span: number): PlotState['series'][number] {
		const used = this.#range === undefined ? Math.max(1, Math.ceil(span / this.#width)) : this.#capacity;
		return this.#columns.read(Math.min(this.#capacity, used));
	}

	#widen(): void {
		this.#columns.halve();
		this.#width *= 2;
	}
}

/** The series of one plot. */
class Plot implements Scan<Plot> {
	readonly #source: ReadSource;
	readonly #query: Query;
	#series: readonly Series[];
	#error: ErrorInfo | undefined;

	/** Throws FilterError. */
	constructor(source: ReadSource, query: Query) {
		this.#source = source;
		this.#query = query;
		this.#series = this.#newSeries();
	}

	get waits(): boolean {
		return this.#error === undefined && this.#scanned() < this.#source.stored;
	}

	/** The series that is behind the others goes on, so that all of them show the same time. */
	step(): void {
		const behind = this.#series.toSorted((a, b) => a.scanned - b.scanned)[0];
		behind?.step(this.#source.stored, performance.now() + SLICE_MS);
	}

	fail(error: ErrorInfo): void {
		this.#error = error;
	}

	restart(): void {
		this.#series = this.#newSeries();
	}

	marksChanged(): void {
		if (this.#series.some(({ asksForMarks: asks }) => asks)) this.restart();
	}

	get state(): Plot {
		return this;
	}

	/** Columns of equal width for all series. */
	report(): PlotState {
		const all = this.#series;
		const width = Math.max(...all.map((series) => series.width));
		const span = Math.max(...all.map((series) => series.span));
		for (const series of all) series.widenTo(width);
		return {
			span,
			from: all[0]?.from ?? 0,
			width,
			series: all.map((series) => series.read(span)),
			scanned: this.#scanned(),
			stored: this.#source.stored,
			...(this.#error && { error: this.#error }),
		};
	}

	#scanned(): number {
		return Math.min(...this.#series.map(({ scanned }) => scanned));
	}

	#newSeries(): Series[] {
		const { folder, marks } = this.#source;
		return this.#query.series.map((series) => new Series(folder, marks, series, this.#query));
	}
}

/** The followed plots. */
export class Plots extends PacedScans<Plot> {
	readonly #source: ReadSource;

	constructor(source: ReadSource) {
		super(TELL_MS);
		this.#source = source;
	}

	/** Throws FilterError. */
	follow({ range, columns, series }: PlotQuery, emit: (state: PlotState) => void): TopicRun<PlotState> {
		const query: Query = { columns, series, ...(range && { range }) };
		return this.share(
			JSON.stringify(query),
			() => new Plot(this.#source, query),
			(plot) => plot.report(),
			emit,
		);
	}
}
