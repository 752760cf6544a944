import { z } from 'zod';
import { writtenBytesSchema } from '../../payload/schema.ts';
import { INPUT_SENTENCES } from '../base/input-sentences.ts';
import { LIMITS } from '../base/limits.ts';
import { composedSchema, fieldConditionSchema } from './fields.ts';
import { scriptSchema } from './script.ts';

/**
 * The pattern that a message is compared with. `pattern` of the literal kinds is bytes as written (hex included); the
 * comparison is bytewise. `regex` runs over the message with each byte as one character (ISO 8859-1), so that captures
 * return the exact bytes; its syntax is RE2's, which takes time linear in the input.
 */
const byteMatches = [
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
] as const;
export const byteMatchSchema = z.discriminatedUnion('type', [...byteMatches]);
export type ByteMatch = z.infer<typeof byteMatchSchema>;

/** What a rule compares a message with: its bytes, or its fields. Of fields, the message is the whole one, without a fault. */
export const matchSchema = z.discriminatedUnion('type', [
	...byteMatches,
	fieldConditionSchema.extend({ type: z.literal('fields') }),
]);
export type Match = z.infer<typeof matchSchema>;

/** What happens to the connection after the reply has been handed to the kernel. */
export const AFTER_REPLY = ['keep', 'end', 'reset'] as const;

/** What happens when the file of an answer cannot be read: an error event, or the next matching rule answers. */
export const WHEN_MISSING = ['error', 'next'] as const;

/** Prefix of a path: the folder of files that come with Wirebench. */
export const SAMPLES = 'sample:';

/**
 * A file on the host, sent after `reply`. It is read while it is sent, up to the size it had at the start. Over UDP it
 * is one datagram together with the reply.
 */
export const replyFileSchema = z.object({
	/** Path of the file; with `name`, of a folder. It may begin with `sample:`. */
	path: z
		.string()
		.min(1, INPUT_SENTENCES.file)
		.max(LIMITS.pathChars)
		.refine((text) => !text.includes('\0'), INPUT_SENTENCES.pathZero),
	/**
	 * A template that names a file in the folder, as in `{{1|unescape}}`. A name outside the folder, also through links,
	 * counts as missing.
	 */
	name: z.string().min(1, INPUT_SENTENCES.fileName).max(LIMITS.pathChars).optional(),
	missing: z.enum(WHEN_MISSING).default('error'),
});
export type ReplyFile = z.infer<typeof replyFileSchema>;

/**
 * One answer. `reply` is a template: `{{data}}`, `{{head}}`, `{{eol}}`, `{{time}}`, `{{peer}}`, `{{host}}`, `{{n}}`, captures
 * (`{{1}}`, `{{name}}`), each with filters after a bar; with a file also `{{size}}` and `{{type}}`. Absent: nothing is sent.
 */
export const actionSchema = z.object({
	delayMs: z.number().int().min(0).max(LIMITS.delayMs).default(0),
	reply: writtenBytesSchema.optional(),
	/** In place of `reply`. */
	compose: composedSchema.optional(),
	file: replyFileSchema.optional(),
	after: z.enum(AFTER_REPLY).default('keep'),
});
export type Action = z.infer<typeof actionSchema>;

const stateSchema = z.string().trim().min(1, INPUT_SENTENCES.state).max(LIMITS.nameChars);

/** A rule. The states are those of one connection, or of one peer of a datagram socket; each begins in `start`. */
export const ruleSchema = actionSchema.extend({
	match: matchSchema,
	/** The state in which the rule holds; left out: in every state. */
	when: stateSchema.optional(),
	/** The state that follows its answer; left out: the state stays. */
	next: stateSchema.optional(),
});
export type Rule = z.infer<typeof ruleSchema>;

/** The first rule that matches a message, and holds in the state of the connection, answers it. An empty responder only receives. */
export const responderSchema = z.object({
	onOpen: actionSchema.optional(),
	rules: z.array(ruleSchema).max(LIMITS.rules).default([]),
	/**
	 * On a stream, messages end where a rule matches instead of where the framing ends them: received bytes are joined
	 * while the first rule that may still match needs more, and bytes behind a match begin the next message. A datagram
	 * is always a message.
	 */
	join: z.boolean().optional(),
	/** Replaces the reply on open and the rules. */
	script: scriptSchema.optional(),
});
export type Responder = z.infer<typeof responderSchema>;
