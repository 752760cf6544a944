import { dateText } from '../core/date-text.ts';
import type { Reader } from '../core/reader.ts';

/** The type of the extension that timestamps are. */
export const TIMESTAMP = -1;

/** Nanoseconds that a second has. */
const SECOND = 1_000_000_000;

/** Seconds of 34 bits behind nanoseconds of 30. */
const SECONDS_BITS = 34n;

/** The data of a timestamp in 4, 8 or 12 bytes (MessagePack specification, Timestamp extension type). */
export function readTimestamp(reader: Reader, length: 4 | 8 | 12): string | undefined {
	if (length === 4) return dateText(reader.uint('seconds', 4), 0);
	let seconds: number;
	let nanoseconds: number;
	if (length === 8) {
		const value = reader.uint64('timestamp');
		nanoseconds = Number(value >> SECONDS_BITS);
		seconds = Number(value & ((1n << SECONDS_BITS) - 1n));
	} else {
		nanoseconds = reader.uint('nanoseconds', 4);
		seconds = Number(reader.int64('seconds'));
	}
	if (nanoseconds >= SECOND) reader.note({ code: 'unexpected', expected: 'less than 1000000000 nanoseconds' });
	return dateText(seconds, nanoseconds);
}
