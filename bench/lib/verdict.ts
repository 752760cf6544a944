import type { Summary } from './statistics.ts';

/** A budget and its measurement. */
export interface Verdict {
	readonly what: string;
	/** `least`: the median must reach the limit; `most`: it must not exceed it. */
	readonly bound: 'least' | 'most';
	readonly limit: number;
	/** Of the limit and the measurement; empty for ratios. */
	readonly unit: string;
	/** Absent when it could not be measured: `note` says why. */
	readonly measured?: Summary | undefined;
	readonly met: boolean;
	/** What limits the figure, or why there is none. */
	readonly note?: string | undefined;
}

/** Judges the median. */
export function judge(
	what: string,
	bound: Verdict['bound'],
	limit: number,
	unit: string,
	measured: Summary,
	note?: string,
): Verdict {
	const met = bound === 'least' ? measured.median >= limit : measured.median <= limit;
	return { what, bound, limit, unit, measured, met, note };
}

/** A budget that cannot be measured yet, or not on this machine. */
export function unmeasured(what: string, bound: Verdict['bound'], limit: number, unit: string, note: string): Verdict {
	return { what, bound, limit, unit, met: false, note };
}
