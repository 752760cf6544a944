import type { Reader } from '../core/reader.ts';

/** Seconds from the beginning of the era of NTP (1900) to that of Unix (1970). */
const TO_UNIX = 2_208_988_800n;
const ERA = 1n << 32n;

/**
 * The date of a timestamp of 64 bits: seconds since 1900 and their fraction in 2^-32 s, in nanoseconds. Seconds below 2^31 are of the
 * era that begins in 2036 (RFC 4330, 3). Undefined for 0, which says that there is none.
 */
export function timestampDate(value: bigint): string | undefined {
	if (value === 0n) return undefined;
	const nanoseconds = ((value & 0xffffffffn) * 1_000_000_000n) >> 32n;
	const seconds = (value >> 32n) + (value >> 63n === 0n ? ERA : 0n) - TO_UNIX;
	const [date = ''] = new Date(Number(seconds) * 1000).toISOString().split('.');
	return `${date}.${String(nanoseconds).padStart(9, '0')}Z`;
}

export function readTimestamp(reader: Reader, name: string): bigint {
	return reader.uint64(name, 'be', { meaning: timestampDate });
}

/** Seconds in 16.16 bits; a delay of NTPv3 has a sign. */
export function readInterval(reader: Reader, name: string, signed: boolean): void {
	const units = reader.peekUint(4);
	const value = (signed ? units | 0 : units) / 0x10000;
	reader.record(name, 4, value, { meaning: (seconds) => `${Number((seconds * 1000).toFixed(3))} ms` });
}

/** An exponent of 2, of seconds. */
export function secondsText(exponent: number): string {
	const seconds = 2 ** exponent;
	if (seconds >= 1) return `${seconds} s`;
	const nanoseconds = Math.round(seconds * 1e9);
	return nanoseconds >= 1e6
		? `${nanoseconds / 1e6} ms`
		: nanoseconds >= 1000
			? `${nanoseconds / 1000} µs`
			: `${nanoseconds} ns`;
}
