export { CHARSETS, type CharsetName, GUESSED_BYTES } from './charsets/names.ts';

/** How a person writes bytes. `escaped` is text with `\n`, `\r`, `\t`, `\0`, `\\`, `\xHH` and `\u{...}`. */
export const PAYLOAD_FORMATS = ['text', 'hex', 'escaped', 'base64'] as const;
export type PayloadFormat = (typeof PAYLOAD_FORMATS)[number];

export const LINE_ENDINGS = ['none', 'lf', 'crlf', 'cr'] as const;
export type LineEnding = (typeof LINE_ENDINGS)[number];

/** A checksum that is appended to the bytes and covers all of them: see common/payload/checksum.ts. `sum` is modulo 256. */
export const CHECKSUMS = [
	'none',
	'crc16-modbus',
	'crc16-ccitt',
	'crc16-xmodem',
	'crc32',
	'crc32-le',
	'xor',
	'sum',
] as const;
export type ChecksumKind = (typeof CHECKSUMS)[number];
