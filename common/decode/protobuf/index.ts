import { counted } from '../../words/counted.ts';
import type { Decoder } from '../core/decoder.ts';
import { isPlainText } from '../core/plain-text.ts';
import type { Reader } from '../core/reader.ts';
import { fixedReading, lengthReading, varintReading } from './guess.ts';
import { MOST_NUMBER, type NestedPart, partsOf, type Varint, varintAt, WIRE } from './wire.ts';

/** The varint here, without reading it. */
function varintHere(reader: Reader, ahead = 0): Varint {
	const varint = varintAt(reader.bytes.subarray(reader.at, reader.at + reader.left), ahead);
	if (varint !== undefined) return varint;
	if (reader.left - ahead < 10) reader.fail({ code: 'short', missing: 1 });
	reader.fail({ code: 'unexpected', expected: 'a varint of at most 10 bytes' });
}

/** Reads a value of so many bytes behind a tag. */
function readFixed(reader: Reader, name: string, tag: number, bytes: 4 | 8): void {
	const missing = tag + bytes - reader.left;
	if (missing > 0) reader.fail({ code: 'short', missing });
	const at = reader.at + tag;
	const { value, meaning } = fixedReading(reader.bytes.subarray(at, at + bytes));
	reader.record(name, tag + bytes, value, { meaning: () => meaning });
}

function readLength(reader: Reader, name: string, tag: number): void {
	const varint = varintHere(reader, tag);
	const length = Number(varint.value);
	const head = tag + varint.length;
	const missing = length - (reader.left - head);
	if (missing > 0) {
		reader.record(name, head, length, { meaning: () => 'LEN' });
		if (reader.left > 0) reader.rest('data');
		reader.fail({ code: 'short', missing });
	}
	const at = reader.at + head;
	const reading = lengthReading(reader.bytes.subarray(at, at + length));
	if (reading.isMessage)
		reader.group(name, () => {
			reader.skip(head);
			reader.tell(undefined, reading.meaning);
			reader.within(length, () => readFields(reader));
		});
	else reader.record(name, head + length, reading.value, { meaning: () => reading.meaning });
}

/** Reads the fields of a message, or of a group up to the tag that ends it. Returns how many. */
function readFields(reader: Reader, group?: number): number {
	let count = 0;
	for (; reader.left > 0; count++) {
		const tag = varintHere(reader);
		const number = Number(tag.value >> 3n);
		const wire = Number(tag.value & 7n);
		if (number === 0 || number > MOST_NUMBER)
			reader.fail({ code: 'unexpected', expected: 'a field from 1 to 536870911' });
		const name = String(number);
		if (wire === WIRE.varint) {
			const varint = varintHere(reader, tag.length);
			const { value, meaning } = varintReading(varint);
			reader.record(name, tag.length + varint.length, value, { meaning: () => meaning });
		} else if (wire === WIRE.i64) readFixed(reader, name, tag.length, 8);
		else if (wire === WIRE.i32) readFixed(reader, name, tag.length, 4);
		else if (wire === WIRE.len) readLength(reader, name, tag.length);
		else if (wire === WIRE.startGroup)
			reader.group(name, () => {
				reader.skip(tag.length);
				reader.tell(undefined, 'group');
				readFields(reader, number);
			});
		else if (wire === WIRE.endGroup && number === group) {
			reader.skip(tag.length);
			return count;
		} else reader.fail({ code: 'unexpected', expected: 'a wire type from 0 to 5' });
	}
	if (group !== undefined) reader.fail({ code: 'short', missing: 1 });
	return count;
}

/** Length of a message behind its length at the beginning, as in files and streams of several; undefined where there is none. */
function delimited(bytes: Uint8Array): { readonly head: number; readonly length: number } | undefined {
	const varint = varintAt(bytes, 0);
	if (varint === undefined || varint.value === 0n || varint.value > bytes.length - varint.length) return undefined;
	const length = Number(varint.value);
	const isOne = partsOf(bytes.subarray(varint.length, varint.length + length)) !== undefined;
	return isOne ? { head: varint.length, length } : undefined;
}

/**
 * A message of Protocol Buffers (protobuf.dev, Encoding), without its schema: fields have their numbers for names, and the meaning says
 * what else a value could be. A message ends with the bytes, or has its length before it where that makes one.
 */
function decode(reader: Reader): void {
	const bytes = reader.bytes.subarray(reader.at);
	// A message without a length has no other behind it.
	const found = reader.at > 0 || partsOf(bytes) === undefined ? delimited(bytes) : undefined;
	if (found !== undefined) reader.record('length', found.head, found.length);
	const count = reader.within(found?.length ?? reader.left, () => readFields(reader));
	reader.tell(undefined, counted(count, 'field'));
}

/** Fields in the order of their numbers, as most programs write them, with texts or messages among them. */
function likely(bytes: Uint8Array, parts: readonly NestedPart[]): number {
	const own = parts.filter(({ isInGroup }) => !isInGroup);
	const inOrder = own.every(({ number }, i) => number >= (own[i - 1]?.number ?? 0));
	const readable = parts.filter(({ wire, at, length }) => {
		if (wire !== WIRE.len || length < 2) return false;
		const reading = lengthReading(bytes.subarray(at, at + length));
		return reading.isMessage || typeof reading.value === 'string';
	}).length;
	const isSmall = parts.every(({ number }) => number < 64);
	if (!inOrder || !isSmall) return 0.2;
	return readable > 0 && parts.length > 1 ? 0.6 : parts.length > 1 || readable > 0 ? 0.35 : 0.3;
}

function recognise(bytes: Uint8Array): number {
	if (bytes.length < 2 || isPlainText(bytes)) return 0;
	const parts = partsOf(bytes);
	if (parts !== undefined) return likely(bytes, parts);
	const found = delimited(bytes);
	if (found === undefined) return 0;
	const message = bytes.subarray(found.head, found.head + found.length);
	const next = bytes.subarray(found.head + found.length);
	// More of them behind it, or nothing.
	if (next.length > 0 && delimited(next) === undefined) return 0;
	return 0.9 * likely(message, partsOf(message) ?? []);
}

export const protobuf: Decoder = {
	id: 'protobuf',
	title: 'Protocol Buffers',
	ports: {},
	most: 0.6,
	telling: 'first',
	recognise,
	decode,
};
