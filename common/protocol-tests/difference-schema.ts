import { z } from 'zod';
import { bytesSchema } from '../contract/base/bytes.ts';

/** The difference between received and expected bytes. Both are excerpts that begin at `start`; the bytes before it were equal. */
export const differenceSchema = z.object({
	/** Zero-based, counted from the first expected byte. */
	at: z.number().int(),
	start: z.number().int(),
	expected: bytesSchema,
	got: bytesSchema,
});
export type Difference = z.infer<typeof differenceSchema>;
