import type { z } from 'zod';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { issueText } from '../../../../common/json/issue-text.ts';

/** What options amount to, validated with a schema. Throws a WirebenchError `bad-input` with the first fault and its place. */
export function validated<S extends z.ZodType>(schema: S, written: unknown): z.output<S> {
	const parsed = schema.safeParse(written);
	if (parsed.success) return parsed.data;
	throw new WirebenchError('bad-input', issueText(parsed.error));
}
