import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { writtenBytesSchema } from './payload.ts';

/**
 * What a message is compared with. `pattern` of the literal kinds is bytes as written (hex included); the
 * comparison is bytewise. `regex` runs over the message with each byte as one character (ISO 8859-1), so
 * that captures give back the very bytes; its syntax is RE2's, which takes time linear in the input.
 */
export const matchSchema = z.discriminatedUnion('type', [
	z.object({ type: z.literal('any') }),
	z.object({
		type: z.enum(['equals', 'starts', 'ends', 'contains']),
		pattern: writtenBytesSchema,
	}),
	z.object({
		type: z.literal('regex'),
		pattern: z.string().min(1).max(LIMITS.templateChars),
		ignoreCase: z.boolean().default(false),
	}),
]);
export type Match = z.infer<typeof matchSchema>;

/** What happens to the connection after the reply has been handed to the kernel. */
export const AFTER_REPLY = ['keep', 'end', 'reset'] as const;

/**
 * One answer. `reply` is a template: `{{data}}`, `{{head}}`, `{{eol}}`, `{{time}}`, `{{peer}}`, `{{n}}`, captures
 * (`{{1}}`, `{{name}}`), each with filters after a bar. Absent: nothing is sent.
 */
export const actionSchema = z.object({
	delayMs: z.number().int().min(0).max(LIMITS.delayMs).default(0),
	reply: writtenBytesSchema.optional(),
	after: z.enum(AFTER_REPLY).default('keep'),
});
export type Action = z.infer<typeof actionSchema>;

export const ruleSchema = actionSchema.extend({ match: matchSchema });
export type Rule = z.infer<typeof ruleSchema>;

/** The first rule that matches a message answers it. An empty responder only listens. */
export const responderSchema = z.object({
	onOpen: actionSchema.optional(),
	rules: z.array(ruleSchema).max(LIMITS.rules).default([]),
});
export type Responder = z.infer<typeof responderSchema>;
