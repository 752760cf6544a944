import { create } from 'zustand';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { PlotState } from '../../../../common/contract/calls/figures/plot.ts';
import type { PlotMeasure } from '../../../../common/statistics/measures.ts';

/** A series as a person has set it up. */
export interface PlotSeries {
	readonly id: number;
	readonly measure: PlotMeasure;
	/** Of the measure `field`: its name, as a filter writes it. */
	readonly field?: string;
	/** Beside the filter of the log; empty for none. */
	readonly filter: string;
}

export const PLOT_FORMS = ['time', 'histogram'] as const;
export type PlotForm = (typeof PLOT_FORMS)[number];

interface Plot {
	readonly form: PlotForm;
	readonly series: readonly PlotSeries[];
	/** The latest, with the series that it is about; undefined until the host has reported one. */
	readonly drawn: { readonly state: PlotState; readonly series: readonly PlotSeries[] } | undefined;
	readonly error: Error | undefined;
	/** The column under the pointer or the cursor of the keyboard. */
	readonly cursor: number | undefined;
}

export const usePlot = create<Plot>()(() => ({
	form: 'time',
	series: [
		{ id: 1, measure: 'bytes', filter: 'dir:in' },
		{ id: 2, measure: 'bytes', filter: 'dir:out' },
	],
	drawn: undefined,
	error: undefined,
	cursor: undefined,
}));

export function canAdd({ series }: Plot): boolean {
	return series.length < LIMITS.plotSeries;
}

export function addSeries(): void {
	usePlot.setState(({ series }) => {
		const id = Math.max(0, ...series.map((one) => one.id)) + 1;
		return { series: [...series, { id, measure: 'size', filter: '' }] };
	});
}

/** Plots a decoded field: in a series of its own, of which the last makes room where there are too many. */
export function addField(field: string): void {
	usePlot.setState(({ series }) => {
		if (series.some((one) => one.measure === 'field' && one.field === field)) return {};
		const id = Math.max(0, ...series.map((one) => one.id)) + 1;
		return { series: [...series.slice(0, LIMITS.plotSeries - 1), { id, measure: 'field', field, filter: '' }] };
	});
}

export function changeSeries(id: number, change: Partial<Omit<PlotSeries, 'id'>>): void {
	usePlot.setState(({ series }) => ({ series: series.map((one) => (one.id === id ? { ...one, ...change } : one)) }));
}

export function removeSeries(id: number): void {
	usePlot.setState(({ series }) => ({ series: series.filter((one) => one.id !== id) }));
}
