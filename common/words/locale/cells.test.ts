import { expect, test } from 'vitest';
import { cellsOf, padCells } from './cells.ts';

test('a Chinese character takes two cells, also one outside the Basic Multilingual Plane', () => {
	expect(cellsOf('port 端口（UDP）')).toBe(5 + 4 + 2 + 3 + 2);
	expect(cellsOf('𠮷')).toBe(2);
	expect(cellsOf('naïve → “x”')).toBe(11);
});

test('a text is padded to so many cells, and never cut', () => {
	expect(['预期', 'got', '实际收到'].map((text) => padCells(text, 6))).toEqual(['预期  ', 'got   ', '实际收到']);
});
