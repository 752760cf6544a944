import type { AlignedData } from 'uplot';
import type { PlotState, PlottedSeries } from '../../../../common/contract/calls/figures/plot.ts';
import { isRate, type PlotMeasure } from '../../../../common/statistics/measures.ts';
import { bucketMiddle } from '../../../../common/statistics/spread.ts';
import { csvText, quoted } from './csv.ts';
import type { PlotForm, PlotSeries } from './store.ts';

/** What the values of a measure are: series of the same share an axis. */
export type Unit = 'bytes' | 'byteRate' | 'eventRate' | 'time' | 'number';

const UNITS: Readonly<Record<PlotMeasure, Unit>> = {
	size: 'bytes',
	bytes: 'byteRate',
	events: 'eventRate',
	gap: 'time',
	answer: 'time',
	field: 'number',
};

export function unitOf(measure: PlotMeasure): Unit {
	return UNITS[measure];
}

/** What the values of all these series are: plain numbers where they differ. */
export function sharedUnit(series: readonly PlotSeries[]): Unit {
	const [unit = 'bytes', ...others] = new Set(series.map(({ measure }) => unitOf(measure)));
	return others.length === 0 ? unit : 'number';
}

/** The values of a series: a rate in each column, else the mean, with the least and the greatest. */
interface Lines {
	readonly values: (number | null)[];
	readonly low: (number | null)[] | undefined;
	readonly high: (number | null)[] | undefined;
}

function linesOf({ count, sum, min, max }: PlottedSeries, measure: PlotMeasure, width: number): Lines {
	if (isRate(measure)) return { values: sum.map((value) => (value * 1e9) / width), low: undefined, high: undefined };
	const where = (cells: readonly number[]) => cells.map((value, i) => (count[i] === 0 ? null : value));
	return { values: sum.map((value, i) => (count[i] ? value / count[i] : null)), low: where(min), high: where(max) };
}

/** The middle of each column, in ns since the first event. */
function timesOf({ from, width, series }: PlotState): number[] {
	const columns = series[0]?.count.length ?? 0;
	return Array.from({ length: columns }, (_, i) => from + (i + 0.5) * width);
}

/** The values of all series as a histogram: those that stand for the buckets that any of them has, and the counts of each. */
function histogramOf({ series }: PlotState): { readonly middles: number[]; readonly counts: number[][] } {
	const places = series.map(({ spread }) => spread.values ?? spread.buckets.map(bucketMiddle));
	const middles = [...new Set(places.flat())].sort((a, b) => a - b);
	const counts = series.map(({ spread }, i) => {
		const known = new Map(places[i]?.map((place, at) => [place, spread.counts[at] ?? 0]));
		return middles.map((middle) => known.get(middle) ?? 0);
	});
	return { middles, counts };
}

/** What a plot draws and says: new data are converted once for both. */
export interface PlotData {
	/** On the axis. */
	readonly places: readonly number[];
	/** What each series has at each place. */
	readonly values: readonly (readonly (number | null)[])[];
	/** As uPlot draws them: the places, then each series with its greatest and least. */
	readonly drawn: AlignedData;
}

export function plotData(state: PlotState, series: readonly PlotSeries[], form: PlotForm): PlotData {
	if (form === 'histogram') {
		const { middles, counts } = histogramOf(state);
		return { places: middles, values: counts, drawn: [middles, ...counts] };
	}
	const places = timesOf(state);
	const lines = state.series.map((own, i) => linesOf(own, series[i]?.measure ?? 'size', state.width));
	const drawn = lines.flatMap(({ values, low, high }) =>
		low === undefined || high === undefined ? [values] : [values, high, low],
	);
	return { places, values: lines.map(({ values }) => values), drawn: [places, ...drawn] };
}

/** The plot as a table for programs: names of columns are the same in every language. Times in ns. */
export function plotCsv(state: PlotState, series: readonly PlotSeries[], form: PlotForm): string {
	const names = series.map(({ measure, field, filter }) =>
		[measure === 'field' ? field : measure, filter].filter((part) => part !== '').join(' '),
	);
	if (form === 'histogram') {
		const { middles, counts } = histogramOf(state);
		const rows = middles.map((middle, i) => [middle, ...counts.map((own) => own[i] ?? 0)]);
		return csvText([['value', ...names].map(quoted), ...rows]);
	}
	const lines = state.series.map((own, i) => linesOf(own, series[i]?.measure ?? 'size', state.width));
	const head = series.flatMap(({ measure }, i) => {
		const name = names[i] ?? '';
		return isRate(measure) ? [name] : [name, [name, 'min'].join(' '), [name, 'max'].join(' ')];
	});
	const rows = timesOf(state).map((time, i) => [
		time,
		...lines.flatMap(({ values, low, high }) => [
			values[i] ?? '',
			...(low === undefined ? [] : [low[i] ?? '']),
			...(high === undefined ? [] : [high[i] ?? '']),
		]),
	]);
	return csvText([['time', ...head].map(quoted), ...rows]);
}
