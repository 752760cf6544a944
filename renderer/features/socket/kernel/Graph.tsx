import { useDialogWords } from '../../../words/dialogs.ts';

/** The size of a graph in its own units; it is stretched to its place. */
const WIDTH = 600;
const HEIGHT = 100;

export interface GraphLine {
	readonly key: string;
	readonly name: string;
	/** One for each reading; undefined where it has none. */
	readonly values: readonly (number | undefined)[];
}

interface GraphProps {
	readonly title: string;
	/** Milliseconds since 1970 of each reading. */
	readonly times: readonly number[];
	readonly lines: readonly GraphLine[];
	readonly format: (value: number) => string;
}

/** Values of the readings over time, from 0 to the largest. */
export function Graph({ title, times, lines, format }: GraphProps) {
	const { kernelView: words } = useDialogWords();
	const drawn = lines.filter(({ values }) => values.some((value) => value !== undefined));
	const [first = 0] = times;
	const span = Math.max(1, (times.at(-1) ?? 0) - first);
	const most = Math.max(...drawn.flatMap(({ values }) => values.map((value) => value ?? 0)), 0);
	if (drawn.length === 0) return null;
	const now = drawn.map(({ name, values }) => {
		const last = values.at(-1);
		return drawn.length === 1 ? format(last ?? 0) : `${name} ${format(last ?? 0)}`;
	});
	const seconds = Math.round(span / 1000);
	const place = (value: number, at: number) => {
		const x = (((times[at] ?? first) - first) / span) * WIDTH;
		return `${x.toFixed(1)},${(HEIGHT - (value / Math.max(1e-9, most)) * HEIGHT).toFixed(1)}`;
	};
	return (
		<figure className="kernel-graph">
			<figcaption>
				<b>{title}</b>
				{drawn.map(({ key, name }, at) => (
					<span key={key} className={`kernel-key kernel-line-${at}`}>
						{drawn.length === 1 ? now[at] : `${name} ${format(drawn[at]?.values.at(-1) ?? 0)}`}
					</span>
				))}
				<span className="kernel-most">{words.atMost(format(most))}</span>
			</figcaption>
			<svg
				viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`}
				preserveAspectRatio="none"
				role="img"
				aria-label={words.graph(title, now.join(', '), seconds)}
			>
				{drawn.map(({ key, values }, at) => (
					<polyline
						key={key}
						className={`kernel-line-${at}`}
						vectorEffect="non-scaling-stroke"
						points={values.map((value, n) => (value === undefined ? '' : place(value, n))).join(' ')}
					/>
				))}
			</svg>
			<div className="kernel-span">{words.lastSeconds(seconds)}</div>
		</figure>
	);
}
