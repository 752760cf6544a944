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

/**
 * Time since the previous event, always with a sign: seconds with milliseconds below 1,000 s, then minutes or hours.
 * Negative where the system's clock was set back in between.
 */
export function deltaText(nanos: bigint): string {
	const sign = nanos < 0n ? '\u2212' : '+';
	const millis = Number((nanos < 0n ? -nanos : nanos) / 1_000_000n);
	if (millis < 1_000_000) return `${sign}${(millis / 1000).toFixed(3)}`;
	const minutes = Math.floor(millis / 60_000);
	if (minutes < 60) return `${sign}${minutes}m${pad(Math.floor(millis / 1000) % 60, 2)}s`;
	return `${sign}${Math.floor(minutes / 60)}h${pad(minutes % 60, 2)}m`;
}
