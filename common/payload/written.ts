import { parseBase64, toBase64 } from './base64.ts';
import { type Charset, decodeText, UTF8 } from './charsets/charset.ts';
import { charsetNamed } from './charsets/named.ts';
import type { CharsetName } from './charsets/names.ts';
import { checksumOf } from './checksum.ts';
import { concat } from './codec/concat.ts';
import type { Fault } from './codec/fault.ts';
import { parseEscaped, toEscaped } from './escaped.ts';
import { toHex } from './hex.ts';
import { parseHex } from './hex-notation/index.ts';
import type { ChecksumKind, LineEnding, PayloadFormat, WrittenBytes } from './schema.ts';
import { encodeText } from './text.ts';

export type EncodeResult = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> } | Fault;

const PARSERS: Readonly<Record<PayloadFormat, (text: string, charset: Charset) => EncodeResult>> = {
	text: encodeText,
	hex: parseHex,
	escaped: parseEscaped,
	base64: parseBase64,
};

const ENDINGS: Readonly<Record<LineEnding, string>> = { none: '', lf: '\n', crlf: '\r\n', cr: '\r' };

/** The line ending after the payload: characters after characters, plain ASCII after bytes. */
function endingOf(lineEnding: LineEnding, format: PayloadFormat, charset: Charset): Uint8Array {
	const encoded = encodeText(ENDINGS[lineEnding], format === 'text' || format === 'escaped' ? charset : UTF8);
	return encoded.ok ? encoded.bytes : new Uint8Array(0);
}

/**
 * The bytes of written text, followed by their checksum and one line ending; or the fault and its place. The charset
 * applies to text and escaped text.
 */
export function encodeWritten(
	written: WrittenBytes,
	lineEnding: LineEnding = 'none',
	checksum: ChecksumKind = 'none',
	charset: Charset = UTF8,
): EncodeResult {
	const result = PARSERS[written.format](written.text, charset);
	const end = { format: written.format, lineEnding, checksum };
	return result.ok ? { ok: true, bytes: withEnd(result.bytes, end, charset) } : result;
}

/** The bytes of written text alone, in a charset by its name: a pattern, a delimiter, a line that has its ending already. */
export function encodePlain(written: WrittenBytes, charset: CharsetName): EncodeResult {
	return encodeWritten(written, 'none', 'none', charsetNamed(charset));
}

/** Bytes of a message in a format, followed by their checksum and one line ending. */
export function withEnd<T extends Uint8Array>(
	bytes: T,
	end: { readonly format: PayloadFormat; readonly lineEnding: LineEnding; readonly checksum: ChecksumKind },
	charset: Charset,
): T | Uint8Array<ArrayBuffer> {
	const ending = endingOf(end.lineEnding, end.format, charset);
	if (ending.length === 0 && end.checksum === 'none') return bytes;
	return concat([bytes, checksumOf(bytes, end.checksum), ending]);
}

/**
 * Bytes in a written format. `encodeWritten` restores them from hex (pairs with a space between) and from escaped text,
 * always, and from text if they are in its charset; in text each invalid place shows as U+FFFD.
 */
export function formatBytes(bytes: Uint8Array, format: PayloadFormat, charset: Charset = UTF8): string {
	if (format === 'hex') return toHex(bytes, ' ');
	if (format === 'base64') return toBase64(bytes);
	return format === 'escaped' ? toEscaped(bytes, charset) : decodeText(bytes, charset);
}
