import type { CharsetName } from '../names.ts';

/** Names of the charsets that are guessed, the same in every language. */
const SHORT_NAMES: Partial<Readonly<Record<CharsetName, string>>> = {
	gbk: 'GBK',
	big5: 'Big5',
	shift_jis: 'Shift_JIS',
	'euc-jp': 'EUC-JP',
	'euc-kr': 'EUC-KR',
	'windows-1252': 'Windows-1252',
	'windows-1251': 'Windows-1251',
	'koi8-r': 'KOI8-R',
};

/** Its label where there is no other. */
export function shortCharsetName(charset: CharsetName): string {
	return SHORT_NAMES[charset] ?? charset;
}
