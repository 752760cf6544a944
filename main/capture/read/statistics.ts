import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { StatisticsQuery, StatisticsState } from '../../../common/contract/calls/figures/statistics.ts';
import { asksForMarks, type Filter } from '../../../common/filter/index.ts';
import { readFilter } from '../../../common/filter/run.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import { EventScan } from '../segments/event-scan.ts';
import type { ReadSource } from './items/source.ts';
import { PacedScans } from './scanning/paced-scans.ts';
import { type Scan, SLICE_MS } from './scanning/scans.ts';
import { EndsReader } from './statistics/ends.ts';
import { Protocols } from './statistics/protocols.ts';
import { reported } from './statistics/report.ts';
import { StatisticTally } from './statistics/tally.ts';

/** About five times a second: each report sorts and reads its rows. */
const TELL_MS = 200;

const ALL: Filter = { type: 'and', items: [] };

/** The events that match a filter, counted. */
class Counting implements Scan<StatisticTally> {
	readonly #source: ReadSource;
	readonly #filter: string | undefined;
	readonly #protocols: boolean;
	#asksForMarks = false;
	#scan: EventScan;
	scanned = 0;
	state: StatisticTally;
	error: ErrorInfo | undefined;

	/** Throws FilterError. */
	constructor(source: ReadSource, filter: string | undefined, protocols: boolean) {
		this.#source = source;
		this.#filter = filter;
		this.#protocols = protocols;
		this.#scan = this.#newScan();
		this.state = this.#newTally();
	}

	get waits(): boolean {
		return this.error === undefined && this.scanned < this.#source.stored;
	}

	step(): void {
		const { state } = this;
		this.scanned = this.#scan.run(this.scanned, this.#source.stored, performance.now() + SLICE_MS, (n, facts) => {
			state.add(n, facts);
			return false;
		});
	}

	fail(error: ErrorInfo): void {
		this.error = error;
	}

	restart(): void {
		this.#scan = this.#newScan();
		this.state = this.#newTally();
		this.scanned = 0;
	}

	/** Restarts where marks or notes are tested. */
	marksChanged(): void {
		if (this.#asksForMarks) this.restart();
	}

	#newTally(): StatisticTally {
		return new StatisticTally(this.#protocols ? new Protocols(this.#source.folder.charsets.structures) : undefined);
	}

	#newScan(): EventScan {
		const parsed = this.#filter === undefined ? ALL : readFilter(this.#filter, this.#source.folder.charsets.known);
		this.#asksForMarks = asksForMarks(parsed);
		return new EventScan(this.#source.folder, parsed, this.#source.marks);
	}
}

/** The followed statistics. Those of one filter share a scan, whatever they are grouped by. */
export class Statistics extends PacedScans<Counting> {
	readonly #source: ReadSource;
	readonly #ends: EndsReader;

	constructor(source: ReadSource) {
		super(TELL_MS);
		this.#source = source;
		this.#ends = new EndsReader(source.folder);
	}

	/** Throws FilterError. */
	follow(query: StatisticsQuery, emit: (state: StatisticsState) => void): TopicRun<StatisticsState> {
		const protocols = query.by === 'protocol';
		return this.share(
			`${protocols ? 'p' : ''} ${query.filter ?? ''}`,
			() => new Counting(this.#source, query.filter, protocols),
			(counting) => this.#state(counting, query),
			emit,
		);
	}

	#state({ state: tally, scanned, error }: Counting, query: StatisticsQuery): StatisticsState {
		return {
			total: tally.total.figures(0),
			...reported(tally, query, this.#ends),
			limited: tally.limited,
			scanned,
			stored: this.#source.stored,
			...(error && { error }),
		};
	}
}
