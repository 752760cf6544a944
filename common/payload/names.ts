/** How a person writes bytes. `escaped` is text with `\n`, `\r`, `\t`, `\0`, `\\`, `\xHH` and `\u{...}`. */
export const PAYLOAD_FORMATS = ['text', 'hex', 'escaped', 'base64'] as const;
export type PayloadFormat = (typeof PAYLOAD_FORMATS)[number];

/** Character encodings: names of the Encoding Standard (WHATWG), except that `latin1` is ISO 8859-1 itself. */
export const CHARSETS = [
	'utf-8',
	'latin1',
	'utf-16le',
	'utf-16be',
	'windows-1252',
	'windows-1250',
	'windows-1251',
	'iso-8859-2',
	'iso-8859-15',
	'koi8-r',
	'ibm866',
	'macintosh',
	'shift_jis',
	'euc-jp',
	'gb18030',
	'big5',
	'euc-kr',
] as const;
export type CharsetName = (typeof CHARSETS)[number];

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
