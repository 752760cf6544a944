/** What a series of a plot shows of events as they are. */
export const PLOT_MEASURES = ['size', 'bytes', 'events', 'gap', 'answer'] as const;
/** The same, or the values of a decoded field. */
export const SERIES_MEASURES = [...PLOT_MEASURES, 'field'] as const;
export type PlotMeasure = (typeof SERIES_MEASURES)[number];

/** Measures whose values are added up, and shown a second. */
export function isRate(measure: PlotMeasure): boolean {
	return measure === 'bytes' || measure === 'events';
}
