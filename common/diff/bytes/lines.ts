import { toAscii, toHex } from '../../payload/index.ts';
import { cellsOf, padCells } from '../../words/locale/cells.ts';
import { type ByteComparison, isDifference } from './bytes.ts';
import { type CellSlice, Cells } from './cells.ts';

/** Cells of a line, and lines of an excerpt. */
const WIDTH = 16;
const LINES = 4;

/** Two byte strings beside each other, with the names that their lines begin with. */
export interface Sides {
	readonly a: { readonly name: string; readonly bytes: Uint8Array };
	readonly b: { readonly name: string; readonly bytes: Uint8Array };
	/** Offset of their first bytes in the whole, for the lines' labels. */
	readonly aAt?: number;
	readonly bAt?: number;
}

/** What each sign under a byte means. */
const SIGNS = { same: '  ', changed: '^^', missing: '--', extra: '++', ignored: '~~' } as const;

/**
 * The lines around the first difference: both sides in hex and ASCII, equal bytes above each other, with a sign under each byte
 * that differs (`^^`), that only the first (`--`) or only the second has (`++`), or that is ignored (`~~`). Empty if they are equal.
 */
export function differenceExcerpt({ runs }: ByteComparison, { a, b, aAt = 0, bAt = 0 }: Sides): string[] {
	const first = runs.findIndex(isDifference);
	if (first < 0) return [];
	const cells = new Cells(runs);
	const at = cells.startOf(first);
	const start = at - (at % WIDTH);
	const names = Math.max(cellsOf(a.name), cellsOf(b.name));
	const lines: string[] = [];
	for (let from = start; from < Math.min(cells.total, start + LINES * WIDTH); from += WIDTH) {
		const slices = cells.slices(from, from + WIDTH);
		const row = (side: 'a' | 'b', { name, bytes }: Sides['a'], base: number): string => {
			const offset = (base + (slices[0]?.[side].from ?? 0)).toString(16).padStart(4, '0');
			const hex = slices.map((slice) => cellText(slice, side, bytes, hexCells)).join('');
			const ascii = slices.map((slice) => cellText(slice, side, bytes, toAscii)).join('');
			return `${padCells(name, names)} ${offset}  ${hex.padEnd(WIDTH * 3)} ${ascii}`.trimEnd();
		};
		lines.push(row('a', a, aAt), row('b', b, bAt));
		const signs = slices
			.map(({ kind, width }) => `${SIGNS[kind]} `.repeat(width))
			.join('')
			.trimEnd();
		if (signs !== '') lines.push(`${' '.repeat(names + 7)}${signs}`);
	}
	return lines;
}

function hexCells(bytes: Uint8Array): string {
	return bytes.length === 0 ? '' : `${toHex(bytes, ' ')} `;
}

/** The bytes of a side in a slice, padded to its width. */
function cellText(slice: CellSlice, side: 'a' | 'b', bytes: Uint8Array, form: (bytes: Uint8Array) => string): string {
	const { from, end } = slice[side];
	const perCell = form === hexCells ? 3 : 1;
	return form(bytes.subarray(from, end)).padEnd(slice.width * perCell);
}
