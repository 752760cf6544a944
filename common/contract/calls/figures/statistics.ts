import { z } from 'zod';
import { DIRECTIONS, EVENT_KINDS } from '../../../capture/event.ts';
import { STATISTIC_COLUMNS, STATISTIC_GROUPS, TRANSPORTS } from '../../../statistics/columns.ts';
import { connectionIdSchema } from '../../base/address.ts';
import { errorInfoSchema } from '../../base/error-info.ts';
import { LIMITS } from '../../base/limits.ts';
import { stateTopic } from '../../base/table.ts';
import { captureIdSchema, filterSchema } from '../capture.ts';

/** Times in ns from a request, its last chunk, to the first data in the other direction after it. */
const answersSchema = z.object({
	count: z.number(),
	mean: z.number(),
	/** Half, nine tenths and 99 of 100 took at most this long, to 1/32 of it. */
	p50: z.number(),
	p90: z.number(),
	p99: z.number(),
	max: z.number(),
});

export const statisticFiguresSchema = z.object({
	events: z.number(),
	/** Events of the kind `data`. */
	messages: z.number(),
	/** Payload bytes. */
	bytesIn: z.number(),
	bytesOut: z.number(),
	/** Events of the kinds `error` and `reset`. */
	errors: z.number(),
	/** Time of the first of them, ns since the first event of the capture. Absent without events. */
	first: z.number().optional(),
	/** Nanoseconds from the first to the last of them. */
	duration: z.number(),
	/** Bytes and events in a second on average, from the first to the last; absent where that is no time. */
	byteRate: z.number().optional(),
	eventRate: z.number().optional(),
	/** The most bytes and events in one second of the capture, counted from its first event. */
	peakBytes: z.number(),
	peakEvents: z.number(),
	/** Absent where nothing was answered. */
	answers: answersSchema.optional(),
});
export type StatisticFigures = z.infer<typeof statisticFiguresSchema>;

/** Whose figures they are. */
const statisticSubjectSchema = z.discriminatedUnion('by', [
	z.object({ by: z.literal('endpoint'), name: z.string() }),
	z.object({
		by: z.literal('connection'),
		id: connectionIdSchema,
		endpoint: z.string(),
		protocol: z.enum(TRANSPORTS),
		/** Empty where the capture does not say. */
		local: z.string(),
		remote: z.string(),
	}),
	/** Without `protocol`: all events over this transport. An empty one: data of no known protocol. Else the id of a decoder. */
	z.object({ by: z.literal('protocol'), transport: z.enum(TRANSPORTS), protocol: z.string().optional() }),
	z.object({ by: z.literal('kind'), kind: z.enum(EVENT_KINDS), direction: z.enum(DIRECTIONS) }),
]);
export type StatisticSubject = z.infer<typeof statisticSubjectSchema>;

export const statisticRowSchema = z.object({ subject: statisticSubjectSchema, figures: statisticFiguresSchema });
export type StatisticRow = z.infer<typeof statisticRowSchema>;

export const statisticsStateSchema = z.object({
	/** Of all events that match. */
	total: statisticFiguresSchema,
	/** The first `count` in the requested order. By protocol: a transport, then what runs over it. */
	rows: z.array(statisticRowSchema),
	/** How many there are. */
	groups: z.number(),
	/** There are more groups than are counted: later ones are in the total only. */
	limited: z.boolean(),
	/** Events scanned, of those stored; fewer while the scan runs. */
	scanned: z.number(),
	stored: z.number(),
	/** Why the scan stopped, if reading failed. */
	error: errorInfoSchema.optional(),
});
export type StatisticsState = z.infer<typeof statisticsStateSchema>;

const statisticsQuerySchema = z.object({
	/** Left out: all events. */
	filter: filterSchema.optional(),
	by: z.enum(STATISTIC_GROUPS),
	sort: z.enum(STATISTIC_COLUMNS).default('bytes'),
	descending: z.boolean().default(true),
	count: z.number().int().min(1).max(LIMITS.rowsPerQuery).default(100),
});
export type StatisticsQuery = z.infer<typeof statisticsQuerySchema>;

export const statisticsTopics = {
	/**
	 * Counts and times of the events that match a filter. Deltas follow about five times a second at most, until all is
	 * scanned, and then as the capture grows. The answers are those among the events that match: requests are what the side
	 * that opened the connection sends, or the side whose data is first where its `open` does not match. The protocol of each
	 * direction of a connection is guessed from its first data, at most three chunks.
	 */
	captureStatistics: stateTopic(statisticsQuerySchema.extend({ capture: captureIdSchema }), statisticsStateSchema),
} as const;
