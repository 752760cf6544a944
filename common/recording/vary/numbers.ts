/** A binary number as templates name it. */
export interface BinaryNumber {
	readonly name: string;
	readonly size: 1 | 2 | 4;
	readonly littleEndian: boolean;
}

export const BINARY_NUMBERS: readonly BinaryNumber[] = [
	{ name: 'be16', size: 2, littleEndian: false },
	{ name: 'le16', size: 2, littleEndian: true },
	{ name: 'be32', size: 4, littleEndian: false },
	{ name: 'le32', size: 4, littleEndian: true },
	{ name: 'u8', size: 1, littleEndian: false },
];

/** The value at an offset; undefined where the bytes end before. */
export function readNumber(bytes: Uint8Array, at: number, { size, littleEndian }: BinaryNumber): bigint | undefined {
	if (at + size > bytes.length) return undefined;
	let value = 0n;
	for (let n = 0; n < size; n++) {
		const byte = bytes[littleEndian ? at + size - 1 - n : at + n] ?? 0;
		value = (value << 8n) | BigInt(byte);
	}
	return value;
}
