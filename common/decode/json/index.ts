import { decodeText, UTF8 } from '../../payload/index.ts';
import type { Decoder } from '../core/decoder.ts';
import type { Reader } from '../core/reader.ts';
import { isSpace, skipSpace, skipText, wrong } from '../core/scan.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** What a number, `true`, `false` and `null` are made of. */
const isPlain = (byte: number | undefined) => byte !== undefined && /[\w+\-.]/.test(String.fromCharCode(byte));

/** Length of the string that begins here, with its quotes; up to the end of the input where it has no end. */
function stringLength(reader: Reader): number {
	let length = 1;
	for (;;) {
		const byte = reader.peek(length);
		if (byte === undefined) return length + 1;
		if (byte === QUOTE) return length + 1;
		length += byte === BACKSLASH ? 2 : 1;
	}
}

/** A string without its quotes; as it is written where its escapes are none. */
function stringOf(bytes: Uint8Array): string {
	const text = decodeText(bytes, UTF8);
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'string' ? value : text;
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return text.slice(1, -1);
	}
}

function readString(reader: Reader, name: string): string {
	const length = stringLength(reader);
	return reader.record(name, length, stringOf(reader.bytes.subarray(reader.at, reader.at + length)));
}

/** The words that are values, and numbers. */
function readPlain(reader: Reader, name: string): void {
	let length = 0;
	while (isPlain(reader.peek(length))) length++;
	const text = decodeText(reader.bytes.subarray(reader.at, reader.at + length), UTF8);
	if (text === 'true' || text === 'false') reader.record(name, length, text === 'true');
	else if (text === 'null') reader.record(name, length, text);
	else if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) reader.record(name, length, numberOf(text));
	else if (reader.left === length) reader.record(name, length + 1, text);
	else reader.fail({ code: 'unexpected', expected: 'a value' });
}

/** An integer that a number would round is a bigint. */
function numberOf(text: string): number | bigint {
	const value = Number(text);
	return /^-?\d+$/.test(text) && !Number.isSafeInteger(value) ? BigInt(text) : value;
}

function readArray(reader: Reader): void {
	reader.skip(1);
	let count = 0;
	for (skipSpace(reader); reader.peek() !== 0x5d; skipSpace(reader)) {
		if (count > 0) skipText(reader, ',');
		readValue(reader, String(count));
		count++;
		reader.tell(`[${count}]`);
	}
	reader.skip(1);
}

function readObject(reader: Reader): void {
	reader.skip(1);
	let count = 0;
	for (skipSpace(reader); reader.peek() !== 0x7d; skipSpace(reader)) {
		if (count > 0) skipText(reader, ',');
		skipSpace(reader);
		if (reader.peek() !== QUOTE) wrong(reader, '"');
		const length = stringLength(reader);
		const key = stringOf(reader.bytes.subarray(reader.at, reader.at + length));
		reader.skip(length);
		skipSpace(reader);
		skipText(reader, ':');
		readValue(reader, key);
		count++;
		reader.tell(`{${count}}`);
	}
	reader.skip(1);
}

/** A value (RFC 8259, 3). */
function readValue(reader: Reader, name: string): void {
	skipSpace(reader);
	const first = reader.peek();
	if (first === 0x7b) reader.group(name, () => readObject(reader));
	else if (first === 0x5b) reader.group(name, () => readArray(reader));
	else if (first === QUOTE) readString(reader, name);
	else if (isPlain(first)) readPlain(reader, name);
	else wrong(reader, 'a value');
}

/** JSON (RFC 8259): one value after another, with white space between them, as in JSON lines. Members are fields by their names. */
function decode(reader: Reader): void {
	skipSpace(reader);
	const first = reader.peek();
	if (first === 0x7b) readObject(reader);
	else if (first === 0x5b) readArray(reader);
	else readValue(reader, 'value');
	skipSpace(reader);
}

/** An object or an array whose beginning is one. */
function recognise(bytes: Uint8Array): number {
	let at = 0;
	while (isSpace(bytes[at])) at++;
	const first = bytes[at];
	if (first !== 0x7b && first !== 0x5b) return 0;
	let next = at + 1;
	while (isSpace(bytes[next])) next++;
	const second = bytes[next];
	if (second === undefined) return 0.3;
	const begins =
		first === 0x7b ? second === QUOTE || second === 0x7d : /[-"\d[\]{tfn]/.test(String.fromCharCode(second));
	if (!begins) return 0;
	let last = bytes.length - 1;
	while (isSpace(bytes[last])) last--;
	return bytes[last] === (first === 0x7b ? 0x7d : 0x5d) ? 0.95 : 0.7;
}

export const json: Decoder = {
	id: 'json',
	title: 'JSON',
	ports: {},
	most: 0.95,
	mayBegin: (first) => first === 0x7b || first === 0x5b || isSpace(first),
	telling: 'first',
	recognise,
	decode,
};
