import { type Column, type ColumnName, factsOf, isOfRows, isWanted } from './columns.ts';

/** px between columns, and before the first and after the last; the same as in log.css. */
const GAP = 8;
const AROUND = 20;
/** Left out where there is no room, in this order, unless a person has shown them. */
const FIRST_TO_GO: readonly ColumnName[] = [
	'duration',
	'delta',
	'reads',
	'message',
	'connection',
	'kind',
	'length',
	'endpoint',
];
/** Bytes of a preview that shows bytes and text, where it is narrow and where it is wide. */
const HEX_BYTES = { narrow: 8, wide: 16, from: 90 } as const;

/** px of a column at least, also when a person resizes it. */
export const LEAST_WIDTH = 20;

export interface Layout {
	/** The visible columns, in order. */
	readonly names: readonly ColumnName[];
	/** For `grid-template-columns`. */
	readonly template: string;
	/** px of a row: at least the width of the view. */
	readonly width: number;
	/** px by column. */
	readonly widths: ReadonlyMap<ColumnName, number>;
	/** Bytes of a preview of bytes and text that are shown as hex. */
	readonly hexBytes: number;
}

/** px that a column has where there is room, and at least. */
function widthsOf({ name, width }: Column, character: number): { usual: number; least: number } {
	const { characters, least = characters } = factsOf(name);
	const px = (count: number) => Math.ceil(count * character);
	return name === 'preview' || width === null
		? { usual: px(characters), least: px(least) }
		: { usual: width, least: width };
}

/**
 * Places the columns in `available` px, where a character of the monospace face is `character` px wide. The preview has
 * what is left and at least 40 characters: columns that nobody has chosen give way, then the rows are wider than the view.
 * `ofMessages`: the rows may be messages, which have columns of their own.
 */
export function layOut(columns: readonly Column[], available: number, character: number, ofMessages = false): Layout {
	const sum = (some: readonly Column[], which: 'usual' | 'least') =>
		some.reduce((total, column) => total + widthsOf(column, character)[which] + GAP, AROUND - GAP);
	let shown = columns.filter((column) => isWanted(column) && isOfRows(column, ofMessages));
	for (const name of FIRST_TO_GO) {
		if (sum(shown, 'least') <= available) break;
		shown = shown.filter((column) => column.name !== name || column.shown === true);
	}
	const width = Math.max(available, sum(shown, 'least'));
	const narrow = Math.max(0, sum(shown, 'usual') - width);
	const widths = new Map<ColumnName, number>();
	for (const column of shown) {
		const { usual, least } = widthsOf(column, character);
		widths.set(column.name, Math.max(least, usual - narrow));
	}
	const left = width - shown.reduce((total, { name }) => total + (widths.get(name) ?? 0) + GAP, AROUND - GAP);
	const preview = widths.get('preview');
	if (preview !== undefined) widths.set('preview', preview + left);
	const template = shown.map(({ name }) => (name === 'preview' ? 'minmax(0, 1fr)' : `${widths.get(name) ?? 0}px`));
	return {
		names: shown.map(({ name }) => name),
		template: [...template, ...(preview === undefined ? ['minmax(0, 1fr)'] : [])].join(' '),
		width,
		widths,
		hexBytes: (preview ?? 0) + left >= HEX_BYTES.from * character ? HEX_BYTES.wide : HEX_BYTES.narrow,
	};
}
