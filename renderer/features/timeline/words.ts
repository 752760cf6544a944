import type { TimelineFigures, TimelineState } from '../../../common/contract/calls/figures/timeline.ts';
import type { TimeRange } from '../../../common/filter/index.ts';
import { formatBytes, formatCount, formatRate, formatShort } from '../../app/shared/format.ts';
import { words } from '../../words/index.ts';
import type { Measure } from './lanes.ts';
import type { View } from './view.ts';

const UNITS: readonly (readonly [string, number])[] = [
	['s', 1e9],
	['ms', 1e6],
	['µs', 1e3],
	['ns', 1],
];

/** A time since the first event with only the digits that differ at `step`, as in `+2.35 s`, `+4:07`, `+1:04:07`. */
export function offsetText(ns: number, step: number): string {
	if (ns < 60e9) {
		const [unit, size] = UNITS.find(([, factor]) => Math.max(ns, step) >= factor) ?? ['ns', 1];
		const digits = Math.min(9, Math.max(0, Math.ceil(Math.log10(size / Math.max(1, step)) - 1e-9)));
		return `+${(ns / size).toFixed(digits)} ${unit}`;
	}
	const digits = Math.min(9, Math.max(0, Math.ceil(Math.log10(1e9 / Math.max(1, step)) - 1e-9)));
	const minutes = Math.floor(ns / 60e9);
	const seconds = ((ns - minutes * 60e9) / 1e9).toFixed(digits).padStart(digits === 0 ? 2 : digits + 3, '0');
	if (minutes < 60) return `+${minutes}:${seconds}`;
	return `+${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${seconds}`;
}

export function rateText(value: number, measure: Measure): string {
	return measure === 'bytes' ? formatRate(value) : words().timeline.perSecond(formatShort(value));
}

/** The text of a filter's range. */
export function rangeText({ from, to }: TimeRange, step: number): string {
	const { timeline } = words();
	if (from === undefined) return timeline.upTo(offsetText(to ?? 0, step));
	const begin = offsetText(from, step);
	return to === undefined ? timeline.from(begin) : timeline.range(begin, offsetText(to, step));
}

/** Sums of the buckets that begin in a view. */
export function sumsIn({ total, from, width }: TimelineState, view: View): Record<keyof TimelineFigures, number> {
	const first = Math.max(0, Math.floor((view.from - from) / width));
	const end = Math.ceil((view.to - from) / width);
	const sum = (numbers: readonly number[]) => numbers.slice(first, end).reduce((a, b) => a + b, 0);
	return {
		bytesIn: sum(total.bytesIn),
		bytesOut: sum(total.bytesOut),
		eventsIn: sum(total.eventsIn),
		eventsOut: sum(total.eventsOut),
		eventsNone: sum(total.eventsNone),
		errors: sum(total.errors),
	};
}

/** The figures of a view or of a bucket: bytes received, bytes sent, events, and failed events. */
export interface Figures {
	readonly in: string;
	readonly out: string;
	readonly events: string;
	readonly errors: string;
}

export function figuresOf(state: TimelineState, view: View, measure: Measure, perSecond: number | undefined): Figures {
	const sums = sumsIn(state, view);
	const events = sums.eventsIn + sums.eventsOut + sums.eventsNone;
	const said = (bytes: number, count: number) => {
		if (perSecond !== undefined) return rateText((measure === 'bytes' ? bytes : count) * perSecond, measure);
		return measure === 'bytes' ? formatBytes(bytes) : formatCount(count);
	};
	return {
		in: said(sums.bytesIn, sums.eventsIn),
		out: said(sums.bytesOut, sums.eventsOut),
		events: words().timeline.events(events),
		errors: sums.errors === 0 ? '' : words().timeline.errors(sums.errors),
	};
}

/** The bucket at a time, as a view; undefined where there is none. */
export function bucketAt({ from, width, total }: TimelineState, at: number): View | undefined {
	const bucket = Math.floor((at - from) / width);
	if (bucket < 0 || bucket >= total.bytesIn.length) return undefined;
	return { from: from + bucket * width, to: from + (bucket + 1) * width };
}
