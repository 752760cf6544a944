import { decodeText, UTF8 } from '../../payload/index.ts';
import { counted } from '../../words/counted.ts';
import type { FieldValue } from '../core/field.ts';
import { integer } from '../core/integer.ts';
import { isPlainText } from '../core/plain-text.ts';
import { packedOf, partsOf, type Varint } from './wire.ts';

/** A value of a wire type, as the likeliest type of a schema has it, and as what others have. */
export interface Reading {
	readonly value: FieldValue;
	readonly meaning: string;
}

/** A meaning with all that a value could be too. */
const orElse = (wire: string, others: readonly string[]) => [wire, ...others].join(', or ');

/** A number of the types sint, whose lowest bit is its sign. */
export const zigzag = (value: bigint) => (value & 1n ? -(value + 1n) / 2n : value / 2n);

/** A varint is an unsigned integer, or a negative one where all its bits are used; it can be a bool or a zigzag integer. */
export function varintReading({ value }: Varint): Reading {
	const signed = BigInt.asIntN(64, value);
	return {
		value: integer(signed),
		meaning: orElse('varint', [
			...(value < 2n ? [`bool ${value === 1n}`] : []),
			...(signed < 0n ? [`uint64 ${value}`] : []),
			...(value === 0n ? [] : [`sint ${zigzag(value)}`]),
		]),
	};
}

/** Numbers that are written as floats: others are there by chance, when the bytes are an integer. */
const isLikely = (value: number) => value === 0 || (Math.abs(value) >= 1e-9 && Math.abs(value) < 1e15);

/** Eight or four bytes are a float where that is a number of usual size, else an integer. */
export function fixedReading(bytes: Uint8Array): Reading {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const isLong = bytes.length === 8;
	const float = isLong ? view.getFloat64(0, true) : view.getFloat32(0, true);
	const unsigned = isLong ? view.getBigUint64(0, true) : BigInt(view.getUint32(0, true));
	const signed = BigInt.asIntN(8 * bytes.length, unsigned);
	const wire = isLong ? 'I64' : 'I32';
	const floatName = isLong ? 'double' : 'float';
	const fixed = isLong ? 'fixed64' : 'fixed32';
	const negative = signed < 0n ? [`s${fixed} ${signed}`] : [];
	return isLikely(float) && unsigned !== 0n
		? { value: float, meaning: orElse(`${wire}, ${floatName}`, [`${fixed} ${unsigned}`, ...negative]) }
		: { value: integer(unsigned), meaning: orElse(`${wire}, ${fixed}`, [...negative, `${floatName} ${float}`]) };
}

/** Bytes that are tried as a packed field. */
const MOST_TRIED = 4096;
/** Values of a packed field that are written. */
const MOST_PACKED = 8;

function packedText(bytes: Uint8Array): readonly string[] {
	const varints = bytes.length > MOST_TRIED ? undefined : packedOf(bytes);
	const listed = (values: readonly unknown[]) =>
		`${values.slice(0, MOST_PACKED).join(' ')}${values.length > MOST_PACKED ? ' …' : ''}`;
	const fixed = [4, 8]
		.filter((size) => bytes.length % size === 0)
		.map((size) => `${bytes.length / size} of ${size} bytes`);
	return [...(varints === undefined ? [] : [`packed ${listed(varints)}`]), ...fixed.map((text) => `packed ${text}`)];
}

/** What is behind a length: a message whose fields are to be read, or a value. */
export type LengthReading =
	| { readonly isMessage: true; readonly meaning: string }
	| ({ readonly isMessage: false } & Reading);

/**
 * Bytes behind a length are a text where they are one without line breaks and tabs, which look like tags; a message where its
 * fields end with them; then any text; bytes, or a packed field, where they are neither.
 */
export function lengthReading(bytes: Uint8Array): LengthReading {
	if (bytes.length === 0) return { isMessage: false, value: '', meaning: 'LEN, empty' };
	const isText = isPlainText(bytes);
	const parts = partsOf(bytes);
	if (parts !== undefined && !(isText && bytes.every((byte) => byte >= 0x20)))
		return {
			isMessage: true,
			meaning: orElse('LEN, message', isText ? ['text'] : ['bytes', ...packedText(bytes)]),
		};
	if (isText)
		return {
			isMessage: false,
			value: decodeText(bytes, UTF8),
			meaning: orElse('LEN, text', [
				'bytes',
				...(parts === undefined ? [] : [`a message of ${counted(parts.length, 'field')}`]),
			]),
		};
	return { isMessage: false, value: bytes, meaning: orElse('LEN, bytes', packedText(bytes)) };
}
