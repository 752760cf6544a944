import { z } from 'zod';
import { bytesSchema } from '../base/bytes.ts';
import { errorInfoSchema } from '../base/error-info.ts';
import { INPUT_SENTENCES } from '../base/input-sentences.ts';
import { LIMITS } from '../base/limits.ts';
import { call, stateTopic } from '../base/table.ts';
import { listedMessagesSchema } from '../config/listed-messages.ts';
import { CAPTURE_ERRORS, captureIdSchema, filterSchema, placeSchema } from './capture.ts';

const position = z.number().int().min(0);

/** Progress of a search for the next event. */
export const findStateSchema = z.object({
	/** Events, or items, searched, of `total`. */
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

/** Progress of a count of matches: each place in an event that is found, and the event itself where it has none. */
export const findCountSchema = z.object({
	matches: z.number(),
	/** The count has ended early: there may be more. */
	limited: z.boolean(),
	/** Events searched, of `stored`. */
	scanned: z.number(),
	stored: z.number(),
	/** Why the count ended, if reading failed. */
	error: errorInfoSchema.optional(),
});
export type FindCount = z.infer<typeof findCountSchema>;

/** What to find in content: what a filter looks for, or bytes (`anyCase` ignores the case of ASCII letters). */
export const soughtSchema = z.union([
	filterSchema,
	z.object({
		bytes: bytesSchema.refine(({ length }) => length <= LIMITS.findBytes, INPUT_SENTENCES.findBytes),
		anyCase: z.boolean(),
	}),
]);
export type SoughtRequest = z.infer<typeof soughtSchema>;

/** What is searched: the events, or an active list of messages. */
const searched = { capture: captureIdSchema, messages: listedMessagesSchema.optional() };

/** A search that is counted: events that match `find`, and `within` too where it is given. */
const countedSchema = z.object({
	...searched,
	find: filterSchema,
	within: filterSchema.optional(),
});

export const findCalls = {
	/**
	 * Places in the payload of event `n`, or in its text as UTF-8, that begin from `from` on, in order and without overlaps:
	 * of what is sought. `count` at most; fewer when they take long. `next`: the offset to go on at, where it is not the end. What is longer than 64 KiB may be cut there.
	 */
	capturePlaces: call(
		'query',
		z.object({
			...searched,
			n: position,
			sought: soughtSchema,
			from: position.default(0),
			count: z.number().int().min(1).max(LIMITS.placesPerQuery),
		}),
		z.object({ places: z.array(placeSchema), next: position.optional() }),
		[...CAPTURE_ERRORS, 'bad-input'],
	),
	/** The number, from 1, of the match at place `index` of event `n` in a search that is counted; left out where it has not been counted. */
	captureFindNumber: call(
		'query',
		countedSchema.extend({ n: position, index: position }),
		z.object({ number: position.optional() }),
		CAPTURE_ERRORS,
	),
	/** The event whose time is nearest to a wall-clock time in nanoseconds since 1970; the first of several. */
	captureAtTime: call('query', z.object({ ...searched, time: z.bigint() }), z.object({ n: position }), CAPTURE_ERRORS),
} as const;

export const findTopics = {
	/** Counts matches from the first event on. An invalid filter is refused with `bad-input` and a position. */
	captureFindCount: stateTopic(countedSchema, findCountSchema),
	/**
	 * Searches for the next event (`back`: the previous one) that matches the filter `find`, and `within` too where it is
	 * given. Starts next to `from`, which is searched last; without it at the first event, or the last. Ends with the
	 * subscription. An invalid filter is refused with `bad-input` and a position.
	 */
	captureFind: stateTopic(
		z.object({
			...searched,
			find: filterSchema,
			within: filterSchema.optional(),
			from: position.optional(),
			back: z.boolean(),
		}),
		findStateSchema,
	),
} as const;
