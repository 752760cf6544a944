import { decodeText, UTF8 } from '../../../payload/index.ts';
import { dateText } from '../../core/date-text.ts';
import type { Reader } from '../../core/reader.ts';
import { bytesHere, readFields, varintHere } from '../read.ts';
import { partsOf, varintAt, WIRE } from '../wire.ts';
import type { FieldType, ProtoField, ProtoSchema, Scalar } from './schema.ts';
import { fixedValue, varintValue, WIRES } from './values.ts';

const TIMESTAMP = 'google.protobuf.Timestamp';

/** Reads the fields of a message of a schema, or of a group up to the tag that ends it. Returns how many. */
export function readMessage(reader: Reader, schema: ProtoSchema, name: string, group?: number): number {
	const fields = schema.messages.get(name) ?? new Map<number, ProtoField>();
	const seen = new Set<number>();
	const count = readFields(reader, group, (_, number, wire, tag) => {
		const field = fields.get(number);
		if (field === undefined) return false;
		seen.add(number);
		return readField(reader, schema, field, wire, tag);
	});
	for (const field of fields.values())
		if (field.required && !seen.has(field.number)) reader.note({ code: 'unexpected', expected: field.name });
	return count;
}

/** Reads a field behind its tag. Returns false, and reads nothing, where its wire type is not that of its type. */
function readField(reader: Reader, schema: ProtoSchema, field: ProtoField, wire: number, tag: number): boolean {
	const { type, name, number, repeated } = field;
	const expected = wireOf(type);
	if (wire === WIRE.startGroup && type.kind === 'message') {
		reader.group(name, () => {
			reader.skip(tag);
			readMessage(reader, schema, type.name, number);
		});
		return true;
	}
	// Either form is read, whatever the schema says (protobuf.dev, Encoding: Packed Repeated Fields).
	if (wire === WIRE.len && expected !== WIRE.len && repeated) {
		inLength(reader, name, tag, () => {
			let count = 0;
			for (; reader.left > 0; count++) readValue(reader, schema, 'value', type, 0);
			reader.tell(`[${count}]`);
		});
		return true;
	}
	if (wire !== expected) return false;
	readValue(reader, schema, name, type, tag);
	return true;
}

function wireOf(type: FieldType): number {
	if (type.kind === 'enum') return WIRE.varint;
	return type.kind === 'scalar' ? WIRES[type.scalar] : WIRE.len;
}

/** A group of what is behind a tag and a length. */
function inLength(reader: Reader, name: string, tag: number, body: () => void): void {
	reader.group(name, () => {
		const length = varintHere(reader, tag);
		reader.skip(tag + length.length);
		reader.within(Number(length.value), body);
	});
}

/** Reads a value behind a tag, whose length is `tag`. */
function readValue(reader: Reader, schema: ProtoSchema, name: string, type: FieldType, tag: number): void {
	if (type.kind === 'message') {
		inLength(reader, name, tag, () => {
			if (type.name === TIMESTAMP) reader.tell(undefined, timestampText(reader));
			else reader.tell(undefined, type.name.split('.').at(-1));
			readMessage(reader, schema, type.name);
		});
		return;
	}
	if (type.kind === 'map') {
		inLength(reader, name, tag, () => readEntry(reader, schema, type.key, type.value));
		return;
	}
	const wire = wireOf(type);
	if (wire === WIRE.varint) {
		const varint = varintHere(reader, tag);
		const length = tag + varint.length;
		if (type.kind === 'scalar') reader.record(name, length, varintValue(type.scalar, varint.value));
		else {
			const number = Number(BigInt.asIntN(32, varint.value));
			reader.record(name, length, number, { meaning: () => schema.enums.get(type.name)?.get(number) });
		}
		return;
	}
	if (type.kind !== 'scalar') return;
	const { scalar } = type;
	if (wire !== WIRE.len) {
		const length = wire === WIRE.i32 ? 4 : 8;
		reader.record(name, tag + length, fixedValue(scalar, bytesHere(reader, tag, length)));
		return;
	}
	const length = varintHere(reader, tag);
	const start = reader.at;
	reader.skip(tag + length.length);
	const size = Number(length.value);
	const bytes = bytesHere(reader, 0, size);
	reader.skip(size);
	reader.placed(name, start, reader.at, scalar === 'string' ? decodeText(bytes, UTF8) : bytes);
}

/** The date of the fields of a Timestamp that are left; undefined where it is none. */
function timestampText(reader: Reader): string | undefined {
	const bytes = reader.bytes.subarray(reader.at, reader.at + reader.left);
	const parts = partsOf(bytes);
	const [seconds = 0, nanoseconds = 0] = [1, 2].map((number) => {
		const part = parts?.find((one) => one.number === number && one.wire === WIRE.varint);
		return part && Number(BigInt.asIntN(64, varintAt(bytes, part.at)?.value ?? 0n));
	});
	return dateText(seconds, nanoseconds);
}

/** A pair of a map: a message of two fields, either of which may be left out (protobuf.dev, Encoding: Maps). */
function readEntry(reader: Reader, schema: ProtoSchema, key: Scalar, value: FieldType): void {
	readFields(reader, undefined, (_, number, wire, tag) => {
		const name = number === 1 ? 'key' : 'value';
		const type: FieldType = number === 1 ? { kind: 'scalar', scalar: key } : value;
		if (number > 2 || wire !== wireOf(type)) return false;
		readValue(reader, schema, name, type, tag);
		return true;
	});
}
