import { MOST_FIELDS } from '../core/reader.ts';

/** Wire types (Protocol Buffers, Encoding: Message Structure). */
export const WIRE = { varint: 0, i64: 1, len: 2, startGroup: 3, endGroup: 4, i32: 5 } as const;

/** Bytes of the longest varint: ten of seven bits. */
const MOST_VARINT = 10;
/** The highest number of a field. */
export const MOST_NUMBER = 2 ** 29 - 1;

export interface Varint {
	readonly length: number;
	readonly value: bigint;
}

/** The varint at an offset; undefined where the bytes end in it, or it goes on for too long. */
export function varintAt(bytes: Uint8Array, at: number): Varint | undefined {
	let value = 0n;
	for (let length = 1; length <= MOST_VARINT; length++) {
		const byte = bytes[at + length - 1];
		if (byte === undefined) return undefined;
		value |= BigInt(byte & 0x7f) << BigInt(7 * (length - 1));
		if (byte < 0x80) return { length, value: BigInt.asUintN(64, value) };
	}
	return undefined;
}

/** A field of a message by where it is: no more is known without a schema. */
export interface Part {
	readonly number: number;
	readonly wire: number;
	/** Offset of what is behind tag and length, and its bytes. */
	readonly at: number;
	readonly length: number;
}

/** A field of a message, or of a group in it. */
export interface NestedPart extends Part {
	readonly isInGroup: boolean;
}

/** The field at an offset; undefined where it is none, or does not end within the bytes. */
export function partAt(bytes: Uint8Array, start: number): Part | undefined {
	const tag = varintAt(bytes, start);
	if (tag === undefined || tag.value > 0xffffffffn || tag.value < 8n) return undefined;
	const number = Number(tag.value >> 3n);
	const wire = Number(tag.value & 7n);
	const at = start + tag.length;
	const part = (length: number, from = at): Part | undefined =>
		from + length > bytes.length ? undefined : { number, wire, at: from, length };
	switch (wire) {
		case WIRE.varint: {
			const value = varintAt(bytes, at);
			return value === undefined ? undefined : part(value.length);
		}
		case WIRE.i64:
			return part(8);
		case WIRE.i32:
			return part(4);
		case WIRE.len: {
			const length = varintAt(bytes, at);
			return length === undefined ? undefined : part(Number(length.value), at + length.length);
		}
		case WIRE.startGroup:
		case WIRE.endGroup:
			return part(0);
		default:
			return undefined;
	}
}

/** Numbers of fields beyond this are no more likely than chance. */
const LIKELY_NUMBER = 1023;

/**
 * The fields of a message that these bytes are as a whole; undefined where they are none. Those in groups are among them. Fields
 * beyond those that are decoded are not looked at.
 */
export function partsOf(bytes: Uint8Array): readonly NestedPart[] | undefined {
	const parts: NestedPart[] = [];
	const groups: number[] = [];
	for (let at = 0; at < bytes.length; ) {
		const part = partAt(bytes, at);
		if (part === undefined || part.number > LIKELY_NUMBER) return undefined;
		if (part.wire === WIRE.endGroup) {
			if (groups.pop() !== part.number) return undefined;
		} else parts.push({ ...part, isInGroup: groups.length > 0 });
		if (part.wire === WIRE.startGroup) groups.push(part.number);
		if (parts.length > MOST_FIELDS) return parts;
		at = part.at + part.length;
	}
	return groups.length === 0 && parts.length > 0 ? parts : undefined;
}

/** The varints that these bytes are as a whole; undefined where they are none. */
export function packedOf(bytes: Uint8Array): readonly bigint[] | undefined {
	const values: bigint[] = [];
	for (let at = 0; at < bytes.length; ) {
		const varint = varintAt(bytes, at);
		if (varint === undefined) return undefined;
		values.push(varint.value);
		at += varint.length;
	}
	return values;
}
