import { type Charset, charsetsBy } from '../../common/payload/index.ts';
import type { CharsetName } from '../../common/payload/schema.ts';

/** A charset by its name, created on first use from the browser's own tables. */
export const charsetNamed: (name: CharsetName) => Charset = charsetsBy((name) => {
	const decoder = new TextDecoder(name, { ignoreBOM: true });
	return (bytes) => decoder.decode(bytes);
});

/** The names in the charset choice. */
export const CHARSET_NAMES: Readonly<Record<CharsetName, string>> = {
	'utf-8': 'UTF-8',
	latin1: 'Latin-1 (ISO 8859-1)',
	'utf-16le': 'UTF-16 LE',
	'utf-16be': 'UTF-16 BE',
	'windows-1252': 'Windows-1252, Western',
	'windows-1250': 'Windows-1250, Central European',
	'windows-1251': 'Windows-1251, Cyrillic',
	'iso-8859-2': 'ISO 8859-2, Central European',
	'iso-8859-15': 'ISO 8859-15, Western with €',
	'koi8-r': 'KOI8-R, Cyrillic',
	ibm866: 'IBM 866, Cyrillic',
	macintosh: 'Mac Roman',
	shift_jis: 'Shift_JIS, Japanese',
	'euc-jp': 'EUC-JP, Japanese',
	gb18030: 'GB 18030 and GBK, Chinese',
	big5: 'Big5, Chinese',
	'euc-kr': 'EUC-KR, Korean',
};
