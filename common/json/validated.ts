import type { z } from 'zod';
import { WirebenchError } from '../contract/base/errors.ts';
import { issueFault } from './issue-text.ts';

/** A value as its schema has it. Throws a WirebenchError `bad-input` with the first fault and its place, for people. */
export function validated<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const { message, says } = issueFault(parsed.error);
	throw new WirebenchError('bad-input', message, { says });
}
