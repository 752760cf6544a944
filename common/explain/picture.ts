import type { Explain } from '../words/load-explain.ts';

/** Who an end of a picture is, in the catalogue. */
export type PictureEnd = keyof Explain['headings']['ends'];

/** One line of a picture, in the order of time. Its texts are names and bytes, the same in every language. */
export interface PictureRow {
	/** What the end calls, or the state that it is in. */
	readonly left?: string;
	readonly right?: string;
	/** A segment or datagram between the two; to both ends when two cross. */
	readonly arrow?: { readonly to: 'left' | 'right' | 'both'; readonly label: string; readonly lost?: true };
}

/** What two ends do and send to each other. */
export interface Picture {
	readonly ends: readonly [left: PictureEnd, right: PictureEnd];
	readonly rows: readonly PictureRow[];
}

/** What a row's arrow is for who reads it rather than sees it. */
export function arrowText({ to, label, lost }: NonNullable<PictureRow['arrow']>, lostWord: string): string {
	const sign = { left: '←', right: '→', both: '↔' }[to];
	return lost ? `${sign} ${label} (${lostWord})` : `${sign} ${label}`;
}

/** Columns of a terminal that a text takes: Chinese characters take two. */
function columns(text: string): number {
	return [...text].reduce((sum, character) => sum + (/[⺀-鿿豈-﫿＀-｠]/u.test(character) ? 2 : 1), 0);
}

function padded(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - columns(text)));
}

/** A line with a head at the end that it goes to, and the label in the middle. */
function drawn({ to, label, lost }: NonNullable<PictureRow['arrow']>, width: number): string {
	const rest = width - columns(label) - 4;
	const before = '─'.repeat(Math.ceil(rest / 2));
	const after = '─'.repeat(Math.floor(rest / 2));
	const head = lost ? '×' : undefined;
	const left = to === 'right' ? '─' : (head ?? '◀');
	const right = to === 'left' ? '─' : (head ?? '▶');
	return `${left}${before} ${label} ${after}${right}`;
}

/** A picture in lines of text of equal width parts, for a terminal. */
export function drawnPicture({ ends, rows }: Picture, words: Explain['headings']): string[] {
	const [left, right] = [words.ends[ends[0]], words.ends[ends[1]]];
	const leftWidth = Math.max(columns(left), ...rows.map((row) => columns(row.left ?? '')));
	const arrowWidth = 10 + Math.max(0, ...rows.map(({ arrow }) => columns(arrow?.label ?? '')));
	const line = (first: string, middle: string, last: string) =>
		`${padded(first, leftWidth)}  ${padded(middle, arrowWidth)}  ${last}`.trimEnd();
	return [
		line(left, '', right),
		...rows.map(({ left: first = '', arrow, right: last = '' }) =>
			line(first, arrow === undefined ? '' : drawn(arrow, arrowWidth), last),
		),
	];
}
