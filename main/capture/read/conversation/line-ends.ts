import type { LineBreaker } from '../../../../common/conversation/index.ts';

/** Bytes of a large chunk that are laid out at a time. */
export const PART_BYTES = 64 << 10;

/**
 * Line ends of a chunk of `length` bytes from `offset` on, where a line starts. The chunk is read in parts, each a
 * little longer than the laid-out part, since a line needs look-ahead.
 */
export function* lineEnds(
	read: (offset: number, length: number) => Uint8Array,
	offset: number,
	length: number,
	breakLine: LineBreaker,
	ahead: number,
): Generator<number, void, void> {
	for (let base = offset; base < length; ) {
		const part = read(base, Math.min(length - base, PART_BYTES + ahead));
		const whole = base + part.length >= length;
		const stop = whole ? part.length : part.length - ahead;
		let at = 0;
		while (at < stop) {
			at = breakLine(part, at);
			yield base + at;
		}
		base += at;
	}
}
