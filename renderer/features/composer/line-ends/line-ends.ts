import type { LineEnding } from '../../../../common/payload/schema.ts';

export type LineEnd = Exclude<LineEnding, 'none'>;

/** How many line ends of each kind a text has. */
export type LineEndCounts = Readonly<Record<LineEnd, number>>;

/** In the order in which they are named. */
export const LINE_ENDS: readonly LineEnd[] = ['lf', 'crlf', 'cr'];
export const LINE_END_NAMES: Readonly<Record<LineEnd, string>> = { lf: 'LF', crlf: 'CR LF', cr: 'CR' };

const ANY = /\r\n|\r|\n/g;
const KIND: Readonly<Record<string, LineEnd>> = { '\n': 'lf', '\r\n': 'crlf', '\r': 'cr' };
const CHARACTERS: Readonly<Record<LineEnd, string>> = { lf: '\n', crlf: '\r\n', cr: '\r' };

export function countLineEnds(text: string): LineEndCounts {
	const counts = { lf: 0, crlf: 0, cr: 0 };
	for (const [end] of text.matchAll(ANY)) {
		const kind = KIND[end];
		if (kind !== undefined) counts[kind] += 1;
	}
	return counts;
}

/** The text with every line end of one kind. */
export function withLineEnds(text: string, end: LineEnd): string {
	return text.replace(ANY, CHARACTERS[end]);
}
