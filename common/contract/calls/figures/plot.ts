import { z } from 'zod';
import { SERIES_MEASURES } from '../../../statistics/measures.ts';
import { errorInfoSchema } from '../../base/error-info.ts';
import { LIMITS } from '../../base/limits.ts';
import { stateTopic } from '../../base/table.ts';
import { captureIdSchema, filterSchema } from '../capture.ts';
import { timeRangeSchema } from './timeline.ts';

const numbers = z.array(z.number());

const plottedSeriesSchema = z.object({
	/** For each column: how many values it has, their sum, the least and the greatest; 0 for a column without values. */
	count: numbers,
	sum: numbers,
	min: numbers,
	max: numbers,
	/** Of all these values: the buckets that have some (common/statistics/spread.ts), in order, and how many. */
	/** Of a field: numbers of other buckets (signedBucketOf), and the least value in each. */
	spread: z.object({ buckets: numbers, counts: numbers, values: numbers.optional() }),
});
export type PlottedSeries = z.infer<typeof plottedSeriesSchema>;

export const plotStateSchema = z.object({
	/** Nanoseconds from the first event to just after the latest; 0 without events. */
	span: z.number(),
	/** Where the first column begins, ns since the first event, and the nanoseconds of each: a power of two. */
	from: z.number(),
	width: z.number(),
	/** In the order of the query. */
	series: z.array(plottedSeriesSchema),
	/** Events scanned for all series, of those stored; fewer while the scan runs. */
	scanned: z.number(),
	stored: z.number(),
	/** Why the scan stopped, if reading failed. */
	error: errorInfoSchema.optional(),
});
export type PlotState = z.infer<typeof plotStateSchema>;

const seriesSchema = z.object({
	/** Left out: all events. */
	filter: filterSchema.optional(),
	measure: z.enum(SERIES_MEASURES),
	/** Of the measure `field`: its name, as a filter writes it. What is no name of a field has no values. */
	field: z.string().max(LIMITS.filterChars).optional(),
});

const plotQuerySchema = z.object({
	/** Left out: the whole capture, as it grows. */
	range: timeRangeSchema.optional(),
	/** Columns at most; there are at least a quarter as many, unless one is a nanosecond. */
	columns: z.number().int().min(4).max(LIMITS.plotColumns),
	series: z.array(seriesSchema).min(1).max(LIMITS.plotSeries),
});
export type PlotQuery = z.infer<typeof plotQuerySchema>;

export const plotTopics = {
	/**
	 * Values of events in columns of time. `size`: bytes of each data event; `bytes` and `events`: sums, for rates; `gap`: ns
	 * since the data event before it in the series; `answer`: ns from a request to its answer, as captureStatistics pairs
	 * them; `field`: each number that a decoded field says, and 1 and 0 for yes and no. Deltas follow about ten times a second at most.
	 */
	capturePlot: stateTopic(plotQuerySchema.extend({ capture: captureIdSchema }), plotStateSchema),
} as const;
