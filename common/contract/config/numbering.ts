import { z } from 'zod';
import { INPUT_SENTENCES } from '../base/input-sentences.ts';
import { LIMITS } from '../base/limits.ts';

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
			.max(LIMITS.numberedTextChars, INPUT_SENTENCES.numberedTextLong)
			.refine((text) => text.match(PLACE)?.length === 1, INPUT_SENTENCES.numberedText),
	}),
]);
export type Numbering = z.infer<typeof numberingSchema>;
