/** What a series of a plot shows of events. */
export const PLOT_MEASURES = ['size', 'bytes', 'events', 'gap', 'answer'] as const;
export type PlotMeasure = (typeof PLOT_MEASURES)[number];

/** Measures whose values are added up, and shown a second. */
export function isRate(measure: PlotMeasure): boolean {
	return measure === 'bytes' || measure === 'events';
}
