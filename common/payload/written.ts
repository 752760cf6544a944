import type { LineEnding, PayloadFormat, WrittenBytes } from '../contract/payload.ts';
import { parseEscaped, toEscaped } from './escaped.ts';
import type { Fault } from './fault.ts';
import { parseHex, toHex } from './hex.ts';
import { encodeText } from './text.ts';
import { decodeUtf8 } from './utf8.ts';

export type EncodeResult = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> } | Fault;

const PARSERS: Readonly<Record<PayloadFormat, (text: string) => EncodeResult>> = {
	text: encodeText,
	hex: parseHex,
	escaped: parseEscaped,
};

const ENDINGS: Readonly<Record<LineEnding, readonly number[]>> = {
	none: [],
	lf: [0x0a],
	crlf: [0x0d, 0x0a],
	cr: [0x0d],
};

/** The bytes that a person wrote, with the line ending appended once at the end; or what is wrong with them and where. */
export function encodeWritten(written: WrittenBytes, lineEnding: LineEnding = 'none'): EncodeResult {
	const result = PARSERS[written.format](written.text);
	const ending = ENDINGS[lineEnding];
	if (!result.ok || ending.length === 0) return result;
	const bytes = new Uint8Array(result.bytes.length + ending.length);
	bytes.set(result.bytes);
	bytes.set(ending, result.bytes.length);
	return { ok: true, bytes };
}

/**
 * Bytes as a person would write them. `encodeWritten` gives them back from hex (pairs with a space between) and
 * from escaped text, always, and from text if they are UTF-8; in text each byte that is not shows as U+FFFD.
 */
export function formatBytes(bytes: Uint8Array, format: PayloadFormat): string {
	if (format === 'hex') return toHex(bytes, ' ');
	return format === 'escaped' ? toEscaped(bytes) : decodeUtf8(bytes);
}
