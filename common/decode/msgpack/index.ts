import { decodeText, UTF8 } from '../../payload/index.ts';
import type { Decoder } from '../core/decoder.ts';
import { type ItemHead, looksLikeItems } from '../core/items.ts';
import { type PlainItem, readPair } from '../core/pair.ts';
import type { Reader } from '../core/reader.ts';
import { countOf, type Format, formatOf } from './format.ts';
import { readTimestamp, TIMESTAMP } from './timestamp.ts';

/** A number of its format at an offset; what is missing of it counts as zeros. */
function numberAt({ kind, bytes, fixed }: Format, at: (offset: number) => number | undefined): number | bigint {
	if (fixed !== undefined) return fixed;
	const view = new DataView(new ArrayBuffer(8));
	for (let i = 0; i < bytes; i++) view.setUint8(i, at(1 + i) ?? 0);
	if (kind === 'float') return bytes === 4 ? view.getFloat32(0) : view.getFloat64(0);
	if (bytes === 8) return kind === 'int' ? view.getBigInt64(0) : view.getBigUint64(0);
	const unused = 32 - 8 * bytes;
	return kind === 'int' ? view.getInt32(0) >> unused : view.getUint32(0) >>> unused;
}

/** An item with no others in it: its length, and its value. */
function plainItem(reader: Reader, format: Format): PlainItem {
	const at = (offset: number) => reader.peek(offset);
	if (format.kind === 'nil') return { length: 1, value: 'nil' };
	if (format.kind === 'bool') return { length: 1, value: format.fixed === 1 };
	if (format.kind !== 'str' && format.kind !== 'bin') return { length: 1 + format.bytes, value: numberAt(format, at) };
	const count = countOf(format, at);
	const start = reader.at + 1 + format.bytes;
	const bytes = reader.bytes.subarray(start, start + Math.min(count, reader.left));
	const value = format.kind === 'str' ? decodeText(bytes, UTF8) : bytes;
	return { length: 1 + format.bytes + count, value };
}

const isPlain = ({ kind }: Format) => kind !== 'array' && kind !== 'map' && kind !== 'ext';

/** The format of the item here. */
function formatHere(reader: Reader): Format {
	const first = reader.peek();
	if (first === undefined) reader.fail({ code: 'short', missing: 1 });
	const format = formatOf(first);
	if (format === undefined) reader.fail({ code: 'unexpected', expected: 'no 0xc1' });
	return format;
}

function readItem(reader: Reader, name: string): void {
	const format = formatHere(reader);
	if (isPlain(format)) {
		const { length, value } = plainItem(reader, format);
		reader.record(name, length, value, { meaning: () => format.name });
	} else reader.group(name, () => readItems(reader, format));
}

/** What is in an extension, an array or a map, as fields of the open group. */
function readItems(reader: Reader, format: Format): void {
	const count = countOf(format, (offset) => reader.peek(offset));
	reader.skip(1 + format.bytes);
	if (format.kind === 'ext') {
		const type = reader.int('type', 1, 'be', {
			meaning: (value) => (value === TIMESTAMP ? 'timestamp' : value < 0 ? 'predefined' : 'application'),
		});
		reader.tell(undefined, format.name);
		if (type !== TIMESTAMP || (count !== 4 && count !== 8 && count !== 12)) reader.data('data', count);
		else reader.tell(readTimestamp(reader, count), `timestamp, ${format.name}`);
		return;
	}
	reader.tell(format.kind === 'map' ? `{${count}}` : `[${count}]`, format.name);
	for (let i = 0; i < count; i++) {
		if (format.kind === 'map') {
			const key = formatHere(reader);
			readPair(reader, isPlain(key) ? plainItem(reader, key) : undefined, readItem);
		} else readItem(reader, String(i));
	}
}

/** MessagePack (specification of 2017-08-09, with timestamps): one item after another. Members of maps are fields by their keys. */
function decode(reader: Reader): void {
	const format = formatHere(reader);
	if (isPlain(format)) readItem(reader, 'value');
	else readItems(reader, format);
}

function headAt(bytes: Uint8Array, at: number): ItemHead | undefined {
	const format = formatOf(bytes[at] ?? 0xc1);
	if (format === undefined) return undefined;
	const count = countOf(format, (offset) => bytes[at + offset]);
	const length = 1 + format.bytes;
	if (format.kind === 'map') return { kind: 'map', length, items: 2 * count };
	if (format.kind === 'array') return { kind: 'array', length, items: count };
	if (format.kind === 'str') return { kind: 'text', length: length + count, items: 0, textAt: length };
	if (format.kind === 'bin') return { kind: 'plain', length: length + count, items: 0 };
	if (format.kind === 'ext') return { kind: 'plain', length: length + 1 + count, items: 0 };
	return { kind: 'plain', length, items: 0 };
}

export const msgpack: Decoder = {
	id: 'msgpack',
	title: 'MessagePack',
	ports: {},
	most: 0.85,
	mayBegin: (first) => ['map', 'array'].includes(formatOf(first)?.kind ?? ''),
	telling: 'first',
	recognise: (bytes) => looksLikeItems(bytes, (at) => headAt(bytes, at)),
	decode,
};
