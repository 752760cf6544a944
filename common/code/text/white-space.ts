/** Characters that `trim()` of JavaScript removes, by their code points, a row a line of a literal. */
export const WHITE_SPACE: readonly (readonly number[])[] = [
	[0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff],
	[0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a],
];

const NAMED: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 11: '\\v', 12: '\\f', 13: '\\r', 32: ' ' };

/** A row as Python and Go write it between quotation marks. */
export function escapedRow(row: readonly number[]): string {
	return row.map((code) => NAMED[code] ?? `\\u${code.toString(16).padStart(4, '0')}`).join('');
}
