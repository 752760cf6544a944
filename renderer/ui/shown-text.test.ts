import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unicodeText } from '../../common/unicode-text.fixture.ts';
import { fromShown, shownLineEnd, shownOffset, toShown } from './shown-text.ts';

const anyText = fc.oneof(
	unicodeText(),
	fc.string({ unit: fc.constantFrom('\r', '\n', '\0', '\t', '\x7f', '␍', '␀', '␡', '\u2063', 'a') }),
);

test('any text survives, and a text area preserves its shown form', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const shown = toShown(text);
			expect(fromShown(shown)).toBe(text);
			// HTML: the value of a text area has no CR.
			expect(shown).not.toMatch(/\r/);
		}),
		{ numRuns: 2000 },
	);
});

test('line ends and hidden characters show at their places', () => {
	expect(toShown('GET /\r\n\r\na\rb\n\tc\0\x1b')).toBe('GET /␍\n␍\na␍b\n\tc␀␛');
	expect(toShown('plain\n')).toBe('plain\n');
	expect(shownOffset('␍\r\nx', 3)).toBe(4);
});

test('a new line ends as the others do', () => {
	expect(shownLineEnd(toShown('a\r\nb'))).toBe('␍\n');
	expect(shownLineEnd(toShown('a\r\nb\n'))).toBe('\n');
	expect(shownLineEnd('')).toBe('\n');
});
