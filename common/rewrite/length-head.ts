import type { LengthFraming } from '../contract/config/framing.ts';

/**
 * The head of a message with another length: for `dataLength` bytes after it. Undefined where the field cannot hold it.
 * `head` is the bytes up to and including the field.
 */
export function lengthHead(framing: LengthFraming, head: Uint8Array, dataLength: number): Uint8Array | undefined {
	const { offset, size, order, adjustment, includesHead } = framing;
	let value = dataLength - adjustment + (includesHead ? head.length : 0);
	if (value < 0 || value >= 256 ** size) return undefined;
	const changed = head.slice();
	for (let i = 0; i < size; i++) {
		changed[offset + (order === 'big' ? size - 1 - i : i)] = value % 256;
		value = Math.floor(value / 256);
	}
	return changed;
}
