import { formatBytes } from '../../common/payload/index.ts';
import { hexByte } from './hex.ts';

export const COPY_FORMATS = ['hex', 'text', 'c', 'base64', 'escaped'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

export const COPY_LABELS: Readonly<Record<CopyFormat, string>> = {
	hex: 'Hex',
	text: 'Text (UTF-8)',
	c: 'C array',
	base64: 'Base64',
	escaped: 'Escaped text',
};

/** Bytes that one copy takes at most: what a clipboard and the program that reads it still bear. */
export const COPY_LIMIT = 4 * 1024 * 1024;

/** A C initialiser, 12 bytes a line. */
function asCArray(bytes: Uint8Array): string {
	const lines: string[] = [];
	for (let at = 0; at < bytes.length; at += 12) {
		lines.push(`\t${Array.from(bytes.subarray(at, at + 12), (byte) => `0x${hexByte(byte)}`).join(', ')},`);
	}
	const body = lines.length === 0 ? '' : `\n${lines.join('\n')}\n`;
	return `unsigned char data[${bytes.length}] = {${body}};\n`;
}

/** RFC 4648 section 4, without line breaks. */
function asBase64(bytes: Uint8Array): string {
	let binary = '';
	for (let at = 0; at < bytes.length; at += 0x8000) {
		binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
	}
	return btoa(binary);
}

/**
 * Bytes as text for the clipboard. Hex and escaped text are as the composer reads them; `text` has U+FFFD for each
 * byte that is not UTF-8.
 */
export function copyText(bytes: Uint8Array, format: CopyFormat): string {
	switch (format) {
		case 'hex':
			return formatBytes(bytes, 'hex');
		case 'text':
			return formatBytes(bytes, 'text');
		case 'c':
			return asCArray(bytes);
		case 'base64':
			return asBase64(bytes);
		case 'escaped':
			return formatBytes(bytes, 'escaped');
	}
}
