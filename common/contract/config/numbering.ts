import { z } from 'zod';
import { LIMITS } from '../base/limits.ts';

/** Bytes of the binary header of a numbered message: see docs/numbered-messages.md. */
export const NUMBER_HEADER_BYTES = 32;

/** The place of the number in a text: `%d`, or with a width and leading zeros as in `%08d`. */
const PLACE = /%0?\d{0,2}d/g;

/**
 * How messages are numbered. `header`: the binary header, which also has a stream id and the time of sending. `text`:
 * decimal digits at one place of a text, which is written with escapes.
 */
export const numberingSchema = z.discriminatedUnion('type', [
	z.object({ type: z.literal('header') }),
	z.object({
		type: z.literal('text'),
		text: z
			.string()
			.max(LIMITS.numberedTextChars, `A numbered text has at most ${LIMITS.numberedTextChars} characters.`)
			.refine(
				(text) => text.match(PLACE)?.length === 1,
				'Write %d once, where the number is to stand (%08d: eight digits with zeros in front).',
			),
	}),
]);
export type Numbering = z.infer<typeof numberingSchema>;
