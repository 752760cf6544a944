/**
 * The Internet checksum (RFC 1071). The one's complement sum is independent of byte order as long as words are read and
 * stored alike, so sums here are over little-endian 16-bit words, the machine's order.
 */

/** Folds a sum of 16-bit words to 16 bits. */
export function fold(sum: number): number {
	let folded = sum;
	while (folded > 0xffff) folded = (folded & 0xffff) + Math.floor(folded / 0x1_0000);
	return folded;
}

/** The value of the checksum field for a header and payload with this sum. */
export function finishChecksum(sum: number): number {
	return ~fold(sum) & 0xffff;
}

/** Sums `count` whole 32-bit words from word `from`: headers, at most 16,384 words. */
export function sumWords(words: Uint32Array, from: number, count: number): number {
	let low = 0;
	let high = 0;
	for (let i = from, end = from + count; i < end; i++) {
		const word = words[i] ?? 0;
		low = (low + (word & 0xffff)) | 0;
		high = (high + (word >>> 16)) | 0;
	}
	return low + high;
}

/**
 * The same for many words, folded. Whole words are summed as doubles, exact up to 2^21 of them: 2^16 is 1 in one's
 * complement, so that the halves need not be separated before the end.
 */
export function sumManyWords(words: Uint32Array, from: number, count: number): number {
	let a = 0;
	let b = 0;
	let c = 0;
	let d = 0;
	const end = from + count;
	let i = from;
	for (; i + 4 <= end; i += 4) {
		a += words[i] ?? 0;
		b += words[i + 1] ?? 0;
		c += words[i + 2] ?? 0;
		d += words[i + 3] ?? 0;
	}
	for (; i < end; i++) a += words[i] ?? 0;
	return fold(a + b + c + d);
}

/** The sum of any bytes; an odd one at the end counts as if a zero followed. For short pieces and for tests. */
export function sumBytes(bytes: Uint8Array): number {
	let sum = 0;
	for (const [i, byte] of bytes.entries()) sum += i % 2 === 0 ? byte : byte << 8;
	return sum;
}

/** Converts a 16-bit number between network order and the machine's. */
export function swap16(value: number): number {
	return ((value & 0xff) << 8) | ((value >>> 8) & 0xff);
}

/** Converts a 32-bit number between network order and the machine's, as a signed 32-bit integer. */
export function swap32(value: number): number {
	return (value << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24);
}
