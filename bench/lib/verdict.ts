import type { Summary } from './statistics.ts';

/** A budget and what was measured for it. */
export interface Verdict {
	readonly what: string;
	/** `least`: the median has to reach the limit; `most`: it must not pass it. */
	readonly bound: 'least' | 'most';
	readonly limit: number;
	/** Of the limit and of what was measured; empty for ratios. */
	readonly unit: string;
	/** Absent when it could not be measured: `note` says why. */
	readonly measured?: Summary | undefined;
	readonly met: boolean;
	/** What limits it, or why there is no figure. */
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

/** A budget for which there is nothing to measure yet, or not on this machine. */
export function unmeasured(what: string, bound: Verdict['bound'], limit: number, unit: string, note: string): Verdict {
	return { what, bound, limit, unit, met: false, note };
}
