import { z } from 'zod';
import { errorInfoSchema } from '../base/error-info.ts';
import { call, topic } from '../base/table.ts';
import { CAPTURE_ERRORS, captureIdSchema, filterSchema } from './capture.ts';

const position = z.number().int().min(0);

/** Progress of a search for the next event. */
export const findStateSchema = z.object({
	/** Events searched, of `total`. */
	looked: z.number(),
	total: z.number(),
	/** The search passed the end of the capture and continued from the other end. */
	wrapped: z.boolean(),
	/** The search is over: `found` is set, or nothing matched. */
	done: z.boolean(),
	found: position.optional(),
	/** Why the search ended, if reading failed. */
	error: errorInfoSchema.optional(),
});
export type FindState = z.infer<typeof findStateSchema>;

export const findCalls = {
	/** The event whose time is nearest to a wall-clock time in nanoseconds since 1970; the first of several. */
	captureAtTime: call(
		'query',
		z.object({ capture: captureIdSchema, time: z.bigint() }),
		z.object({ n: position }),
		CAPTURE_ERRORS,
	),
} as const;

export const findTopics = {
	/**
	 * Searches for the next event (`back`: the previous one) that matches the filter `find`, and `within` too where it is
	 * given. Starts next to `from`, which is searched last; without it at the first event, or the last. Ends with the
	 * subscription. An invalid filter is refused with `bad-input` and a position.
	 */
	captureFind: topic(
		z.object({
			capture: captureIdSchema,
			find: filterSchema,
			within: filterSchema.optional(),
			from: position.optional(),
			back: z.boolean(),
		}),
		findStateSchema,
		findStateSchema,
	),
} as const;
