import { z } from 'zod';
import { LIMITS } from '../base/limits.ts';
import { call, topic } from '../base/table.ts';
import { captureIdSchema } from './capture.ts';

const position = z.number().int().min(0);

/** A person's mark or note on an event, or on a message in it; with neither, it was removed. */
export const markSchema = z.object({
	n: position,
	/** Of a message that begins and ends in the event, behind other bytes: the offset of its first byte. */
	offset: position.optional(),
	marked: z.boolean(),
	/** Empty for none. */
	note: z.string(),
});

const marksSchema = z.object({ marks: z.array(markSchema) });

export const marksCalls = {
	/**
	 * Marks event `n`, or with `offset` the message that begins there in it, or clears its mark, sets its note or (when empty) removes it; fields left out stay unchanged. The
	 * capture's files store it. Returns the event's mark and note afterwards.
	 */
	captureAnnotate: call(
		'command',
		z.object({
			capture: captureIdSchema,
			n: position,
			offset: position.optional(),
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
