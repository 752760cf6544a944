import { z } from 'zod';
import { INPUT_SENTENCES } from '../contract/base/input-sentences.ts';
import { LIMITS } from '../contract/base/limits.ts';
import { fieldConditionSchema, fieldExpression } from '../contract/config/fields.ts';
import { variableNameSchema } from '../payload/saved.ts';
import { writtenBytesSchema } from '../payload/schema.ts';

const length = z.number().int().min(0).max(LIMITS.sequenceBytes);

const lengthExpectation = z
	.object({
		type: z.literal('length'),
		/** Exactly so many bytes. */
		bytes: length.optional(),
		/** At least so many bytes, in place of `bytes`. */
		min: length.optional(),
		/** At most so many bytes. */
		max: length.optional(),
	})
	.superRefine(({ bytes, min, max }, context) => {
		const fault = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
		if (bytes === undefined && min === undefined && max === undefined) {
			fault('bytes', INPUT_SENTENCES.length);
		}
		if (bytes !== undefined && (min !== undefined || max !== undefined)) {
			fault('bytes', INPUT_SENTENCES.lengthEither);
		}
		if (min !== undefined && max !== undefined && min > max) fault('max', INPUT_SENTENCES.lengthOrder);
	});

/**
 * What the next received data must be. On a stream the matched bytes are consumed, over any number of reads, and the
 * rest is left for the next step; of datagrams it examines one at a time. `bytes`: exactly these. `contains`: up to the
 * end of the first occurrence. `regex` (RE2, each byte a character): up to the end of its first match; named groups
 * become variables of the test. `hex`: bytes with wildcards, `??` for any byte, `?` for any digit, `*` for any number of
 * bytes. `length`: so many bytes, whatever they are; without `bytes` and `min` at least one. `any`: all that has arrived,
 * at least one byte. `fields`: a message that a structure reads, in which the condition holds; on a stream it ends where the
 * structure does, and `var.NAME` is a variable of the test.
 */
export const expectationSchema = z.discriminatedUnion('type', [
	z.object({ type: z.enum(['bytes', 'contains']), pattern: writtenBytesSchema }),
	z.object({
		type: z.literal('regex'),
		pattern: z.string().min(1, INPUT_SENTENCES.regex).max(LIMITS.templateChars),
		ignoreCase: z.boolean().default(false),
	}),
	z.object({
		type: z.literal('hex'),
		pattern: z.string().min(1, INPUT_SENTENCES.hexPattern).max(LIMITS.templateChars),
	}),
	lengthExpectation,
	fieldConditionSchema.extend({
		type: z.literal('fields'),
		/** Variables of the test, and the expressions that give their values: `frame.sequence`. */
		capture: z.record(variableNameSchema, fieldExpression).optional(),
	}),
	z.object({ type: z.literal('any') }),
]);
export type Expectation = z.infer<typeof expectationSchema>;
