import { z } from 'zod';
import { INPUT_SENTENCES } from '../base/input-sentences.ts';
import { LIMITS } from '../base/limits.ts';

/** The id of a structure of the workspace, or of the file with the rules or the test. */
export const structureReference = z.string().trim().min(1, INPUT_SENTENCES.structure).max(LIMITS.nameChars);

/** An expression over the fields of a message, in the language of docs/structures.md. */
export const fieldExpression = z.string().max(5 * LIMITS.nameChars);

/** A message that a structure reads without a fault, and in which the condition holds: `frame.command == 3 and unit > 1`. */
export const fieldConditionSchema = z.object({
	structure: structureReference,
	/** Left out: every message that can be read. */
	condition: fieldExpression.default(''),
});
export type FieldCondition = z.infer<typeof fieldConditionSchema>;

/**
 * A message that is composed from the values of its fields; lengths, counts, checksums and constants need none. A value can be
 * computed: `{ "=": "frame.sequence + 1" }`, in a rule over the fields of the request, in a test over its variables (`var.NAME`).
 */
export const composedSchema = z.object({
	structure: structureReference,
	/** As docs/structures.md has them. */
	values: z.record(z.string(), z.unknown()).default({}),
});
export type ComposedMessage = z.infer<typeof composedSchema>;
