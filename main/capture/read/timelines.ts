import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { TimelineQuery, TimelineState } from '../../../common/contract/calls/figures/timeline.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import { asInfo } from '../segments/errors.ts';
import type { ReadSource } from './items/source.ts';
import { SLICE_MS } from './scanning/scans.ts';
import { NO_TIMELINE } from './starts.ts';
import { TimelineSummary } from './timeline/summary.ts';
import { type Buckets, bucketsFor, TimelineWindow } from './timeline/window.ts';

/** About five times a second: each report redraws the picture. */
const TELL_MS = 200;

interface Running {
	readonly query: TimelineQuery;
	readonly emit: (state: TimelineState) => void;
	/** Set while the summary is too coarse for the range. */
	window: { readonly scan: TimelineWindow; readonly buckets: Buckets } | undefined;
	reportedAt: number;
	timer: NodeJS.Timeout | undefined;
}

/** The followed timelines, over one summary, which is built on first request. */
export class Timelines {
	readonly #source: ReadSource;
	readonly #running = new Set<Running>();
	#summary: TimelineSummary | undefined;
	#scheduled = false;
	/** Set when reading failed: everything stops. */
	#error: ErrorInfo | undefined;

	constructor(source: ReadSource) {
		this.#source = source;
	}

	follow(query: TimelineQuery, emit: (state: TimelineState) => void): TopicRun<TimelineState> {
		const running: Running = { query, emit, window: undefined, reportedAt: Number.NEGATIVE_INFINITY, timer: undefined };
		this.#running.add(running);
		this.grown();
		return {
			snapshot: { ...NO_TIMELINE, stored: this.#source.stored },
			dispose: () => {
				clearTimeout(running.timer);
				this.#running.delete(running);
			},
		};
	}

	/** More events are stored. */
	grown(): void {
		if (this.#running.size > 0) this.#schedule();
	}

	/** Slices are queued after the thread's messages, so that a query never waits for all of it. */
	#schedule(): void {
		if (this.#scheduled) return;
		this.#scheduled = true;
		setImmediate(() => {
			this.#scheduled = false;
			if (this.#running.size === 0) return;
			if (this.#slice()) this.#schedule();
		});
	}

	/** Works for a slice; true while there is more to do. */
	#slice(): boolean {
		const summary = this.#summary ?? new TimelineSummary(this.#source.folder);
		this.#summary = summary;
		try {
			if (!this.#error) this.#work(summary, performance.now() + SLICE_MS);
		} catch (error) {
			this.#error = asInfo(error);
		}
		// Also after an error, which stops the summary where it was.
		this.#refine(summary);
		let more = false;
		for (const running of this.#running) {
			const waits = this.#error === undefined && this.#scanned(summary, running) < this.#source.stored;
			more ||= waits;
			this.#report(running, summary, waits);
		}
		return more;
	}

	#work(summary: TimelineSummary, until: number): void {
		summary.step(this.#source.stored, until);
		this.#refine(summary);
		for (const running of this.#running) {
			if (performance.now() >= until) return;
			running.window?.scan.step(summary.spans, summary.scanned, until);
		}
	}

	/** Creates a window for each range that the summary has become too coarse for. */
	#refine(summary: TimelineSummary): void {
		for (const running of this.#running) {
			const { range, buckets } = running.query;
			if (range === undefined || running.window !== undefined) continue;
			const lie = bucketsFor(range.from, range.to, buckets);
			if (lie.width >= summary.width) continue;
			running.window = { scan: new TimelineWindow(this.#source.folder, lie), buckets: lie };
		}
	}

	#scanned(summary: TimelineSummary, { window }: Running): number {
		return Math.min(summary.scanned, window?.scan.scanned ?? summary.scanned);
	}

	/** At most every TELL_MS, and always the last state. */
	#report(running: Running, summary: TimelineSummary, waits: boolean): void {
		const rest = running.reportedAt + TELL_MS - performance.now();
		if (rest <= 0) this.#tellNow(running, summary);
		else if (!waits) running.timer ??= setTimeout(() => this.#tellNow(running, summary), rest);
	}

	#tellNow(running: Running, summary: TimelineSummary): void {
		clearTimeout(running.timer);
		running.timer = undefined;
		running.reportedAt = performance.now();
		const { range, buckets, split } = running.query;
		const { from, width, count } =
			running.window?.buckets ?? bucketsFor(range?.from ?? 0, range?.to ?? Math.max(1, summary.span), buckets);
		const figures = running.window?.scan.read(split) ?? summary.read(from, width, count, split);
		running.emit({
			...(summary.begin === undefined ? {} : { begin: summary.begin }),
			span: summary.span,
			from,
			width,
			...figures,
			scanned: this.#scanned(summary, running),
			stored: this.#source.stored,
			...(this.#error && { error: this.#error }),
		});
	}
}
