import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { TimelineQuery, TimelineState } from '../../../common/contract/calls/timeline.ts';
import { asInfo } from '../segments/errors.ts';
import type { CaptureFolder } from '../segments/folder.ts';
import { TimelineSummary } from './timeline/summary.ts';
import { type Buckets, bucketsFor, TimelineWindow } from './timeline/window.ts';

/** What the main thread says of timelines, by a number that it gives them; nothing of it is answered. */
export type TimelineOrder =
	| { readonly type: 'timeline'; readonly id: number; readonly query: TimelineQuery; readonly stored: number }
	| { readonly type: 'timeline-drop'; readonly id: number }
	| { readonly type: 'timeline-grow'; readonly stored: number };

export type TellTimeline = (timeline: number, state: TimelineState) => void;

/** Queries wait no longer than this for a slice, in ms. */
const SLICE_MS = 6;
/** About five times a second: each is a picture drawn. */
const TELL_MS = 200;

interface Running {
	readonly query: TimelineQuery;
	/** While the summary is too coarse for the range. */
	window: { readonly scan: TimelineWindow; readonly buckets: Buckets } | undefined;
	told: number;
	timer: NodeJS.Timeout | undefined;
}

/** The timelines that somebody looks at, over one summary, which is made when the first is asked for. */
export class Timelines {
	readonly #folder: CaptureFolder;
	readonly #tell: TellTimeline;
	readonly #running = new Map<number, Running>();
	#summary: TimelineSummary | undefined;
	#stored = 0;
	#scheduled = false;
	/** Set when reading failed: all stands. */
	#error: ErrorInfo | undefined;

	constructor(folder: CaptureFolder, tell: TellTimeline) {
		this.#folder = folder;
		this.#tell = tell;
	}

	take(order: TimelineOrder): void {
		if (order.type === 'timeline-drop') {
			clearTimeout(this.#running.get(order.id)?.timer);
			this.#running.delete(order.id);
			return;
		}
		this.#stored = Math.max(this.#stored, order.stored);
		if (order.type === 'timeline') {
			const { query } = order;
			this.#running.set(order.id, { query, window: undefined, told: Number.NEGATIVE_INFINITY, timer: undefined });
		}
		this.#schedule();
	}

	/** Slices are put behind what waits in the thread's queue, so that a query never waits for all of it. */
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
		const summary = this.#summary ?? new TimelineSummary(this.#folder);
		this.#summary = summary;
		try {
			if (!this.#error) this.#work(summary, performance.now() + SLICE_MS);
		} catch (error) {
			this.#error = asInfo(error);
		}
		// Also after an error, which leaves the summary where it got to.
		this.#refine(summary);
		let more = false;
		for (const [id, running] of this.#running) {
			const waits = this.#error === undefined && this.#scanned(summary, running) < this.#stored;
			more ||= waits;
			this.#report(id, running, summary, waits);
		}
		return more;
	}

	#work(summary: TimelineSummary, until: number): void {
		summary.step(this.#stored, until);
		this.#refine(summary);
		for (const running of this.#running.values()) {
			if (performance.now() >= until) return;
			running.window?.scan.step(summary.spans, summary.scanned, until);
		}
	}

	/** Gives a window to each that the summary has become too coarse for. */
	#refine(summary: TimelineSummary): void {
		for (const running of this.#running.values()) {
			const { range, buckets } = running.query;
			if (range === undefined || running.window !== undefined) continue;
			const lie = bucketsFor(range.from, range.to, buckets);
			if (lie.width >= summary.width) continue;
			running.window = { scan: new TimelineWindow(this.#folder, lie), buckets: lie };
		}
	}

	#scanned(summary: TimelineSummary, { window }: Running): number {
		return Math.min(summary.scanned, window?.scan.scanned ?? summary.scanned);
	}

	/** At most every TELL_MS, and never without the last state. */
	#report(id: number, running: Running, summary: TimelineSummary, waits: boolean): void {
		const rest = running.told + TELL_MS - performance.now();
		if (rest <= 0) this.#tellNow(id, running, summary);
		else if (!waits) running.timer ??= setTimeout(() => this.#tellNow(id, running, summary), rest);
	}

	#tellNow(id: number, running: Running, summary: TimelineSummary): void {
		clearTimeout(running.timer);
		running.timer = undefined;
		running.told = performance.now();
		const { range, buckets, split } = running.query;
		const { from, width, count } =
			running.window?.buckets ?? bucketsFor(range?.from ?? 0, range?.to ?? Math.max(1, summary.span), buckets);
		const figures = running.window?.scan.read(split) ?? summary.read(from, width, count, split);
		this.#tell(id, {
			...(summary.begin === undefined ? {} : { begin: summary.begin }),
			span: summary.span,
			from,
			width,
			...figures,
			scanned: this.#scanned(summary, running),
			stored: this.#stored,
			...(this.#error && { error: this.#error }),
		});
	}
}
