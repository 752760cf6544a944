import { z } from 'zod';
import { LIMITS } from '../base/limits.ts';

const place = z.number().int().min(-LIMITS.messageBytes).max(LIMITS.messageBytes);
const number = z.number().int().min(1);
/** Of received (`in`) or sent (`out`) data only; left out: of both. */
const side = z.enum(['in', 'out']).optional();

/**
 * What a comparison leaves out of both sides. `bytes`: a range of each message, both ends included, where a negative place counts
 * from the end (-1 is the last byte) and `to` left out is the end. `regex`: what an RE2 pattern matches, over bytes as ISO 8859-1.
 */
export const ignoreSchema = z.discriminatedUnion('type', [
	z.object({
		type: z.literal('bytes'),
		from: place,
		to: place.optional(),
		side,
		/** Only these messages of their side, counted from 1. */
		messages: z.object({ first: number, last: number }).optional(),
	}),
	z.object({ type: z.literal('regex'), pattern: z.string().min(1).max(LIMITS.templateChars), side }),
]);
export type Ignore = z.infer<typeof ignoreSchema>;
