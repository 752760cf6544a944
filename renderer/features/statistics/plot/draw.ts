import uPlot, { type AlignedData, type Axis, type Band, type Options, type Scale, type Series } from 'uplot';
import { isRate } from '../../../../common/statistics/measures.ts';
import { formatBytes, formatCount, formatNumber, formatRate, formatShort } from '../../../app/shared/format.ts';
import { words } from '../../../words/index.ts';
import { sharedUnit, type Unit, unitOf } from './data.ts';
import { dashOf, type Look, strokeOf } from './look.ts';
import type { PlotForm, PlotSeries } from './store.ts';
import { timeText } from './time-text.ts';

/** Opacity of the shade from the least to the greatest value, for a colour as #rrggbb. */
const SHADE = '2e';

export interface Drawing {
	readonly series: readonly PlotSeries[];
	readonly form: PlotForm;
	readonly data: AlignedData;
}

/** The value of an axis or of a place in words. */
export function valueText(value: number, unit: Unit | 'count'): string {
	if (unit === 'bytes') return formatBytes(value);
	if (unit === 'byteRate') return formatRate(value);
	if (unit === 'eventRate') return words().timeline.perSecond(formatShort(value));
	if (unit === 'number') return formatNumber(value);
	return unit === 'time' ? timeText(value) : formatCount(value);
}

/** What changes the structure of a plot: another one has to be made. */
export function structureOf({ series, form }: Pick<Drawing, 'series' | 'form'>): string {
	return JSON.stringify([form, series.map(({ measure, field }) => [measure, field])]);
}

interface Handlers {
	readonly onCursor: (column: number | undefined) => void;
	/** Places on the axis, of a drag. */
	readonly onSelect: (from: number, to: number) => void;
}

interface Size {
	readonly width: number;
	readonly height: number;
}

/** Fields may have values below 0; all else begins there. */
function rangeOf(unit: Unit | 'count'): Scale.Range {
	const max = { pad: 0.1 };
	return unit === 'number' ? { min: { pad: 0.1, soft: 0, mode: 3 }, max } : { min: { hard: 0, pad: 0 }, max };
}

/** A plot in an element. */
export function makePlot(
	{ series, form, data }: Drawing,
	look: Look,
	size: Size,
	element: HTMLElement,
	on: Handlers,
): uPlot {
	const isTime = form === 'time';
	const units: (Unit | 'count')[] = isTime ? [...new Set(series.map(({ measure }) => unitOf(measure)))] : ['count'];
	const valueUnit = sharedUnit(series);
	const drawn: Series[] = [{}];
	const bands: Band[] = [];
	for (const [i, { measure }] of series.entries()) {
		const stroke = strokeOf(look, i);
		const dash = [...dashOf(i)];
		const scale = isTime ? unitOf(measure) : 'count';
		// Columns without values have no mean: the line goes on to the next one, and a lone value is a point.
		const isMean = isTime && !isRate(measure);
		const points = isMean ? { size: 4 } : { show: !isTime, size: 4 };
		drawn.push({ stroke, width: 1.5, dash, scale, points, spanGaps: isMean });
		if (!isMean) continue;
		const edge: Series = { stroke, width: 0, scale, points: { show: false }, spanGaps: true };
		drawn.push(edge, edge);
		bands.push({ series: [drawn.length - 2, drawn.length - 1], fill: `${stroke}${SHADE}` });
	}
	const shared: Axis = {
		stroke: look.text,
		font: look.font,
		grid: { stroke: look.line, width: 1 },
		ticks: { show: false },
	};
	const options: Options = {
		...size,
		legend: { show: false },
		cursor: { drag: { x: isTime, y: false, setScale: false }, points: { size: 6 } },
		scales: {
			// Values of fields may be 0 and below, which a logarithm has no place for.
			x: { time: false, ...(isTime || series.some(({ measure }) => measure === 'field') ? {} : { distr: 3 }) },
			...Object.fromEntries(units.map((unit) => [unit, { range: rangeOf(unit) }])),
		},
		axes: [
			{
				...shared,
				values: (_plot, at) => at.map((value) => (isTime ? `+${timeText(value)}` : valueText(value, valueUnit))),
			},
			...units.map(
				(unit, i): Axis => ({
					...shared,
					scale: unit,
					side: i % 2 === 0 ? 3 : 1,
					size: 84,
					grid: { ...shared.grid, show: i === 0 },
					values: (_plot, at) => at.map((value) => valueText(value, unit)),
				}),
			),
		],
		series: drawn,
		bands,
		hooks: {
			setCursor: [
				({ cursor }) => {
					// New data and new sizes say nothing of a pointer: the cursor of the keyboard stays.
					if (cursor.idx !== undefined && cursor.idx !== null) on.onCursor(cursor.idx);
					else if (cursor.event !== undefined && cursor.event !== null) on.onCursor(undefined);
				},
			],
			setSelect: [
				(plot) => {
					const { left, width } = plot.select;
					if (width > 2) on.onSelect(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
					plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
				},
			],
		},
	};
	return new uPlot(options, data, element);
}
