import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TerminalText } from './terminal-text.ts';
import { visibleJson, visibleLine } from './visible.ts';

/** Terminal commands and invisible characters. Written independently of the code under test. */
const DECEIVES = [
	...Array.from({ length: 0x20 }, (_, code) => code),
	...Array.from({ length: 0x21 }, (_, at) => 0x7f + at),
	...[
		0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x180b, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029,
	],
	...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2063, 0x2066, 0x2067, 0x2068, 0x2069, 0x206a, 0x206f, 0x2800],
	...[
		0x3164, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfe00, 0xfeff, 0xffa0, 0xfff9, 0xfffb, 0xfffe, 0x1d173, 0xe0001, 0xe007f,
	],
	...[0xe0100, 0xe01ef],
];
const deceives = (text: string) => [...text].some((character) => DECEIVES.includes(character.codePointAt(0) ?? -1));
const anything = fc.string({
	unit: fc.oneof(
		fc.constantFrom(...DECEIVES).map((code) => String.fromCodePoint(code)),
		fc.string(),
	),
});

describe('a line of foreign text', () => {
	it.each(DECEIVES)('shows U+%x as a sign', (code) => {
		expect(visibleLine(`a${String.fromCodePoint(code)}b`)).toMatch(/^a\\(?:[0tnre]|x[0-9a-f]{2}|u\{[0-9a-f]+\})b$/);
	});

	it('keeps visible characters: other scripts, wide blanks, emoji with their form', () => {
		const text = 'grüß 漢字\u3000かな עברית العربية ❤️ 👍🏽 e\u0301';
		expect(visibleLine(text)).toBe(text);
	});

	it('leaves nothing deceptive, and is idempotent', () => {
		fc.assert(
			fc.property(anything, (text) => {
				const shown = visibleLine(text);
				expect(deceives(shown)).toBe(false);
				expect(visibleLine(shown)).toBe(shown);
			}),
		);
	});
});

describe('JSON for a terminal', () => {
	it('leaves nothing deceptive, and parses to the same value', () => {
		fc.assert(
			fc.property(anything, (text) => {
				const shown = visibleJson(JSON.stringify({ [text]: text }));
				expect(deceives(shown)).toBe(false);
				expect(JSON.parse(shown)).toEqual({ [text]: text });
				expect(visibleLine(shown)).toBe(shown);
			}),
		);
	});
});

describe('bytes on a terminal', () => {
	it('keep line breaks and tabs, and send no terminal commands', () => {
		const bytes = new TextEncoder().encode('HTTP/1.1 200 OK\r\n\tx\x1b]0;title\x07\ra\u009b2J\u202e漢\r');
		const text = new TerminalText();
		expect(text.show(bytes) + text.show(Uint8Array.of(0xff, 0xe6), true)).toBe(
			'HTTP/1.1 200 OK\n\tx\\e]0;title\\x07\\ra\\u{9b}2J\\u{202e}漢\\r\\xff\\xe6',
		);
	});

	it('are the same however they are split', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.uint8Array(),
					anything.map((text) => new TextEncoder().encode(text)),
				),
				fc.nat(),
				(bytes, cut) => {
					const at = cut % (bytes.length + 1);
					const parts = new TerminalText();
					const inParts = parts.show(bytes.subarray(0, at)) + parts.show(bytes.subarray(at), true);
					expect(inParts).toBe(new TerminalText().show(bytes, true));
					expect(deceives(inParts.replaceAll(/[\n\t]/g, ''))).toBe(false);
				},
			),
		);
	});
});
