import { z } from 'zod';
import { sentenceSchema } from '../base/sentence.ts';
import { stateTopic } from '../base/table.ts';

/** A call of an agent that has ended. Secrets of configs are left out, and long texts are shortened. */
export const agentCallSchema = z.object({
	/** When it began: wall clock, milliseconds since 1970. */
	at: z.number(),
	/** Name and version of the agent's program, as it gives them. */
	client: z.string(),
	tool: z.string(),
	/** As JSON. */
	input: z.string(),
	/** Whether it has succeeded. */
	ok: z.boolean(),
	/** As JSON; of one that has failed, the code and the sentence of the error. */
	result: z.string(),
	/** Milliseconds that it took. */
	ms: z.number(),
});
export type AgentCall = z.infer<typeof agentCallSchema>;

const agentCallsSchema = z.object({
	/** Oldest first. */
	calls: z.array(agentCallSchema),
	/** It is not read yet. */
	reading: z.boolean(),
	/** Why the history cannot be read. */
	problem: z.string().optional(),
	/** The sentence that `problem` is. */
	says: sentenceSchema.optional(),
});
export type AgentCalls = z.infer<typeof agentCallsSchema>;

export const agentTopics = {
	/** The last calls of agents about the workspace that is open now, by `wirebench mcp`. Each message is the whole list. */
	agentCalls: stateTopic(z.object({}), agentCallsSchema),
} as const;
