import { toHex } from '../../payload/hex.ts';
import type { FieldValue } from './field.ts';

/** Bytes of a value that are written: the rest is an ellipsis. */
const MOST_BYTES = 64;

/** A value in one line: numbers in decimal, bytes in hex. */
export function fieldValueText(value: FieldValue): string {
	if (!(value instanceof Uint8Array)) return String(value);
	const text = toHex(value.subarray(0, MOST_BYTES));
	return value.length > MOST_BYTES ? `${text}…` : text;
}
