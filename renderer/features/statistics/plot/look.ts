/** Colours of series, in their order: variables of the theme. */
const COLOURS = ['--in', '--out', '--accent', '--warn', '--error', '--fg', '--fg-muted', '--line-strong'] as const;
/** Dashes, so that series differ without colours. px of line and gap. */
const DASHES: readonly (readonly number[])[] = [
	[],
	[8, 4],
	[2, 3],
	[10, 3, 2, 3],
	[4, 4],
	[12, 6],
	[1, 4],
	[6, 2, 1, 2, 1, 2],
];

/** The colours of the present theme. */
export interface Look {
	readonly series: readonly string[];
	readonly line: string;
	readonly text: string;
	readonly ground: string;
	readonly font: string;
}

export function lookOf(element: Element): Look {
	const style = getComputedStyle(element);
	const of = (name: string) => style.getPropertyValue(name).trim();
	return {
		series: COLOURS.map(of),
		line: of('--line'),
		text: of('--fg-muted'),
		ground: of('--bg'),
		font: `11px ${style.fontFamily}`,
	};
}

/** The variable of the colour of series number `i`, its colour in a theme, and its dash. */
export function colourVariable(i: number): string {
	return COLOURS[i % COLOURS.length] ?? '--fg';
}

export function strokeOf({ series, text }: Look, i: number): string {
	return series[i % series.length] ?? text;
}

export function dashOf(i: number): readonly number[] {
	return DASHES[i % DASHES.length] ?? [];
}
