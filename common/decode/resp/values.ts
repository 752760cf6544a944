import { concat } from '../../payload/codec/concat.ts';
import { decodeText, UTF8 } from '../../payload/index.ts';
import type { FieldValue } from '../core/field.ts';
import { endLine, peekLine } from '../core/line.ts';
import type { Reader } from '../core/reader.ts';
import { wrong } from '../core/scan.ts';
import { bigOf, doubleOf, integerOf } from './numbers.ts';
import { TYPES, typeOf } from './types.ts';

/** Reads the line at this place as one field. @param parse undefined where the text is not what `expected` says */
function readLine<T extends FieldValue>(
	reader: Reader,
	name: string,
	parse: (text: string) => T | undefined,
	expected: string,
): T | undefined {
	const line = peekLine(reader);
	if (line === undefined) {
		reader.rest('line');
		reader.fail({ code: 'short', missing: 1 });
	}
	const value = parse(line);
	if (value === undefined) reader.record(name, line.length, line, { note: { code: 'unexpected', expected } });
	else reader.record(name, line.length, value);
	endLine(reader);
	return value;
}

/** The line at this place as text. */
function readText(reader: Reader): string {
	const line = peekLine(reader);
	const text = reader.text('value', line?.length ?? reader.left);
	endLine(reader);
	return text;
}

/** A length or a count; -1 is a null of RESP 2, `?` says that the parts follow without one. */
function readLength(reader: Reader, name: string): number | '?' {
	const length = readLine(
		reader,
		name,
		(text) => (text === '?' ? '?' : /^(?:-1|\d{1,15})$/.test(text) ? Number(text) : undefined),
		'a length',
	);
	// What follows cannot be read without it.
	if (length === undefined) reader.fail({ code: 'unexpected', expected: 'a length' });
	return length;
}

/** So many bytes and a line end: text where they are such. */
function readBulk(reader: Reader, name: string, length: number): FieldValue {
	const bytes = reader.bytes.subarray(reader.at, reader.at + Math.min(length, reader.left));
	const text = decodeText(bytes, UTF8);
	const value = text.includes('\ufffd') ? reader.data(name, length) : reader.record(name, length, text);
	endLine(reader);
	return value;
}

/** The chunks of a string whose length was not known (RESP 3); together its text. */
function readChunks(reader: Reader): string {
	const chunks: Uint8Array[] = [];
	for (let length = 1; length > 0; ) {
		reader.group('chunk', () => {
			if (reader.left > 0 && reader.peek() !== 0x3b) reader.fail({ code: 'unexpected', expected: ';' });
			reader.text('type', 1);
			const read = readLength(reader, 'length');
			length = read === '?' ? 0 : read;
			if (length === 0) return;
			chunks.push(reader.bytes.subarray(reader.at, reader.at + Math.min(length, reader.left)));
			reader.tell(readBulk(reader, 'data', length));
		});
	}
	return decodeText(concat(chunks), UTF8);
}

function readString(reader: Reader, type: string): void {
	const length = readLength(reader, 'length');
	const meaning = TYPES.get(type);
	if (length === '?') {
		reader.tell(readChunks(reader), `${meaning} in chunks`);
	} else if (length < 0) reader.tell(undefined, 'null');
	else if (type === '=') {
		const text = reader.within(length, () => {
			const format = reader.text('format', 3);
			if (reader.peek() !== 0x3a) reader.note({ code: 'unexpected', expected: ':' });
			reader.skip(1);
			reader.tell(format);
			return reader.text('text', reader.left);
		});
		reader.tell(text, meaning);
		endLine(reader);
	} else reader.tell(readBulk(reader, 'data', length), meaning);
}

/** What stands at the end of an aggregate without a count: a dot in a line. */
const isEnd = (reader: Reader) => reader.peek() === 0x2e;

/** Reads the parts of an aggregate: `count` of them, or up to the dot. */
function readParts(reader: Reader, count: number | '?', read: (index: number) => void): number {
	let index = 0;
	while (count === '?' ? !isEnd(reader) : index < count) read(index++);
	if (count === '?')
		reader.group('end', () => {
			reader.skip(1);
			endLine(reader);
		});
	return index;
}

function readEntries(reader: Reader): number {
	return readParts(reader, readLength(reader, 'count'), () =>
		reader.group('entry', () => {
			readElement(reader, 'key');
			readElement(reader, 'value');
		}),
	);
}

/** What is made of the elements of an array: their names, and the value of each once it is read. */
interface Elements {
	readonly nameAt?: (index: number) => string;
	readonly onElement?: (value: FieldValue | undefined) => void;
}

function readElements(reader: Reader, type: string, { nameAt = () => 'item', onElement }: Elements): void {
	const count = readLength(reader, 'count');
	if (count === -1) {
		reader.tell(undefined, 'null');
		return;
	}
	reader.tell(undefined, TYPES.get(type));
	reader.tell(
		`[${readParts(reader, count, (index) => {
			const value = readElement(reader, nameAt(index));
			onElement?.(value);
		})}]`,
	);
}

/** Returns the value of the element; undefined for null. */
function readElement(reader: Reader, name: string): FieldValue | undefined {
	return reader.group(name, () => {
		readValue(reader);
		return reader.ownValue;
	});
}

/** Values in a line, but for texts: what they are parsed with, and expected to be. */
const SIMPLE: ReadonlyMap<string, readonly [parse: (text: string) => FieldValue | undefined, expected: string]> =
	new Map<string, readonly [(text: string) => FieldValue | undefined, string]>([
		[':', [integerOf, 'an integer']],
		['(', [bigOf, 'an integer']],
		[',', [doubleOf, 'a number, inf or nan']],
		['#', [(text) => (text === 't' ? true : text === 'f' ? false : undefined), 't or f']],
	]);

/**
 * A value, the value of the open group: its type in a byte, then a line with it or its length (RESP 3 specification of Redis). Before it, its
 * attributes.
 */
export function readValue(reader: Reader, elements: Elements = {}): void {
	while (reader.peek() === 0x7c)
		reader.group('attribute', () => {
			reader.text('type', 1, undefined, { meaning: TYPES });
			reader.tell(`{${readEntries(reader)}}`);
		});
	const type = typeOf(reader.peek());
	if (type === undefined) wrong(reader, 'a type');
	reader.text('type', 1, undefined, { meaning: TYPES });
	const simple = SIMPLE.get(type);
	if (type === '+' || type === '-') reader.tell(readText(reader), TYPES.get(type));
	else if (simple !== undefined) reader.tell(readLine(reader, 'value', ...simple), TYPES.get(type));
	else if (type === '_') {
		reader.tell(undefined, 'null');
		endLine(reader);
	} else if (type === '%') {
		reader.tell(`{${readEntries(reader)}}`, 'map');
	} else if (type === '$' || type === '!' || type === '=') readString(reader, type);
	else readElements(reader, type, elements);
}
