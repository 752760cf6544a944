import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { byTier } from '../tier.fixture.ts';
import { unicodeText } from '../unicode-text.fixture.ts';
import { charsetsBy, decodeText, encodeWritten, toHex } from './index.ts';
import { CHARSETS, type CharsetName } from './schema.ts';

const charset = charsetsBy((name) => {
	const decoder = new TextDecoder(name, { ignoreBOM: true });
	return (bytes) => decoder.decode(bytes);
});

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

/** Python's names for the same tables. */
const PYTHON: Readonly<Record<CharsetName, string>> = {
	'utf-8': 'utf-8',
	latin1: 'latin-1',
	'utf-16le': 'utf-16-le',
	'utf-16be': 'utf-16-be',
	'windows-1252': 'cp1252',
	'windows-1250': 'cp1250',
	'windows-1251': 'cp1251',
	'iso-8859-2': 'iso8859-2',
	'iso-8859-15': 'iso8859-15',
	'koi8-r': 'koi8-r',
	ibm866: 'cp866',
	macintosh: 'mac-roman',
	shift_jis: 'cp932',
	'euc-jp': 'euc-jp',
	gb18030: 'gb18030',
	big5: 'big5',
	'euc-kr': 'cp949',
};
/** Text that most programs encode the same way in the charset. */
const SAMPLES: Readonly<Record<CharsetName, string>> = {
	'utf-8': 'Grüße, 世界 😀',
	latin1: 'Grüße, ÿ£',
	'utf-16le': 'Grüße, 世界 😀',
	'utf-16be': 'Grüße, 世界 😀',
	'windows-1252': 'Grüße “quoted” €',
	'windows-1250': 'Žluťoučký kůň €',
	'windows-1251': 'Привет, мир',
	'iso-8859-2': 'Žluťoučký kůň',
	'iso-8859-15': 'Œuvre à 5 €',
	'koi8-r': 'Привет, мир',
	ibm866: 'Привет, мир',
	macintosh: 'Grüße, ƒ',
	shift_jis: 'こんにちは、世界。ｶﾅ①',
	'euc-jp': 'こんにちは、世界。',
	gb18030: '你好，世界 € 𠀀 ê',
	big5: '你好，世界',
	'euc-kr': '안녕하세요 세계',
};

/** Python's encoding of the samples, in the order of the charsets, as hex. */
let written: readonly string[] = [];
beforeAll(() => {
	const program = 'import sys; [print(t.encode(c).hex()) for t, c in zip(sys.argv[1::2], sys.argv[2::2])]';
	const samples = CHARSETS.flatMap((name) => [SAMPLES[name], PYTHON[name]]);
	written = execFileSync('python3', ['-c', program, ...samples])
		.toString()
		.trim()
		.split('\n');
});
/** Number of examples of a property: the tables are the same for all of them. */
const EXAMPLES = { numRuns: byTier(25, 100) };

describe.each(CHARSETS)('%s', (name) => {
	test('encodes as Python does, and decodes it again', () => {
		const text = SAMPLES[name];
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
		const line = encode(`${SAMPLES[name]}\n`.repeat(20), name);
		if (!line.ok) throw new Error(line.message);
		const all = steps(line.bytes, 0);
		for (let before = 0; before < line.bytes.length; before++) {
			const from = charset(name).stepBack(line.bytes, before);
			expect(from).toBeLessThanOrEqual(before);
			expect(steps(line.bytes, from).find((at) => at >= before)).toBe(all.find((at) => at >= before));
		}
	});
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
