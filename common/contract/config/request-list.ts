import { z } from 'zod';
import { writtenBytesSchema } from '../../payload/schema.ts';
import { INPUT_SENTENCES } from '../base/input-sentences.ts';
import { LIMITS } from '../base/limits.ts';

/** What happens when a message and all its repeats got no answer. */
export const NO_ANSWER = ['next', 'stop'] as const;

/**
 * Messages that a client sends one by one, each after the answer to the previous one. A datagram does not say which
 * request it answers: after a message without an answer the next one uses another port, and answers that still arrive
 * at the previous port are late.
 */
export const requestListSchema = z.object({
	messages: z.array(writtenBytesSchema).min(1, INPUT_SENTENCES.messages).max(LIMITS.rules),
	/** How long to wait for each answer, in milliseconds. */
	timeoutMs: z.number().int().min(1).max(LIMITS.delayMs).default(1000),
	/** How often a message is sent again when no answer comes. */
	repeats: z.number().int().min(0).max(1000).default(0),
	onNoAnswer: z.enum(NO_ANSWER).default('next'),
	/**
	 * Uses one port for all messages, as is also the case when the endpoint's port is fixed. After a message without an
	 * answer the next one waits as long again; an answer that arrives even later counts for the next message.
	 */
	samePort: z.boolean().optional(),
	/** The messages are templates (docs/templates.md), filled in when they are sent; a repeat is the same bytes. */
	template: z.boolean().optional(),
});
export type RequestList = z.infer<typeof requestListSchema>;

/** Progress of the request list in a run. */
export const requestListStateSchema = z.object({
	total: z.number().int(),
	answered: z.number().int(),
	/** Messages without an answer. */
	missed: z.number().int(),
	/** Answers to some of those that arrived too late. */
	late: z.number().int(),
	done: z.boolean(),
});
export type RequestListState = z.infer<typeof requestListStateSchema>;
