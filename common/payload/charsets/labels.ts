import { messageErrors } from '../../words/en/sentences/messages.ts';
import { nearby } from '../../words/near.ts';
import { type Said, sayingOf } from '../../words/sentence/said.ts';
import { CHARSETS, type CharsetName } from './names.ts';

const say = sayingOf(messageErrors);

/**
 * The labels of each charset: those of the Encoding Standard (WHATWG, section 4.2), also the name itself. One differs:
 * the labels of ISO 8859-1 are those of `latin1`, where a browser reads windows-1252.
 */
const LABELS: Readonly<Record<CharsetName, string>> = {
	'utf-8': 'unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 utf-8 x-unicode20utf8',
	ibm866: '866 cp866 csibm866 ibm866',
	'iso-8859-2': 'csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2',
	'iso-8859-3': 'csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3',
	'iso-8859-4': 'csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4',
	'iso-8859-5': 'csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988',
	'iso-8859-6':
		'arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987',
	'iso-8859-7':
		'csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek',
	'iso-8859-8':
		'csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual',
	'iso-8859-8-i': 'csiso88598i iso-8859-8-i logical',
	'iso-8859-10': 'csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6',
	'iso-8859-13': 'iso-8859-13 iso8859-13 iso885913',
	'iso-8859-14': 'iso-8859-14 iso8859-14 iso885914',
	'iso-8859-15': 'csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9',
	'iso-8859-16': 'iso-8859-16',
	'koi8-r': 'cskoi8r koi koi8 koi8-r koi8_r',
	'koi8-u': 'koi8-ru koi8-u',
	macintosh: 'csmacintosh mac macintosh x-mac-roman',
	'windows-874': 'dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874',
	'windows-1250': 'cp1250 windows-1250 x-cp1250',
	'windows-1251': 'cp1251 windows-1251 x-cp1251',
	latin1: 'cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1',
	'windows-1252': 'ansi_x3.4-1968 ascii cp1252 us-ascii windows-1252 x-cp1252',
	'windows-1253': 'cp1253 windows-1253 x-cp1253',
	'windows-1254':
		'cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254',
	'windows-1255': 'cp1255 windows-1255 x-cp1255',
	'windows-1256': 'cp1256 windows-1256 x-cp1256',
	'windows-1257': 'cp1257 windows-1257 x-cp1257',
	'windows-1258': 'cp1258 windows-1258 x-cp1258',
	'x-mac-cyrillic': 'x-mac-cyrillic x-mac-ukrainian',
	gbk: 'chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk',
	gb18030: 'gb18030',
	big5: 'big5 big5-hkscs cn-big5 csbig5 x-x-big5',
	'euc-jp': 'cseucpkdfmtjapanese euc-jp x-euc-jp',
	'iso-2022-jp': 'csiso2022jp iso-2022-jp',
	shift_jis: 'csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis',
	'euc-kr': 'cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949',
	'utf-16be': 'unicodefffe utf-16be',
	'utf-16le': 'csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16le utf-16',
	'x-user-defined': 'x-user-defined',
};

/** Labels whose encodings the standard does not read or write: browsers replace their text with one U+FFFD. */
const REPLACED = ['csiso2022kr', 'hz-gb-2312', 'iso-2022-cn', 'iso-2022-cn-ext', 'iso-2022-kr', 'replacement'];

const NAMES: ReadonlyMap<string, CharsetName> = new Map(
	CHARSETS.flatMap((name) => LABELS[name].split(' ').map((label): [string, CharsetName] => [label, name])),
);

/** Every label, in lower case. */
export const CHARSET_LABELS: readonly string[] = [...NAMES.keys()];

/** Characters that are removed around a label: ASCII whitespace. */
const AROUND = /^[\t\n\f\r ]+|[\t\n\f\r ]+$/g;

/** The charset with this label, in any case and with white space around it; undefined where there is none. */
export function charsetLabelled(label: string): CharsetName | undefined {
	return NAMES.get(label.replace(AROUND, '').toLowerCase());
}

/** The charset of a config that may name one; UTF-8 where it names none, or one that is not known. */
export function charsetOf(config: object): CharsetName {
	const label = 'charset' in config ? config.charset : undefined;
	return (typeof label === 'string' ? charsetLabelled(label) : undefined) ?? 'utf-8';
}

/** Labels in an error at most: there is a sentence for each count. */
const OFFERED = 3;

/** What is wrong with a label, with labels that may have been meant; undefined where it names a charset. */
export function charsetLabelFault(label: string): Said | undefined {
	if (charsetLabelled(label) !== undefined) return undefined;
	const written = label.trim().toLowerCase();
	if (REPLACED.includes(written)) return say('charsetWithoutDecoder', { charset: written });
	const [near, or, third] = nearby(written, CHARSET_LABELS).slice(0, OFFERED);
	if (near === undefined) return say('noCharset', { label });
	if (or === undefined) return say('noCharsetButOne', { label, near });
	return third === undefined
		? say('noCharsetButTwo', { label, near, or })
		: say('noCharsetButThree', { label, near, or, third });
}
