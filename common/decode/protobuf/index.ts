import { counted } from '../../words/counted.ts';
import type { Decoder } from '../core/decoder.ts';
import { isPlainText } from '../core/plain-text.ts';
import type { Reader } from '../core/reader.ts';
import { lengthReading } from './guess.ts';
import { readFields } from './read.ts';
import { delimited, hasParts, readUnit } from './unit.ts';
import { type NestedPart, partsOf, WIRE } from './wire.ts';

/** A message of Protocol Buffers (protobuf.dev, Encoding), without its schema: fields have their numbers for names, and the meaning says what else a value could be. */
function decode(reader: Reader): void {
	const count = readUnit(reader, hasParts, () => readFields(reader));
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
	const found = delimited(bytes, hasParts);
	if (found === undefined) return 0;
	const message = bytes.subarray(found.head, found.head + found.length);
	const next = bytes.subarray(found.head + found.length);
	// More of them behind it, or nothing.
	if (next.length > 0 && delimited(next, hasParts) === undefined) return 0;
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
