import { z } from 'zod';
import { LIMITS } from '../base/limits.ts';
import { call, topic } from '../base/table.ts';
import { captureIdSchema } from './capture.ts';

const position = z.number().int().min(0);

/** What a person put on an event; with neither a mark nor a note it has been taken away. */
export const markSchema = z.object({
	n: position,
	marked: z.boolean(),
	/** Empty for none. */
	note: z.string(),
});

const marksSchema = z.object({ marks: z.array(markSchema) });

export const marksCalls = {
	/**
	 * Marks event `n` or takes its mark away, sets its note or (with an empty one) takes it away; what is left out stays.
	 * It is kept in the capture's files. Gives what the event has then.
	 */
	captureAnnotate: call(
		'command',
		z.object({
			capture: captureIdSchema,
			n: position,
			marked: z.boolean().optional(),
			note: z.string().max(LIMITS.noteChars).optional(),
		}),
		markSchema,
		['not-found', 'wrong-state', 'not-permitted', 'too-large', 'disk', 'closed'],
	),
} as const;

export const marksTopics = {
	/** All marks and notes of a capture, then those that change. */
	captureMarks: topic(z.object({ capture: captureIdSchema }), marksSchema, marksSchema),
} as const;
