import { z } from 'zod';
import { errorInfoSchema } from '../base/errors.ts';
import { call, topic } from '../base/table.ts';
import { captureIdSchema, filterSchema } from './capture.ts';

const position = z.number().int().min(0);

/** How far a search for the next event is. */
export const findStateSchema = z.object({
	/** Events looked at, of `total`. */
	looked: z.number(),
	total: z.number(),
	/** It went past the end of the capture and goes on from the other one. */
	wrapped: z.boolean(),
	/** Nothing more comes: `found` is there, or there is none. */
	done: z.boolean(),
	found: position.optional(),
	/** Why it ended, if reading failed. */
	error: errorInfoSchema.optional(),
});
export type FindState = z.infer<typeof findStateSchema>;

export const findCalls = {
	/** The event whose time is nearest to a wall-clock time in nanoseconds since 1970; of several the first. */
	captureAtTime: call('query', z.object({ capture: captureIdSchema, time: z.bigint() }), z.object({ n: position }), [
		'not-found',
		'disk',
	]),
} as const;

export const findTopics = {
	/**
	 * Looks for the next event (`back`: the one before) that the filter `find` lets through, and `within` too where it is
	 * given. It begins beside `from`, which is looked at last; without it at the first event, or the last. Ends with the
	 * subscription. Refused with `bad-input` and a position for what is no filter.
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
