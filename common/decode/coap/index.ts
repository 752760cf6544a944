import { cbor } from '../cbor/index.ts';
import type { Context, Decoder } from '../core/decoder.ts';
import { faultOf } from '../core/fault.ts';
import type { Reader } from '../core/reader.ts';
import { json } from '../json/index.ts';
import { plainText } from '../payload/text.ts';
import { CODES, FORMATS, TYPES } from './names.ts';
import { type Option, readExtended, readOptions } from './options.ts';

const VERSION = 1;
const URI_PATH = 11;
const URI_QUERY = 15;
const LOCATION_PATH = 8;
const CONTENT_FORMAT = 12;
const CSM = 0xe1;

const codeText = (code: number): string => CODES.get(code) ?? `${code >> 5}.${String(code & 0x1f).padStart(2, '0')}`;

/** The path and the query of the options, as an URI has them. */
function target(options: readonly Option[]): string | undefined {
	const values = (number: number) => options.filter((option) => option.number === number).map(({ value }) => value);
	const paths = [...values(URI_PATH), ...values(LOCATION_PATH)];
	const queries = values(URI_QUERY);
	if (paths.length === 0 && queries.length === 0) return undefined;
	return `/${paths.join('/')}${queries.length === 0 ? '' : `?${queries.join('&')}`}`;
}

/** Content by its format; without one, bytes. */
function readPayload(reader: Reader, options: readonly Option[], context: Context): void {
	if (reader.left === 0) return;
	const hasContent = reader.group('payload', () => {
		reader.uint('marker', 1);
		const format = options.find(({ number }) => number === CONTENT_FORMAT)?.value;
		const type = typeof format === 'number' ? (FORMATS.get(format) ?? '') : '';
		// Nothing behind the marker is an error (RFC 7252, 3).
		if (reader.left === 0) return false;
		if (/[/+]json$/.test(type)) reader.unit(json.id, () => json.decode(reader, context));
		else if (/[/+]cbor$/.test(type)) reader.unit(cbor.id, () => cbor.decode(reader, context));
		else if (/^text\/|xml$|link-format$/.test(type)) reader.text('text', reader.left);
		else reader.rest('data');
		return true;
	});
	if (!hasContent) reader.fail({ code: 'short', missing: 1 });
}

/** The token, whose length may go on in a byte or two (RFC 8974). */
function readToken(reader: Reader, written: number): void {
	if (written === 15) reader.fail({ code: 'unexpected', expected: '0 to 14' });
	const length = readExtended(reader, 'tokenLengthExtended', written);
	if (length > 0) reader.data('token', length);
}

/** A message in a datagram (RFC 7252, 3). */
function readDatagram(reader: Reader, context: Context): readonly Option[] {
	const head = reader.bits('head', 1, [
		['version', 2],
		['type', 2, TYPES],
		['tokenLength', 4],
	]);
	if (head('version') !== VERSION) reader.fail({ code: 'unexpected', expected: '1' });
	const code = reader.uint('code', 1, 'be', { meaning: codeText });
	const name = `${TYPES.get(head('type'))} ${codeText(code)}`;
	reader.tell(name);
	reader.uint('messageId', 2);
	readToken(reader, head('tokenLength'));
	return readRest(reader, code, name, context);
}

/** A message over a stream (RFC 8323, 3.2), which says how long its options and payload are. */
function readFramed(reader: Reader, context: Context): readonly Option[] {
	const head = reader.bits('head', 1, [
		['length', 4],
		['tokenLength', 4],
	]);
	const written = head('length');
	const length =
		written === 15 ? 65_805 + reader.uint('lengthExtended', 4) : readExtended(reader, 'lengthExtended', written);
	const code = reader.uint('code', 1, 'be', { meaning: codeText });
	reader.tell(codeText(code));
	readToken(reader, head('tokenLength'));
	if (length === 0) return [];
	return reader.within(length, () => readRest(reader, code, codeText(code), context));
}

function readRest(reader: Reader, code: number, name: string, context: Context): readonly Option[] {
	const options = readOptions(reader, code);
	reader.tell(name, target(options));
	readPayload(reader, options, context);
	return options;
}

/** A message of the Constrained Application Protocol (RFC 7252; over a stream RFC 8323). */
function decode(reader: Reader, context: Context): void {
	if (context.transport === 'stream') readFramed(reader, context);
	else readDatagram(reader, context);
}

/** Messages whose options and payloads fill the bytes, with a code that is known. */
function looksFramed(bytes: Uint8Array, context: Context): number {
	const [head = 0, second = 0, third = 0] = bytes;
	if (bytes.length < 2) return 0;
	const length = head >> 4;
	const code = length < 13 ? second : third;
	if (!CODES.has(code)) return 0;
	const fault = faultOf(bytes, (reader) => {
		while (reader.left > 0) readFramed(reader, context);
	});
	if (fault !== undefined) return 0;
	// A connection begins with capabilities and settings, whose length is short.
	return code === CSM && length <= 13 ? 0.9 : 0.4;
}

/** Requests that have no payload: GET and DELETE. */
const READS: ReadonlySet<number> = new Set([1, 4]);

/** A code that is known, and options and a payload that fill the message. */
function looksDatagram(bytes: Uint8Array, context: Context): number {
	const [head = 0, code = 0] = bytes;
	if (head >> 6 !== VERSION || (head & 0xf) > 8 || !CODES.has(code) || bytes.length < 4) return 0;
	let options: readonly Option[] = [];
	const fault = faultOf(bytes, (reader) => {
		options = readDatagram(reader, context);
	});
	if (fault !== undefined) return 0;
	if (code === 0) return bytes.length === 4 ? 0.6 : 0;
	// By chance: a text, and a code that reads something behind a number, then any bytes.
	const isOdd = options.length === 0 && READS.has(code) && bytes.length > 4 + (head & 0xf);
	return options.every(({ isKnown }) => isKnown) && !isOdd && plainText(bytes) === undefined ? 0.85 : 0.4;
}

/** Connections begin with a message that is unlike others; codes stand behind the length. */
function most([head = 0, second, third]: Uint8Array, { transport }: Context): number {
	if (transport === 'datagram') return 0.85;
	return (head < 0xd0 ? second : third) === CSM ? 0.9 : 0.4;
}

function recognise(bytes: Uint8Array, context: Context): number {
	return context.transport === 'stream' ? looksFramed(bytes, context) : looksDatagram(bytes, context);
}

export const coap: Decoder = {
	id: 'coap',
	title: 'CoAP',
	carries: ['cbor', 'json'],
	ports: { stream: [5683, 5684], datagram: [5683, 5684] },
	most,
	mayBegin: (first, transport) => transport === 'stream' || first >> 6 === VERSION,
	recognise,
	decode,
};
