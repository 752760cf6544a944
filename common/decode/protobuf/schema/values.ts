import type { FieldValue } from '../../core/field.ts';
import { integer } from '../../core/integer.ts';
import { zigzag } from '../guess.ts';
import { WIRE } from '../wire.ts';
import type { Scalar } from './schema.ts';

/** The wire type of each type of a value (protobuf.dev, Encoding: Message Structure). */
export const WIRES: Readonly<Record<Scalar, number>> = {
	double: WIRE.i64,
	float: WIRE.i32,
	int32: WIRE.varint,
	int64: WIRE.varint,
	uint32: WIRE.varint,
	uint64: WIRE.varint,
	sint32: WIRE.varint,
	sint64: WIRE.varint,
	fixed32: WIRE.i32,
	fixed64: WIRE.i64,
	sfixed32: WIRE.i32,
	sfixed64: WIRE.i64,
	bool: WIRE.varint,
	string: WIRE.len,
	bytes: WIRE.len,
};

/** A varint as a value of its type: of more bits than it has, the lower ones. */
export function varintValue(scalar: Scalar, value: bigint): FieldValue {
	switch (scalar) {
		case 'bool':
			return value !== 0n;
		case 'int32':
			return Number(BigInt.asIntN(32, value));
		case 'uint32':
			return Number(BigInt.asUintN(32, value));
		case 'sint32':
			return Number(zigzag(BigInt.asUintN(32, value)));
		case 'sint64':
			return integer(zigzag(value));
		case 'uint64':
			return integer(value);
		default:
			return integer(BigInt.asIntN(64, value));
	}
}

/** Four or eight bytes as a value of their type. */
export function fixedValue(scalar: Scalar, bytes: Uint8Array): FieldValue {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	switch (scalar) {
		case 'double':
			return view.getFloat64(0, true);
		case 'float':
			return view.getFloat32(0, true);
		case 'fixed32':
			return view.getUint32(0, true);
		case 'sfixed32':
			return view.getInt32(0, true);
		case 'fixed64':
			return integer(view.getBigUint64(0, true));
		default:
			return integer(view.getBigInt64(0, true));
	}
}
