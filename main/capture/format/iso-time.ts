/** A time in nanoseconds since 1970 for a sentence, to the millisecond. */
export function isoTime(time: bigint): string {
	const date = new Date(Number(time / 1_000_000n));
	return Number.isNaN(date.getTime()) ? 'an unknown time' : date.toISOString();
}
