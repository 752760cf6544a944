/**
 * The target of “Go to”: an event by its number (from 1), or a time in nanoseconds since 1970. `span`: the precision of
 * the typed time, as 12:01:07.104 for a millisecond.
 */
export type GotoTarget = { readonly event: number } | { readonly time: bigint; readonly span: bigint };

export interface GotoContext {
	/** Times of the first and the last event. */
	readonly first: bigint;
	readonly last: bigint;
	/** Time of the selected event, if any. */
	readonly selected: bigint | undefined;
}

const UNITS: Readonly<Record<string, number>> = { h: 3.6e12, m: 6e10, s: 1e9, ms: 1e6, us: 1e3, ns: 1 };
const MINUTE = 60_000_000_000n;
const DAY = 1440n * MINUTE;
const EVENT = /^#?([0-9][0-9,_ ]*)$/;
const RELATIVE = /^([+-]?)\s*([0-9]+(?:\.[0-9]+)?)\s*(h|m|s|ms|us|ns)$/i;
const CLOCK = /^([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?:[.,]([0-9]{1,9}))?)?$/;
const ISO =
	/^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]([0-2][0-9]):([0-5][0-9])(?::([0-5][0-9])(?:[.,]([0-9]{1,9}))?)?\s*(Z|[+-][0-9]{2}:?[0-9]{2})?)?$/i;

/**
 * Parses the text of “Go to”: `1204` or `#1204`, an event; `12:01:07.104`, a local time of day, on the first day on
 * which the capture has it; `2026-11-21 12:01:07`, a date with time, local unless it names a zone; `+5s`, `-250ms`,
 * from the selected event (or the first, or back from the last); `5s`, since the first event. Undefined for anything
 * else.
 */
export function parseGoto(text: string, { first, last, selected }: GotoContext): GotoTarget | undefined {
	const written = text.trim();
	const event = EVENT.exec(written);
	if (event) {
		const number = Number((event[1] ?? '').replaceAll(/[,_ ]/g, ''));
		return number >= 1 && Number.isSafeInteger(number) ? { event: number } : undefined;
	}
	const relative = RELATIVE.exec(written);
	if (relative) {
		const [, sign, amount, unit = 's'] = relative;
		const nanoseconds = BigInt(Math.round(Number(amount) * (UNITS[unit.toLowerCase()] ?? 1e9)));
		if (sign === '') return { time: first + nanoseconds, span: 0n };
		return { time: sign === '+' ? (selected ?? first) + nanoseconds : (selected ?? last) - nanoseconds, span: 0n };
	}
	const clock = CLOCK.exec(written);
	return clock ? clockTime(clock, first, last) : isoTime(written);
}

function clockTime([, h, m, s, fraction = '']: RegExpExecArray, first: bigint, last: bigint): GotoTarget {
	const day = new Date(Number(first / 1_000_000n));
	const on = (offset: number) => {
		const date = new Date(
			day.getFullYear(),
			day.getMonth(),
			day.getDate() + offset,
			Number(h),
			Number(m),
			Number(s ?? 0),
		);
		return BigInt(date.getTime()) * 1_000_000n + nanosOf(fraction);
	};
	const today = on(0);
	const span = s === undefined ? MINUTE : spanOf(fraction);
	if (today + span > first) return { time: today, span };
	// In a capture that continues past midnight it may be on the next day.
	const tomorrow = on(1);
	return { time: tomorrow <= last ? tomorrow : today, span };
}

function isoTime(text: string): GotoTarget | undefined {
	const [, year, month, day, h, m = '0', s, fraction = '', zone] = ISO.exec(text) ?? [];
	if (year === undefined) return undefined;
	const parts = [Number(year), Number(month) - 1, Number(day), Number(h ?? 0), Number(m), Number(s ?? 0)] as const;
	const valid =
		Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 && Number(h ?? 0) <= 23;
	if (!valid) return undefined;
	const milliseconds =
		zone === undefined ? new Date(...parts).getTime() : Date.UTC(...parts) - zoneMinutes(zone) * 60_000;
	if (milliseconds < 0) return undefined;
	const span = h === undefined ? DAY : s === undefined ? MINUTE : spanOf(fraction);
	return { time: BigInt(milliseconds) * 1_000_000n + nanosOf(fraction), span };
}

/** Minutes east of Greenwich. */
function zoneMinutes(zone: string): number {
	const [, sign, hours, minutes] = /^([+-])([0-9]{2}):?([0-9]{2})$/.exec(zone) ?? [];
	if (sign === undefined) return 0;
	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The precision of a second with these digits. */
function spanOf(fraction: string): bigint {
	return 10n ** BigInt(9 - fraction.length);
}

/** The fraction of a second, written as digits. */
function nanosOf(fraction: string): bigint {
	return BigInt(fraction.padEnd(9, '0'));
}
