/** A whole number as it is written in a document. */
export function integerOf(written: number | string): bigint {
	if (typeof written === 'number') return BigInt(written);
	return written.startsWith('-') ? -BigInt(written.slice(1).toLowerCase()) : BigInt(written.toLowerCase());
}

/** The least and the largest integer of so many bits. */
export function rangeOf(bits: number, isSigned: boolean): readonly [bigint, bigint] {
	const half = 1n << BigInt(bits - 1);
	return isSigned ? [-half, half - 1n] : [0n, 2n * half - 1n];
}
