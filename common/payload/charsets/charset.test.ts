import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { byTier } from '../../tier.fixture.ts';
import { unicodeText } from '../../unicode-text.fixture.ts';
import { ByteWriter } from '../codec/byte-writer.ts';
import {
	CHARSET_LABELS,
	charsetLabelFault,
	charsetLabelled,
	charsetNamed,
	decodeText,
	encodeWritten,
	formatBytes,
	StreamText,
	toHex,
} from '../index.ts';
import { CHARSETS, type CharsetName } from './names.ts';

const charset = charsetNamed;

const encode = (
	text: string,
	name: CharsetName,
	format: 'text' | 'escaped' = 'text',
	ending: 'none' | 'crlf' = 'none',
) => encodeWritten({ format, text }, ending, 'none', charset(name));
const hexOf = (...args: Parameters<typeof encode>) => {
	const result = encode(...args);
	return result.ok ? toHex(result.bytes) : `${result.position}: ${result.message}`;
};

/** For each charset Python's name for the same table, and text that most programs encode the same way in it. */
const PEERS: Readonly<Partial<Record<CharsetName, readonly [python: string, sample: string]>>> = {
	'utf-8': ['utf-8', 'Grüße, 世界 😀'],
	latin1: ['latin-1', 'Grüße, ÿ£'],
	gbk: ['gbk', '你好，世界。繁體字也行'],
	gb18030: ['gb18030', '你好，世界 € 𠀀 ê'],
	big5: ['big5', '你好，世界'],
	shift_jis: ['cp932', 'こんにちは、世界。ｶﾅ①'],
	'euc-jp': ['euc-jp', 'こんにちは、世界。'],
	'iso-2022-jp': ['iso-2022-jp', 'abc'],
	'euc-kr': ['cp949', '안녕하세요 세계'],
	'utf-16le': ['utf-16-le', 'Grüße, 世界 😀'],
	'utf-16be': ['utf-16-be', 'Grüße, 世界 😀'],
	'windows-1252': ['cp1252', 'Grüße “quoted” €'],
	'windows-1250': ['cp1250', 'Žluťoučký kůň €'],
	'windows-1251': ['cp1251', 'Привет, мир'],
	'windows-1253': ['cp1253', 'Καλημέρα'],
	'windows-1254': ['cp1254', 'Günaydın'],
	'windows-1255': ['cp1255', 'שלום'],
	'windows-1256': ['cp1256', 'سلام'],
	'windows-1257': ['cp1257', 'Labrīt'],
	'windows-874': ['cp874', 'สวัสดี'],
	'iso-8859-2': ['iso8859-2', 'Žluťoučký kůň'],
	'iso-8859-5': ['iso8859-5', 'Привет'],
	'iso-8859-7': ['iso8859-7', 'Καλημέρα'],
	'iso-8859-8': ['iso8859-8', 'שלום'],
	'iso-8859-15': ['iso8859-15', 'Œuvre à 5 €'],
	'iso-8859-16': ['iso8859-16', 'Bună dimineața'],
	'koi8-r': ['koi8-r', 'Привет, мир'],
	'koi8-u': ['koi8-u', 'Привіт'],
	ibm866: ['cp866', 'Привет, мир'],
	macintosh: ['mac-roman', 'Grüße, ƒ'],
	'x-mac-cyrillic': ['mac-cyrillic', 'Привет'],
};
const TEXT_OF_EACH = 'plain text';
const sampleOf = (name: CharsetName) => PEERS[name]?.[1] ?? TEXT_OF_EACH;

/** Python's encoding of the samples, in the order of the charsets, as hex. */
let written: readonly string[] = [];
beforeAll(() => {
	const program = 'import sys; [print(t.encode(c).hex()) for t, c in zip(sys.argv[1::2], sys.argv[2::2])]';
	const samples = CHARSETS.flatMap((name) => [sampleOf(name), PEERS[name]?.[0] ?? 'ascii']);
	written = execFileSync('python3', ['-c', program, ...samples])
		.toString()
		.trim()
		.split('\n');
});
/** Number of examples of a property: the tables are the same for all of them. */
const EXAMPLES = { numRuns: byTier(25, 100) };

describe.each(CHARSETS)('%s', (name) => {
	test('encodes as Python does, and decodes it again', () => {
		const text = sampleOf(name);
		expect(hexOf(text, name)).toBe(written[CHARSETS.indexOf(name)]);
		const result = encode(text, name);
		expect(result.ok && decodeText(result.bytes, charset(name))).toBe(text);
	});

	test('reads every character that it writes as that character', () => {
		const one = { code: 0, length: 0 };
		fc.assert(
			fc.property(fc.array(unicodeText({ minLength: 1, maxLength: 1 })), (characters) => {
				for (const character of characters) {
					const result = encode(character, name);
					if (!result.ok) continue;
					charset(name).decode(result.bytes, 0, one);
					expect([String.fromCodePoint(one.code), one.length]).toEqual([character, result.bytes.length]);
				}
			}),
			EXAMPLES,
		);
	});

	test('advances through any bytes in steps of one to four', () => {
		const one = { code: 0, length: 0 };
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
				let at = 0;
				while (at < bytes.length) {
					charset(name).decode(bytes, at, one);
					expect(one.length).toBeGreaterThan(0);
					at += one.length;
				}
				expect(at).toBe(bytes.length);
			}),
			EXAMPLES,
		);
	});

	test('synchronises from a place before any other', () => {
		const steps = (bytes: Uint8Array, from: number) => {
			const one = { code: 0, length: 0 };
			const seen = [];
			for (let at = from; at < bytes.length; at += one.length) {
				seen.push(at);
				charset(name).decode(bytes, at, one);
			}
			return seen;
		};
		const line = encode(`${sampleOf(name)}\n`.repeat(20), name);
		if (!line.ok) throw new Error(line.message);
		const all = steps(line.bytes, 0);
		for (let before = 0; before < line.bytes.length; before++) {
			const from = charset(name).stepBack(line.bytes, before);
			expect(from).toBeLessThanOrEqual(before);
			expect(steps(line.bytes, from).find((at) => at >= before)).toBe(all.find((at) => at >= before));
		}
	});
});

const MULTI_BYTE = ['gbk', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'] as const;
const BREAK = 0x0a;

test.each(MULTI_BYTE)('every pair of bytes of %s is what TextDecoder reads', (name) => {
	const bytes = Uint8Array.from(
		Array.from({ length: 0x7e * 0xcf }, (_, i) => [0x81 + Math.floor(i / 0xcf), 0x30 + (i % 0xcf), BREAK]).flat(),
	);
	const lines = (text: string) => text.split('\n');
	const read = lines(decodeText(bytes, charset(name)));
	// Not all decoders give the same number of U+FFFD for invalid bytes; four pairs of Big5 are two characters.
	const wanted = lines(new TextDecoder(name).decode(bytes));
	// Node reads the control character DEL of Shift_JIS as another one.
	const differing = wanted.filter(
		(line, i) => !['\ufffd', '\u001a', 'Ê', 'ê'].some((sign) => line.includes(sign)) && line !== read[i],
	);
	expect(differing).toEqual([]);
});

/** Control characters (SUB, FS, DEL) that Node reads as one another in Shift_JIS. */
const ROTATED: ReadonlySet<number> = new Set([0x1a, 0x1c, 0x7f]);

test.each(MULTI_BYTE)('every character that %s has is written as TextDecoder reads it', (name) => {
	const writer = new ByteWriter();
	let text = '';
	for (let code = 0; code < 0x11_000; code += byTier(3, 1)) {
		if (ROTATED.has(code)) continue;
		if ((code < 0xd800 || code > 0xdfff) && charset(name).encode(code, writer)) text += String.fromCodePoint(code);
	}
	expect(text.length).toBeGreaterThan(2000);
	expect(new TextDecoder(name, { ignoreBOM: true }).decode(writer.finish()) === text).toBe(true);
});

test('ISO-2022-JP is written with its escapes and read by Python, and its own text is read', () => {
	const written = encode('a世界b', 'iso-2022-jp');
	if (!written.ok) throw new Error(written.message);
	const program =
		"import sys; b = bytes.fromhex(sys.argv[1]); print(b.decode('iso-2022-jp'), sys.argv[2].encode('iso-2022-jp').hex())";
	const [text, hex = ''] = execFileSync('python3', ['-c', program, toHex(written.bytes), '漢字とascii'])
		.toString()
		.trim()
		.split(' ');
	expect(text).toBe('a世界b');
	expect(decodeText(Buffer.from(hex, 'hex'), charset('iso-2022-jp'))).toBe('漢字とascii');
});

describe('labels', () => {
	test('are those of the standard, as TextDecoder knows them', () => {
		for (const label of CHARSET_LABELS) {
			const name = charsetLabelled(label);
			const wanted = name === 'latin1' ? 'windows-1252' : name;
			expect([label, new TextDecoder(label).encoding]).toEqual([label, wanted]);
		}
		expect(CHARSET_LABELS).toHaveLength(222);
		expect(new Set(CHARSET_LABELS.map(charsetLabelled))).toEqual(new Set(CHARSETS));
	});

	test('are found in any case and with white space around them', () => {
		expect([' GB2312\n', 'Shift-JIS', 'ISO-8859-1'].map(charsetLabelled)).toEqual(['gbk', 'shift_jis', 'latin1']);
	});

	test('that are wrong get an error that offers near ones', () => {
		expect(charsetLabelFault('gbk')).toBeUndefined();
		expect(charsetLabelFault('gkb')?.message).toBe('There is no charset “gkb”. Did you mean gbk?');
		expect(charsetLabelFault('utf-9')?.message).toMatch(/^There is no charset “utf-9”. Did you mean utf-8 or /);
		expect(charsetLabelFault('klingon')?.message).toBe(
			'There is no charset “klingon”. Use a label of the Encoding Standard, such as utf-8, gbk, big5, shift_jis or latin1.',
		);
		expect(charsetLabelFault('hz-gb-2312')?.message).toMatch(/without a decoder/);
	});
});

test.each(CHARSETS)('text of %s that is cut anywhere is whole, and its last half is shown at the end', (name) => {
	const text = `${sampleOf(name)} ${name === 'iso-2022-jp' ? '世界' : ''}`;
	const written = encode(text, name);
	if (!written.ok) throw new Error(written.message);
	const show = (code: number, byte: number) => (code < 0 ? `<${byte}>` : String.fromCodePoint(code));
	for (let cut = 0; cut <= written.bytes.length; cut++) {
		const stream = new StreamText(charset(name), show);
		const first = stream.next(written.bytes.subarray(0, cut));
		expect(first).not.toContain('<');
		expect(first + stream.next(written.bytes.subarray(cut)) + stream.end()).toBe(text);
	}
	const half = new StreamText(charset(name), show);
	const shown = half.next(written.bytes.subarray(0, -1)) + half.end();
	expect(shown.replaceAll(/<\d+>/g, '')).toBe(text.slice(0, shown.replaceAll(/<\d+>/g, '').length));
});

test('a character outside the charset is a fault at its place', () => {
	expect(hexOf('price: 5 €', 'latin1')).toBe('9: “€” is not in latin1.');
	expect(hexOf('a\\u{4e16}', 'koi8-r', 'escaped')).toBe('1: “世” is not in koi8-r.');
});

test('line ends are characters, escaped bytes are not', () => {
	expect(hexOf('hi', 'utf-16le', 'text', 'crlf')).toBe('680069000d000a00');
	expect(hexOf('\\n\\x0a', 'utf-16be', 'escaped')).toBe('000a0a');
});

test('half of a surrogate pair in UTF-16 is two invalid bytes', () => {
	expect(decodeText(Uint8Array.of(0x00, 0xd8, 0x41, 0x00), charset('utf-16le'))).toBe('\ufffdA');
});

test('escaped text gives any bytes back, also where several byte sequences mean one character', () => {
	fc.assert(
		fc.property(fc.constantFrom(...CHARSETS), fc.uint8Array({ maxLength: 40 }), (name, bytes) => {
			const escaped = formatBytes(bytes, 'escaped', charset(name));
			expect(hexOf(escaped, name, 'escaped')).toBe(toHex(bytes));
		}),
		{ numRuns: byTier(500, 20_000), examples: [['shift_jis', Uint8Array.of(0xed, 0x40, 0xfa, 0x5c)]] },
	);
	expect(formatBytes(Uint8Array.of(0xed, 0x40, 0xfa, 0x5c), 'escaped', charset('shift_jis'))).toBe('\\xed\\x40纊');
});
