import { z } from 'zod';
import { LIMITS } from '../base/limits.ts';
import { writtenBytesSchema } from './payload.ts';

/** What happens when a message got no answer, nor any of its repeats. */
export const NO_ANSWER = ['next', 'stop'] as const;

/**
 * Messages that a client sends one by one, each after the answer to the one before. Datagrams say nothing of what they answer: after
 * a message without an answer the next one goes from another port, and what still comes to the port before is late.
 */
export const asksSchema = z.object({
	messages: z.array(writtenBytesSchema).min(1, 'Write at least one message.').max(LIMITS.rules),
	/** How long to wait for each answer, in milliseconds. */
	timeoutMs: z.number().int().min(1).max(LIMITS.delayMs).default(1000),
	/** How often a message is sent again when no answer comes. */
	repeats: z.number().int().min(0).max(1000).default(0),
	onNoAnswer: z.enum(NO_ANSWER).default('next'),
	/**
	 * All from one port, as it is too where the endpoint's port is given. After a message without an answer the next one waits as
	 * long again; an answer that comes even later counts for the next message.
	 */
	samePort: z.boolean().optional(),
});
export type Asks = z.infer<typeof asksSchema>;

/** How far the messages of a run have come. */
export const asksStateSchema = z.object({
	total: z.number().int(),
	answered: z.number().int(),
	/** Without an answer. */
	missed: z.number().int(),
	/** Answers that came too late, to some of those. */
	late: z.number().int(),
	done: z.boolean(),
});
export type AsksState = z.infer<typeof asksStateSchema>;
