import { decodeText, UTF8 } from '../../payload/index.ts';
import type { Context } from '../core/decoder.ts';
import { faultOf } from '../core/fault.ts';
import type { Reader } from '../core/reader.ts';
import { json } from '../json/index.ts';

/** A payload stands by itself. */
const CONTEXT: Context = { transport: 'stream' };
/** Bytes of a payload whose text is shown. */
const MOST_SHOWN = 200;

const readJson = (reader: Reader) => reader.unit(json.id, () => json.decode(reader, CONTEXT));

/** Text, where the bytes are such: no control characters but white space, and valid UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
	if (bytes.length > MOST_SHOWN || bytes.some((byte) => byte < 0x20 && (byte < 9 || byte > 13))) return undefined;
	const text = decodeText(bytes, UTF8);
	return text.includes('\ufffd') ? undefined : text;
}

/** The payload of a message: bytes as they are, and JSON where they are JSON. */
export function readPayload(reader: Reader, length: number): void {
	const bytes = reader.bytes.subarray(reader.at, reader.at + length);
	const isJson = () => json.recognise(bytes, CONTEXT) > 0 && faultOf(bytes, readJson) === undefined;
	if (length > reader.left || !isJson()) reader.data('payload', length, { meaning: textOf });
	else
		reader.group('payload', () => {
			reader.tell(bytes);
			reader.within(length, () => readJson(reader));
		});
}
