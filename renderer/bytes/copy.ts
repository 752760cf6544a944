import { bytesLiteral } from '../../common/literals/index.ts';
import { type Charset, decodeText, formatBytes, UTF8 } from '../../common/payload/index.ts';
import type { CharsetName } from '../../common/payload/schema.ts';
import { words } from '../words/index.ts';

export const COPY_FORMATS = ['hex', 'text', 'c', 'python', 'javascript', 'base64', 'escaped'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

/** Maximum bytes of one copy: what clipboards and other programs can handle. */
export const COPY_LIMIT = 4 * 1024 * 1024;

/** RFC 4648 section 4, without line breaks. */
function asBase64(bytes: Uint8Array): string {
	let binary = '';
	for (let at = 0; at < bytes.length; at += 0x8000) {
		binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
	}
	return btoa(binary);
}

/** The label of a format in the page's language, with the charset for text. */
export function copyLabel(format: CopyFormat, charset: CharsetName): string {
	const { formats, text } = words().bytes;
	return format === 'text' ? text(charset === 'utf-8' ? 'UTF-8' : charset) : formats[format];
}

/**
 * Bytes as text for the clipboard. The composer can read hex and escaped text back; `text` has U+FFFD for each invalid
 * place.
 */
export function copyText(bytes: Uint8Array, format: CopyFormat, charset: Charset = UTF8): string {
	switch (format) {
		case 'hex':
			return formatBytes(bytes, 'hex');
		case 'text':
			return decodeText(bytes, charset);
		case 'c':
		case 'python':
		case 'javascript':
			return bytesLiteral(format, bytes);
		case 'base64':
			return asBase64(bytes);
		case 'escaped':
			return formatBytes(bytes, 'escaped', charset);
	}
}
