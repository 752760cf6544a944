export type ByteOrder = 'be' | 'le';

/** The unsigned integer of at most 6 bytes at an offset; bytes that are missing are 0. */
export function uintAt(bytes: Uint8Array, at: number, length: number, order: ByteOrder = 'be'): number {
	let value = 0;
	for (let i = 0; i < length; i++) value = value * 256 + (bytes[at + (order === 'be' ? i : length - 1 - i)] ?? 0);
	return value;
}
