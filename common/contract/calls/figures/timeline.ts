import { z } from 'zod';
import { errorInfoSchema } from '../../base/error-info.ts';
import { INPUT_SENTENCES } from '../../base/input-sentences.ts';
import { LIMITS } from '../../base/limits.ts';
import { stateTopic } from '../../base/table.ts';
import { captureIdSchema } from '../capture.ts';

/** A time of the capture: nanoseconds since its first event, as the filter's `time` counts them. */
const offsetSchema = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** From, and up to but without. */
export const timeRangeSchema = z
	.object({ from: offsetSchema, to: offsetSchema })
	.refine(({ from, to }) => from < to, { path: ['to'], message: INPUT_SENTENCES.emptyRange });

const counts = z.array(z.number());

/** One number per bucket. Every event is counted in exactly one of `eventsIn`, `eventsOut` and `eventsNone`, by its direction. */
export const timelineFiguresSchema = z.object({
	/** Payload bytes. */
	bytesIn: counts,
	bytesOut: counts,
	eventsIn: counts,
	eventsOut: counts,
	eventsNone: counts,
	/** Number of these events that are an `error` or a `reset`. */
	errors: counts,
});
export type TimelineFigures = z.infer<typeof timelineFiguresSchema>;

export const timelineStateSchema = z.object({
	/** Wall clock of the capture's first event, nanoseconds since 1970; absent without events. */
	begin: z.bigint().optional(),
	/** Nanoseconds from the first event to just after the latest; 0 without events. */
	span: z.number(),
	/** Where the first bucket begins. */
	from: z.number(),
	/** Nanoseconds per bucket: a power of two. Every bucket begins at a multiple of it. */
	width: z.number(),
	total: timelineFiguresSchema,
	/** With `split`: the endpoints with the most bytes (then events) among these buckets, the largest first. */
	endpoints: z.array(z.object({ name: z.string(), figures: timelineFiguresSchema })),
	/** With `split`: all other endpoints together, if there are any. */
	others: timelineFiguresSchema.optional(),
	/** Events scanned, of those stored; fewer while the scan runs. */
	scanned: z.number(),
	stored: z.number(),
	/** Why the scan stopped, if reading failed. */
	error: errorInfoSchema.optional(),
});
export type TimelineState = z.infer<typeof timelineStateSchema>;

const timelineQuerySchema = z.object({
	/** Left out: the whole capture, as it grows. */
	range: timeRangeSchema.optional(),
	/** Buckets at most; there are at least a quarter as many, unless one is a nanosecond. */
	buckets: z.number().int().min(4).max(LIMITS.timelineBuckets),
	split: z.boolean().default(false),
});
export type TimelineQuery = z.infer<typeof timelineQuerySchema>;

export const timelineTopics = {
	/**
	 * Events and bytes per time bucket. Buckets cover the range, extended at both ends to a multiple of their width. The
	 * first snapshot may be empty; deltas follow about five times a second at most, until all is scanned, and then as the
	 * capture grows. An event with a time before the first one's (the clock was set back) counts at the start.
	 */
	captureTimeline: stateTopic(timelineQuerySchema.extend({ capture: captureIdSchema }), timelineStateSchema),
} as const;
