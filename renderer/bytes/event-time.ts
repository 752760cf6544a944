const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** Nanoseconds since 1970 as a local Date (whole milliseconds, rounded down) and the nanoseconds within the second. */
function split(time: bigint): { date: Date; nanos: number } {
	return { date: new Date(Number(time / 1_000_000n)), nanos: Number(time % 1_000_000_000n) };
}

function clock(date: Date): string {
	return `${pad(date.getHours(), 2)}:${pad(date.getMinutes(), 2)}:${pad(date.getSeconds(), 2)}`;
}

/** Local time of day with milliseconds: `12:01:07.104`. */
export function timeOfDay(time: bigint): string {
	const { date } = split(time);
	return `${clock(date)}.${pad(date.getMilliseconds(), 3)}`;
}

/** Local date and time with `digits` of the second's fraction: 6 for microseconds, 9 for nanoseconds. */
export function fullTime(time: bigint, digits: 6 | 9): string {
	const { date, nanos } = split(time);
	const day = `${date.getFullYear()}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
	return `${day} ${clock(date)}.${pad(nanos, 9).slice(0, digits)}`;
}

const MINUS = '\u2212';
const magnitude = (nanos: bigint) => (nanos < 0n ? -nanos : nanos);

/** Seconds with `digits` of their fraction, rounded down. */
function seconds(nanos: bigint, digits: 3 | 6): string {
	return `${nanos / 1_000_000_000n}.${pad(Number(nanos % 1_000_000_000n), 9).slice(0, digits)}`;
}

/**
 * Time since the previous event, always with a sign: seconds, with microseconds below 10 s and milliseconds below
 * 1,000 s, then minutes or hours. Negative where the system's clock was set back in between.
 */
export function deltaText(nanos: bigint): string {
	const sign = nanos < 0n ? MINUS : '+';
	const positive = magnitude(nanos);
	const whole = Number(positive / 1_000_000_000n);
	if (whole < 1000) return `${sign}${seconds(positive, whole < 10 ? 6 : 3)}`;
	const minutes = Math.floor(whole / 60);
	if (minutes < 60) return `${sign}${minutes}m${pad(whole % 60, 2)}s`;
	return `${sign}${Math.floor(minutes / 60)}h${pad(minutes % 60, 2)}m`;
}

/** Time since the first event: seconds with microseconds; from an hour on hours, minutes, and seconds with milliseconds. */
export function sinceText(nanos: bigint): string {
	const sign = nanos < 0n ? MINUS : '';
	const positive = magnitude(nanos);
	const whole = Number(positive / 1_000_000_000n);
	if (whole < 3600) return `${sign}${seconds(positive, 6)}`;
	const clockText = `${Math.floor(whole / 3600)}:${pad(Math.floor(whole / 60) % 60, 2)}:${pad(whole % 60, 2)}`;
	return `${sign}${clockText}.${seconds(positive, 3).slice(-3)}`;
}

/** UTC with nanoseconds, after ISO 8601: `2026-11-21T05:30:28.123456789Z`. */
export function isoTime(time: bigint): string {
	const { date, nanos } = split(time);
	return `${date.toISOString().slice(0, 19)}.${pad(nanos, 9)}Z`;
}
