import type { TimeRange } from '../../../common/filter/index.ts';

/** The visible part of the capture, in nanoseconds since its first event: from, and up to but without. */
export interface View {
	readonly from: number;
	readonly to: number;
}

/** The shortest view: a microsecond. */
const SHORTEST = 1000;

/** The whole capture, whose latest event is just before `span`. */
export function wholeOf(span: number): View {
	return { from: 0, to: Math.max(1, span) };
}

/** The view scaled by `factor`, with `at` fixed; undefined when that is the whole capture. */
export function zoomed(view: View, span: number, factor: number, at: number): View | undefined {
	const before = view.to - view.from;
	const length = Math.max(Math.min(SHORTEST, before), Math.round(before * factor));
	if (length >= span) return undefined;
	const share = (Math.min(Math.max(at, view.from), view.to) - view.from) / before;
	return placed(at - share * length, length, span);
}

/** The view moved by a share of its length. */
export function panned(view: View, span: number, share: number): View {
	const length = view.to - view.from;
	return placed(view.from + share * length, length, span);
}

/** The view moved by the minimum that makes `at` visible. */
export function revealed(view: View, span: number, at: number): View {
	if (at < view.from) return placed(at, view.to - view.from, span);
	if (at >= view.to) return placed(at - (view.to - view.from) + 1, view.to - view.from, span);
	return view;
}

/** The view of a capture that has grown beyond its end: the newest at nine tenths, so that it does not move again at once. */
export function following(view: View, span: number): View {
	const length = view.to - view.from;
	const from = Math.max(0, Math.round(span - length * 0.9));
	return { from, to: from + length };
}

function placed(from: number, length: number, span: number): View {
	const begin = Math.round(Math.min(Math.max(0, from), Math.max(0, span - length)));
	return { from: begin, to: begin + length };
}

/**
 * The range between two times: rounded to differences visible on `width` pixels, and open where it reaches the start or
 * the end of the capture, so that it includes later events. Undefined for the whole capture.
 */
export function selected(a: number, b: number, view: View, span: number, width: number): TimeRange | undefined {
	const pixel = (view.to - view.from) / Math.max(1, width);
	const step = 10 ** Math.max(0, Math.floor(Math.log10(pixel)));
	const low = Math.max(0, Math.round(Math.min(a, b) / step) * step);
	const high = Math.max(low + step, Math.round(Math.max(a, b) / step) * step);
	const range = {
		...(low <= pixel ? {} : { from: low }),
		...(high >= span - pixel ? {} : { to: high }),
	};
	return range.from === undefined && range.to === undefined ? undefined : range;
}

const SECOND = 1e9;
const STEPS = [60, 120, 300, 600, 1800, 3600, 7200, 14_400, 28_800, 86_400].map((seconds) => seconds * SECOND);

/** Times for axis marks, at most one per `apart` pixels: multiples of 1, 2 or 5, of minutes and hours for long views. */
export function ticks(view: View, width: number, apart: number): { readonly step: number; readonly times: number[] } {
	const least = ((view.to - view.from) / Math.max(1, width)) * apart;
	const decade = 10 ** Math.floor(Math.log10(Math.max(1, least)));
	const round = [1, 2, 5, 10].map((by) => by * decade).find((step) => step >= least) ?? decade * 10;
	const step =
		round <= 30 * SECOND ? round : (STEPS.find((long) => long >= least) ?? Math.ceil(least / 86_400e9) * 86_400e9);
	const times: number[] = [];
	for (let at = Math.ceil(view.from / step) * step; at < view.to; at += step) times.push(at);
	return { step, times };
}
