import type { z } from 'zod';
import { type ErrorCode, WirebenchError } from '../contract/base/errors.ts';
import { said } from '../json/issue-says.ts';
import { issueSentence } from '../json/issue-sentence.ts';
import { pathText } from '../json/issue-text.ts';

/**
 * Validates a value against a schema; the result has defaults and no unknown keys. Throws a WirebenchError with `code`,
 * the path of the first fault in `details.path`, and `sentence` made from that of the issue.
 */
export function validate<S extends z.ZodType>(
	schema: S,
	value: unknown,
	code: ErrorCode,
	sentence: (message: string, path: string) => string,
): z.output<S> {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	const path = pathText(issue?.path ?? []);
	const { message, says } = issue === undefined ? said('notUsable') : issueSentence(issue);
	throw new WirebenchError(code, sentence(message, path), {
		...(path === '' ? {} : { path }),
		...(says === undefined ? {} : { says }),
	});
}

/** For a client's data: the fault is the person's, and the sentence names its place in words. */
export function validateInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
	return validate(schema, value, 'bad-input', (message) => message);
}

/** For a server's data: the fault is ours. */
export function validateOutput<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
	return validate(schema, value, 'internal', (message, path) => {
		return `Wirebench sent something that does not fit its contract (${what}${path === '' ? '' : `, at ${path}`}): ${message}`;
	});
}
