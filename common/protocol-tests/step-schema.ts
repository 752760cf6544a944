import { z } from 'zod';
import { INPUT_SENTENCES } from '../contract/base/input-sentences.ts';
import { LIMITS } from '../contract/base/limits.ts';
import { composedSchema } from '../contract/config/fields.ts';
import { LINE_ENDINGS, writtenBytesSchema } from '../payload/schema.ts';
import { expectationSchema } from './expectation-schema.ts';

/** A name among the connections of a test. */
export const connectionNameSchema = z.string().regex(/^[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u, INPUT_SENTENCES.variableName);

/** The connection; left out: the first one. */
const on = connectionNameSchema.optional();

/** A time limit in milliseconds. */
const withinMs = z.number().int().min(1).max(LIMITS.delayMs).default(2000);

/** Whether the text is a template (docs/templates.md), filled in when the step runs. */
const template = z.boolean().default(false);

/** An expectation that ends a loop, or lets it go on. */
export const conditionSchema = z.object({ on, expectation: expectationSchema, withinMs, template });
export type Condition = z.infer<typeof conditionSchema>;

/** How often a loop can run at most. */
const rounds = z.number().int().min(1).max(LIMITS.sequenceRounds);

/** One of several expectations, and the steps that follow it. */
export const branchCaseSchema = z.object({
	expectation: expectationSchema,
	template,
	get steps(): z.ZodDefault<z.ZodArray<typeof sequenceStepSchema>> {
		return z.array(sequenceStepSchema).default([]);
	},
});
export type BranchCase = z.infer<typeof branchCaseSchema>;

const branchSchema = z.object({
	/**
	 * The first case whose expectation matches is taken. One of exact bytes is waited for once received bytes are a
	 * beginning of it: the cases after it come later.
	 */
	type: z.literal('branch'),
	on,
	cases: z.array(branchCaseSchema).min(1, INPUT_SENTENCES.branchCase).max(LIMITS.branchCases),
	/** Steps for the case that nothing has matched within the time. Without them the test fails. */
	get otherwise(): z.ZodOptional<z.ZodArray<typeof sequenceStepSchema>> {
		return z.array(sequenceStepSchema).optional();
	},
	withinMs,
});

/** At least one of `times`, `while` and `until` is set. */
const repeatSchema = z.object({
	type: z.literal('repeat'),
	/** Rounds at most; without the conditions exactly so many. */
	times: rounds.optional(),
	/** Looked at before each round: when it does not match, the loop is over. */
	while: conditionSchema.optional(),
	/** Looked at after each round: when it matches, the loop is over. The test fails where it never does. */
	until: conditionSchema.optional(),
	get steps(): z.ZodDefault<z.ZodArray<typeof sequenceStepSchema>> {
		return z.array(sequenceStepSchema).default([]);
	},
});

export const sequenceStepSchema = z.discriminatedUnion('type', [
	z.object({
		type: z.literal('send'),
		on,
		payload: writtenBytesSchema,
		lineEnding: z.enum(LINE_ENDINGS).default('none'),
		template,
	}),
	/** A message that a structure composes; in its values, `var.NAME` is a variable of the test. */
	composedSchema.extend({ type: z.literal('send-fields'), on }),
	/** A regular expression is never a template. One of literal bytes is filled in with what the last sent message had. */
	z.object({ type: z.literal('expect'), on, expectation: expectationSchema, withinMs, template }),
	/** The peer's FIN, with no unexpected bytes before it. */
	z.object({ type: z.literal('expect-end'), on, withinMs }),
	z.object({ type: z.literal('wait'), ms: z.number().int().min(0).max(LIMITS.delayMs) }),
	/** Our FIN; we continue to read. */
	z.object({ type: z.literal('end'), on }),
	z.object({ type: z.literal('close'), on }),
	z.object({ type: z.literal('reset'), on }),
	/** Connects a client: for the first time, or again. Clients without such a step connect at the start. */
	z.object({ type: z.literal('open'), on }),
	/** Waits for the next connection of a server, which the steps that follow use. */
	z.object({ type: z.literal('accept'), on, withinMs }),
	branchSchema,
	repeatSchema,
	/** Ends the innermost loop. */
	z.object({ type: z.literal('leave') }),
]);
export type SequenceStep = z.infer<typeof sequenceStepSchema>;
