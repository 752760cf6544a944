import type { Reader } from '../core/reader.ts';
import { fixedReading, lengthReading, varintReading } from './guess.ts';
import { MOST_NUMBER, type Varint, varintAt, WIRE } from './wire.ts';

/** The varint here, without reading it. */
export function varintHere(reader: Reader, ahead = 0): Varint {
	const varint = varintAt(reader.bytes.subarray(reader.at, reader.at + reader.left), ahead);
	if (varint !== undefined) return varint;
	if (reader.left - ahead < 10) reader.fail({ code: 'short', missing: 1 });
	reader.fail({ code: 'unexpected', expected: 'a varint of at most 10 bytes' });
}

/** So many bytes behind those of a tag, without reading them. */
export function bytesHere(reader: Reader, ahead: number, length: number): Uint8Array {
	const missing = ahead + length - reader.left;
	if (missing > 0) reader.fail({ code: 'short', missing });
	const at = reader.at + ahead;
	return reader.bytes.subarray(at, at + length);
}

/** Reads a value of so many bytes behind a tag. */
function readFixed(reader: Reader, name: string, tag: number, bytes: 4 | 8): void {
	const { value, meaning } = fixedReading(bytesHere(reader, tag, bytes));
	reader.record(name, tag + bytes, value, { meaning: () => meaning });
}

/** Reads the value behind a tag, as what it looks like. `tag`: its length. */
export function readAlike(reader: Reader, name: string, wire: number, tag: number): boolean {
	if (wire === WIRE.varint) {
		const varint = varintHere(reader, tag);
		const { value, meaning } = varintReading(varint);
		reader.record(name, tag + varint.length, value, { meaning: () => meaning });
	} else if (wire === WIRE.i64) readFixed(reader, name, tag, 8);
	else if (wire === WIRE.i32) readFixed(reader, name, tag, 4);
	else if (wire === WIRE.len) readLength(reader, name, tag);
	else return false;
	return true;
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

/** Reads a field of a known number behind its tag, whose length is `tag`. Returns whether it is of the type that is known. */
export type ReadKnown = (reader: Reader, number: number, wire: number, tag: number) => boolean;

/**
 * Reads the fields of a message, or of a group up to the tag that ends it: those that `known` does not read, by their numbers. Returns
 * how many.
 */
export function readFields(reader: Reader, group?: number, known?: ReadKnown): number {
	let count = 0;
	for (; reader.left > 0; count++) {
		const tag = varintHere(reader);
		const number = Number(tag.value >> 3n);
		const wire = Number(tag.value & 7n);
		if (number === 0 || number > MOST_NUMBER)
			reader.fail({ code: 'unexpected', expected: 'a field from 1 to 536870911' });
		if (known?.(reader, number, wire, tag.length) === true) continue;
		const name = String(number);
		if (readAlike(reader, name, wire, tag.length)) continue;
		if (wire === WIRE.startGroup)
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
