import type { Context } from '../core/decoder.ts';
import { faultOf } from '../core/fault.ts';
import type { Reader } from '../core/reader.ts';
import { json } from '../json/index.ts';
import { plainText } from './text.ts';

/** A payload stands by itself. */
const CONTEXT: Context = { transport: 'stream' };
/** Bytes of a payload whose text is shown. */
const MOST_SHOWN = 200;

const readJson = (reader: Reader) => reader.unit(json.id, () => json.decode(reader, CONTEXT));

/** The payload of a message: bytes as they are with their text, and JSON where they are JSON. Returns what a person reads of it. */
export function readPayload(reader: Reader, length: number): string | undefined {
	const bytes = reader.bytes.subarray(reader.at, reader.at + Math.min(length, reader.left));
	const text = bytes.length > MOST_SHOWN ? undefined : plainText(bytes);
	const isJson = () => json.recognise(bytes, CONTEXT) > 0 && faultOf(bytes, readJson) === undefined;
	if (length > reader.left || !isJson()) reader.data('payload', length, { meaning: () => text });
	else
		reader.group('payload', () => {
			reader.tell(bytes);
			reader.within(length, () => readJson(reader));
		});
	return text;
}
