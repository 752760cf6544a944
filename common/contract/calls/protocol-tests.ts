import { z } from 'zod';
import { differenceSchema } from '../../protocol-tests/difference-schema.ts';
import { sequenceSchema, testPlaceSchema } from '../../protocol-tests/test-schema.ts';
import { bytesSchema } from '../base/bytes.ts';
import { sentenceSchema } from '../base/sentence.ts';
import { call, stateTopic, topic } from '../base/table.ts';

export const stepResultSchema = z.object({
	status: z.enum(['waiting', 'running', 'passed', 'failed']),
	/** Milliseconds that it took. */
	ms: z.number().optional(),
	/** Why it failed. */
	message: z.string().optional(),
	/** Which sentence that is, or contains. */
	says: sentenceSchema.optional(),
	difference: differenceSchema.optional(),
	/** How many times it has run, of a step in a loop. */
	runs: z.number().int().optional(),
	/** Of a branch: the index of the case that was taken, or their number for what is otherwise done. */
	taken: z.number().int().optional(),
});
export type StepResult = z.infer<typeof stepResultSchema>;

/** What a regular expression has captured. */
const capturedSchema = z.object({
	/** The first 1024 bytes. */
	bytes: bytesSchema,
	length: z.number().int(),
});

export const RUN_STATUSES = ['running', 'passed', 'failed', 'stopped'] as const;

const runId = z.number().int().min(1);

export const sequenceRunSchema = z.object({
	id: runId,
	sequence: sequenceSchema,
	status: z.enum(RUN_STATUSES),
	/** Wall clock, milliseconds since 1970. */
	startedAt: z.number(),
	/** The first is of connecting, then one for each step; one that contains others is before them. */
	results: z.array(stepResultSchema),
	/** Variables that regular expressions have captured. */
	captured: z.record(z.string(), capturedSchema),
});
export type SequenceRun = z.infer<typeof sequenceRunSchema>;

export const sequencesCalls = {
	/** Starts a run; the topic reports its progress. `bad-input` names an invalid step, or an endpoint that is missing. */
	sequenceStart: call('command', z.object({ sequence: sequenceSchema }), z.object({ run: runId }), [
		'wrong-state',
		'unconfirmed',
	]),
	/** Closes its connections. A run that has ended is unchanged. */
	sequenceStop: call('command', z.object({ run: runId }), z.null(), ['not-found']),
	/**
	 * Saves a test in the workspace, in place of `replaces` or at the end. Fails with `wrong-state` where another has its
	 * name, and with `not-found` where there is none to replace.
	 */
	testSave: call('command', z.object({ test: sequenceSchema, replaces: testPlaceSchema.optional() }), z.null(), [
		'wrong-state',
		'not-found',
	]),
	/** Removes a test from the workspace. Fails with `not-found` where there is none. */
	testRemove: call('command', testPlaceSchema, z.null(), ['not-found']),
} as const;

const savedTests = z.object({ tests: z.array(sequenceSchema) });

export const sequencesTopics = {
	/** The tests of the workspace. Each message is all of them. */
	tests: stateTopic(z.object({}), savedTests),
	/** The latest runs, oldest first; the delta replaces by id, and adds. */
	sequenceRuns: topic(
		z.object({}),
		z.object({ runs: z.array(sequenceRunSchema) }),
		z.object({ runs: z.array(sequenceRunSchema) }),
	),
} as const;
