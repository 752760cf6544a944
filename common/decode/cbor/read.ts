import { concat } from '../../payload/codec/concat.ts';
import { decodeText, UTF8 } from '../../payload/index.ts';
import { integer } from '../core/integer.ts';
import { type PlainItem, readPair } from '../core/pair.ts';
import type { Reader } from '../core/reader.ts';
import { type Head, headOf, MAJOR } from './head.ts';
import { type Item, TAGS, taggedValue } from './tags.ts';

const BREAK = 0xff;
/** Tags whose byte string has items in it: one, or a sequence of them. */
const ENCODED = 24;
const SEQUENCE = 63;

const SIMPLE: ReadonlyMap<number, boolean | string> = new Map<number, boolean | string>([
	[20, false],
	[21, true],
	[22, 'null'],
	[23, 'undefined'],
]);

const KINDS: ReadonlyMap<number, string> = new Map([
	[MAJOR.unsigned, 'unsigned integer'],
	[MAJOR.negative, 'negative integer'],
	[MAJOR.bytes, 'byte string'],
	[MAJOR.text, 'text string'],
]);

const FLOATS: ReadonlyMap<number, 2 | 4 | 8> = new Map([
	[25, 2],
	[26, 4],
	[27, 8],
]);

/** Bytes of a float; undefined for any other item. */
const floatBytes = ({ major, info }: Head) => (major === MAJOR.simple ? FLOATS.get(info) : undefined);

/** The head of the item here. */
function headHere(reader: Reader): Head {
	if (reader.left === 0) reader.fail({ code: 'short', missing: 1 });
	const head = headOf((offset) => reader.peek(offset));
	if (head === undefined) reader.fail({ code: 'unexpected', expected: 'the head of an item' });
	return head;
}

/** Whether an item is one field: it has neither items in it nor pieces. */
const isPlain = ({ major, isIndefinite }: Head) => !isIndefinite && (major <= MAJOR.text || major === MAJOR.simple);

/** Length and value of such an item. */
function plainItem(reader: Reader, { major, length, argument }: Head): PlainItem {
	if (major === MAJOR.unsigned) return { length, value: integer(argument) };
	if (major === MAJOR.negative) return { length, value: integer(-1n - argument) };
	if (major === MAJOR.simple) return { length, value: SIMPLE.get(Number(argument)) ?? Number(argument) };
	const count = Number(argument);
	const start = reader.at + length;
	const bytes = reader.bytes.subarray(start, start + Math.max(0, Math.min(count, reader.left - length)));
	return { length: length + count, value: major === MAJOR.text ? decodeText(bytes, UTF8) : bytes };
}

/** A float, whose head is a byte. */
function readFloat(reader: Reader, name: string, bytes: 2 | 4 | 8): number {
	return reader.group(name, () => {
		reader.skip(1);
		const value = reader.float('value', bytes);
		reader.tell(value, `float${8 * bytes}`);
		return value;
	});
}

/** Reads an item as a field. */
export function readItem(reader: Reader, name: string): Item {
	const head = headHere(reader);
	const bytes = floatBytes(head);
	if (bytes !== undefined) return readFloat(reader, name, bytes);
	if (!isPlain(head)) return reader.group(name, () => readWithin(reader, head));
	const { length, value } = plainItem(reader, head);
	return reader.record(name, length, value, {
		meaning: () => KINDS.get(head.major) ?? (SIMPLE.has(head.info) ? 'simple' : `simple(${String(value)})`),
	});
}

/** Reads what an item has in it, as fields of the open group. */
export function readWithin(reader: Reader, head: Head): Item {
	if (head.major === MAJOR.simple) reader.fail({ code: 'unexpected', expected: 'an item before break' });
	reader.skip(head.length);
	if (head.major === MAJOR.tag) return readTagged(reader, integer(head.argument));
	if (head.major === MAJOR.bytes || head.major === MAJOR.text) return readPieces(reader, head.major);
	return head.major === MAJOR.map ? readMap(reader, head) : readArray(reader, head);
}

/** Whether there is one more of what an item has. */
function hasNext(reader: Reader, { argument, isIndefinite }: Head, count: number): boolean {
	if (!isIndefinite) return count < argument;
	if (reader.peek() !== BREAK) return true;
	reader.skip(1);
	return false;
}

const lengthText = ({ isIndefinite }: Head) => (isIndefinite ? ', indefinite length' : '');

function readArray(reader: Reader, head: Head): Item {
	const items: Item[] = [];
	reader.tell(undefined, `array${lengthText(head)}`);
	while (hasNext(reader, head, items.length)) {
		items.push(readItem(reader, String(items.length)));
		reader.tell(`[${items.length}]`);
	}
	if (items.length === 0) reader.tell('[0]');
	return items;
}

function readMap(reader: Reader, head: Head): undefined {
	let count = 0;
	reader.tell('{0}', `map${lengthText(head)}`);
	while (hasNext(reader, head, count)) {
		const key = headHere(reader);
		readPair(reader, isPlain(key) && floatBytes(key) === undefined ? plainItem(reader, key) : undefined, readItem);
		count++;
		reader.tell(`{${count}}`);
	}
	return undefined;
}

/** The pieces of a string without a length: each has one, and is of the same type (3.2.3). */
function readPieces(reader: Reader, major: number): Item {
	const pieces: Uint8Array[] = [];
	while (reader.peek() !== BREAK) {
		const head = headHere(reader);
		if (head.major !== major || head.isIndefinite)
			reader.fail({ code: 'unexpected', expected: `a ${KINDS.get(major)} with a length, or break` });
		const { length, value } = plainItem(reader, head);
		const start = reader.at + head.length;
		reader.record('piece', length, value);
		pieces.push(reader.bytes.subarray(start, reader.at));
	}
	reader.skip(1);
	const bytes = concat(pieces);
	const value = major === MAJOR.text ? decodeText(bytes, UTF8) : bytes;
	reader.tell(value, `${KINDS.get(major)}, indefinite length`);
	return value;
}

function readTagged(reader: Reader, tag: number | bigint): Item {
	const name = TAGS.get(tag);
	const meaning = name === undefined ? `tag ${tag}` : `${name}, tag ${tag}`;
	reader.tell(undefined, meaning);
	const head = headHere(reader);
	const isEncoded = (tag === ENCODED || tag === SEQUENCE) && head.major === MAJOR.bytes && !head.isIndefinite;
	const content = isEncoded ? readEncoded(reader, head) : readItem(reader, 'content');
	const value = taggedValue(tag, content);
	reader.tell(value, meaning);
	return value ?? content;
}

/** A byte string with items in it: what is wrong in it does not end the item around it. */
function readEncoded(reader: Reader, head: Head): Item {
	return reader.group('content', () => {
		const { length, value } = plainItem(reader, head);
		const start = reader.at + head.length;
		reader.skip(length);
		reader.tell(value, 'byte string');
		const bytes = reader.bytes.subarray(start, start + length - head.length);
		reader.derived(
			bytes,
			(inner) => {
				while (inner.left > 0) readItem(inner, 'item');
			},
			start,
		);
		return value;
	});
}

/** Reads one item as a unit: what an array or a map has is that of the unit. */
export function readUnit(reader: Reader): void {
	const head = headHere(reader);
	if (head.major === MAJOR.array || head.major === MAJOR.map || head.major === MAJOR.tag) readWithin(reader, head);
	else readItem(reader, 'value');
}
