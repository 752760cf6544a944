import type { LengthFraming } from '../contract/config/framing.ts';

/**
 * The head of a message that says another length: for `dataLength` bytes behind it. Undefined where the field cannot say
 * so. `head` is the bytes up to and with the field.
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
