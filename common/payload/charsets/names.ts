/**
 * Character encodings: names of the Encoding Standard (WHATWG), except that `latin1` is ISO 8859-1 itself, with a
 * character for every byte. The order is that of choices: common ones first.
 */
export const CHARSETS = [
	'utf-8',
	'latin1',
	'gbk',
	'gb18030',
	'big5',
	'shift_jis',
	'euc-jp',
	'iso-2022-jp',
	'euc-kr',
	'utf-16le',
	'utf-16be',
	'windows-1252',
	'windows-1250',
	'windows-1251',
	'windows-1253',
	'windows-1254',
	'windows-1255',
	'windows-1256',
	'windows-1257',
	'windows-1258',
	'windows-874',
	'iso-8859-2',
	'iso-8859-3',
	'iso-8859-4',
	'iso-8859-5',
	'iso-8859-6',
	'iso-8859-7',
	'iso-8859-8',
	'iso-8859-8-i',
	'iso-8859-10',
	'iso-8859-13',
	'iso-8859-14',
	'iso-8859-15',
	'iso-8859-16',
	'koi8-r',
	'koi8-u',
	'ibm866',
	'macintosh',
	'x-mac-cyrillic',
	'x-user-defined',
] as const;
export type CharsetName = (typeof CHARSETS)[number];

/** Charsets in which a byte below 0x80 may be a part of another character than that of ASCII. */
const NOT_ASCII: readonly CharsetName[] = ['utf-16le', 'utf-16be', 'iso-2022-jp'];

/**
 * Whether an ASCII character is the byte of the same number in a charset, wherever it stands. Trail bytes of other
 * characters do not count: they are behind their lead byte.
 */
export const isAsciiIn = (charset: CharsetName): boolean => !NOT_ASCII.includes(charset);

/** Bytes that a guess of a charset looks at: more make it slower, not better. */
export const GUESSED_BYTES = 4096;
