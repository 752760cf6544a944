import { z } from 'zod';
import { LIMITS } from '../contract/base/limits.ts';
import { PAYLOAD_FORMATS } from './names.ts';

export * from './names.ts';

/** Bytes as written: a format and the characters. Text is UTF-8 on the wire. */
export const writtenBytesSchema = z.object({
	format: z.enum(PAYLOAD_FORMATS),
	text: z.string().max(LIMITS.templateChars),
});
export type WrittenBytes = z.infer<typeof writtenBytesSchema>;
