import { expect, it } from 'vitest';
import { selectionAfterKey } from './list-keys.ts';

/** Rows 100 to 999 are listed, 500 to 529 are visible. */
const view = { base: 100, end: 1000, page: 29, first: 500, last: 529 };

it.each([
	['ArrowDown', 510, 511],
	['ArrowUp', 510, 509],
	['PageDown', 510, 539],
	['PageUp', 510, 481],
	['Home', 510, 100],
	['End', 510, 999],
	['ArrowDown', 999, 999],
	['ArrowUp', 100, 100],
	['PageUp', 110, 100],
	['PageDown', 990, 999],
	['ArrowDown', undefined, 500],
	['ArrowUp', undefined, 529],
	['ArrowDown', 7, 500],
	['x', 510, undefined],
])('%s from %s moves to %s', (key, from, to) => {
	expect(selectionAfterKey(key, from, view)).toBe(to);
});

it('selects nothing where nothing is listed', () => {
	expect(selectionAfterKey('End', undefined, { ...view, end: 100 })).toBeUndefined();
});
