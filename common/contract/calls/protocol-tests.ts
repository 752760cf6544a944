import { z } from 'zod';
import { tcpClientConfigSchema, udpConfigSchema, unixClientConfigSchema } from '../../endpoints/index.ts';
import { LINE_ENDINGS, writtenBytesSchema } from '../../payload/schema.ts';
import { bytesSchema } from '../base/bytes.ts';
import { LIMITS } from '../base/limits.ts';
import { call, topic } from '../base/table.ts';

const withinMs = z.number().int().min(1).max(LIMITS.delayMs).default(2000);

/** Whether the text is a template (docs/templates.md), filled in when the step runs. */
const template = z.boolean().default(false);

/**
 * What the next received data must be. On a stream the matched bytes are consumed, over any number of reads, and the
 * rest is left for the next step; of datagrams it examines one at a time. `bytes`: exactly these. `contains`: up to the
 * end of the first occurrence. `regex` (RE2, each byte a character): up to the end of its first match. `any`: all that
 * has arrived, at least one byte.
 */
export const expectationSchema = z.discriminatedUnion('type', [
	z.object({ type: z.enum(['bytes', 'contains']), pattern: writtenBytesSchema }),
	z.object({
		type: z.literal('regex'),
		pattern: z.string().min(1, 'Write a regular expression.').max(LIMITS.templateChars),
		ignoreCase: z.boolean().default(false),
	}),
	z.object({ type: z.literal('any') }),
]);
export type Expectation = z.infer<typeof expectationSchema>;

export const sequenceStepSchema = z.discriminatedUnion('type', [
	z.object({
		type: z.literal('send'),
		payload: writtenBytesSchema,
		lineEnding: z.enum(LINE_ENDINGS).default('none'),
		template,
	}),
	/** A regular expression is never a template. One of literal bytes is filled in with what the last sent message had. */
	z.object({ type: z.literal('expect'), expectation: expectationSchema, withinMs, template }),
	/** The peer's FIN, with no unexpected bytes before it. */
	z.object({ type: z.literal('expect-end'), withinMs }),
	z.object({ type: z.literal('wait'), ms: z.number().int().min(0).max(LIMITS.delayMs) }),
	/** Our FIN; we continue to read. */
	z.object({ type: z.literal('end') }),
	z.object({ type: z.literal('close') }),
	z.object({ type: z.literal('reset') }),
]);
export type SequenceStep = z.infer<typeof sequenceStepSchema>;

/** The client that connects, and its steps in order, until all have passed or one has failed. */
export const sequenceSchema = z.object({
	name: z.string().trim().min(1, 'Give it a name.').max(LIMITS.nameChars),
	client: z.discriminatedUnion('kind', [tcpClientConfigSchema, unixClientConfigSchema, udpConfigSchema]),
	steps: z.array(sequenceStepSchema).max(LIMITS.sequenceSteps),
});
export type Sequence = z.infer<typeof sequenceSchema>;

/** The difference between received and expected bytes. Both are excerpts that begin at `start`; the bytes before it were equal. */
const differenceSchema = z.object({
	/** Zero-based, counted from the first expected byte. */
	at: z.number().int(),
	start: z.number().int(),
	expected: bytesSchema,
	got: bytesSchema,
});
export type Difference = z.infer<typeof differenceSchema>;

export const stepResultSchema = z.object({
	status: z.enum(['waiting', 'running', 'passed', 'failed']),
	/** Milliseconds that it took. */
	ms: z.number().optional(),
	/** Why it failed. */
	message: z.string().optional(),
	difference: differenceSchema.optional(),
});
export type StepResult = z.infer<typeof stepResultSchema>;

export const RUN_STATUSES = ['running', 'passed', 'failed', 'stopped'] as const;

const runId = z.number().int().min(1);

export const sequenceRunSchema = z.object({
	id: runId,
	sequence: sequenceSchema,
	status: z.enum(RUN_STATUSES),
	/** Wall clock, milliseconds since 1970. */
	startedAt: z.number(),
	/** The first is of connecting, then one for each step. */
	results: z.array(stepResultSchema),
});
export type SequenceRun = z.infer<typeof sequenceRunSchema>;

export const sequencesCalls = {
	/** Starts a run; the topic reports its progress. `bad-input` names an invalid step. */
	sequenceStart: call('command', z.object({ sequence: sequenceSchema }), z.object({ run: runId }), ['wrong-state']),
	/** Closes its connection. A run that has ended is unchanged. */
	sequenceStop: call('command', z.object({ run: runId }), z.null(), ['not-found']),
} as const;

export const sequencesTopics = {
	/** The latest runs, oldest first; the delta replaces by id, and adds. */
	sequenceRuns: topic(
		z.object({}),
		z.object({ runs: z.array(sequenceRunSchema) }),
		z.object({ runs: z.array(sequenceRunSchema) }),
	),
} as const;
