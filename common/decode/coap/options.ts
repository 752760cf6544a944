import { fieldName } from '../core/field-name.ts';
import type { Reader } from '../core/reader.ts';
import { uintAt } from '../core/uint.ts';
import { FORMATS } from './names.ts';

/** What a value is: a number in as few bytes as it needs, text, bytes, a block, or nothing at all. */
type Form = 'uint' | 'format' | 'string' | 'opaque' | 'block' | 'empty' | 'seconds';

type Options = ReadonlyMap<number, readonly [name: string, form: Form]>;

/** Options of requests and responses (IANA, CoAP Option Numbers). */
const OPTIONS: Options = new Map([
	[1, ['If-Match', 'opaque']],
	[3, ['Uri-Host', 'string']],
	[4, ['ETag', 'opaque']],
	[5, ['If-None-Match', 'empty']],
	[6, ['Observe', 'uint']],
	[7, ['Uri-Port', 'uint']],
	[8, ['Location-Path', 'string']],
	[9, ['OSCORE', 'opaque']],
	[11, ['Uri-Path', 'string']],
	[12, ['Content-Format', 'format']],
	[14, ['Max-Age', 'seconds']],
	[15, ['Uri-Query', 'string']],
	[16, ['Hop-Limit', 'uint']],
	[17, ['Accept', 'format']],
	[19, ['Q-Block1', 'block']],
	[20, ['Location-Query', 'string']],
	[21, ['EDHOC', 'empty']],
	[23, ['Block2', 'block']],
	[27, ['Block1', 'block']],
	[28, ['Size2', 'uint']],
	[31, ['Q-Block2', 'block']],
	[35, ['Proxy-Uri', 'string']],
	[39, ['Proxy-Scheme', 'string']],
	[60, ['Size1', 'uint']],
	[252, ['Echo', 'opaque']],
	[258, ['No-Response', 'uint']],
	[292, ['Request-Tag', 'opaque']],
	[2049, ['OCF-Accept-Content-Format-Version', 'uint']],
	[2053, ['OCF-Content-Format-Version', 'uint']],
]);

/** Options of signals, whose numbers are of each code alone (RFC 8323, 5). */
const SIGNAL_OPTIONS: ReadonlyMap<number, Options> = new Map<number, Options>([
	[
		0xe1,
		new Map([
			[2, ['Max-Message-Size', 'uint']],
			[4, ['Block-Wise-Transfer', 'empty']],
		]),
	],
	[0xe2, new Map([[2, ['Custody', 'empty']]])],
	[0xe3, new Map([[2, ['Custody', 'empty']]])],
	[
		0xe4,
		new Map([
			[2, ['Alternative-Address', 'string']],
			[4, ['Hold-Off', 'seconds']],
		]),
	],
	[0xe5, new Map([[2, ['Bad-CSM-Option', 'uint']]])],
]);

/** What an option says, with its number. */
export interface Option {
	readonly number: number;
	readonly isKnown: boolean;
	readonly value?: string | number;
}

/** A number in network order without zeros in front: none at all is 0 (RFC 7252, 3.2). */
function readNumber(reader: Reader, form: Form): number | undefined {
	const length = reader.left;
	if (length > 6) {
		reader.rest('data');
		return undefined;
	}
	const value = uintAt(reader.bytes, reader.at, length);
	const meaning = form === 'format' ? FORMATS.get(value) : form === 'seconds' ? 's' : undefined;
	reader.record('number', length, value);
	reader.tell(value, meaning);
	return value;
}

/** The number of a block, whether more follow, and their size as an exponent (RFC 7959, 2.2; RFC 9177, 4.2). */
function readBlock(reader: Reader): string | undefined {
	const length = reader.left;
	if (length > 3) {
		reader.rest('data');
		return undefined;
	}
	const value = uintAt(reader.bytes, reader.at, length);
	const text = `${Math.floor(value / 16)}${(value & 8) === 0 ? '' : '+'} of ${16 << (value & 7)} bytes`;
	if (length === 1 || length === 2 || length === 3)
		reader.bits('block', length, [
			['number', 8 * length - 4],
			['more', 1],
			['size', 3, (exponent) => (exponent === 7 ? 'whole messages' : `${16 << exponent} bytes`)],
		]);
	reader.tell(value, text);
	return text;
}

function readValue(reader: Reader, form: Form): string | number | undefined {
	switch (form) {
		case 'string': {
			const text = reader.text('text', reader.left);
			reader.tell(text);
			return text;
		}
		case 'block':
			return readBlock(reader);
		case 'opaque':
			reader.tell(reader.rest('data'));
			return undefined;
		case 'empty':
			return undefined;
		default:
			return readNumber(reader, form);
	}
}

/** Thirteen and fourteen say that one or two bytes follow with the rest of the number (RFC 7252, 3.1). */
export function readExtended(reader: Reader, name: string, value: number): number {
	if (value === 13) return 13 + reader.uint(name, 1);
	return value === 14 ? 269 + reader.uint(name, 2) : value;
}

/** Options, each by its distance from the one in front, and the payload behind 0xff (RFC 7252, 3.1). */
export function readOptions(reader: Reader, code: number): readonly Option[] {
	const table = code < 0xe0 ? OPTIONS : SIGNAL_OPTIONS.get(code);
	const options: Option[] = [];
	let number = 0;
	while (reader.left > 0 && reader.peek() !== 0xff) {
		const known = table?.get(number + distance(reader));
		options.push(
			reader.group(known === undefined ? 'option' : fieldName(known[0]), () => {
				const head = reader.bits('head', 1, [
					['delta', 4],
					['length', 4],
				]);
				if (head('delta') === 15 || head('length') === 15) reader.fail({ code: 'unexpected', expected: '0 to 14' });
				number += readExtended(reader, 'deltaExtended', head('delta'));
				const length = readExtended(reader, 'lengthExtended', head('length'));
				if (known === undefined) reader.tell(number);
				const value = reader.within(length, () => readValue(reader, known?.[1] ?? 'opaque'));
				return { number, isKnown: known !== undefined, ...(value === undefined ? {} : { value }) };
			}),
		);
	}
	return options;
}

/** The distance of the next option, before it is read: its number names the field. */
function distance(reader: Reader): number {
	const delta = (reader.peek() ?? 0) >> 4;
	if (delta === 13) return 13 + (reader.peek(1) ?? 0);
	return delta === 14 ? 269 + reader.peekUint(2, 1) : delta;
}
