import type { z } from 'zod';

/** Where in a value something is, as in `rules[1].match.pattern`. */
export function pathText(path: readonly PropertyKey[]): string {
	return path.reduce<string>(
		(text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${String(key)}`),
		'',
	);
}

/** What zod calls a type, for people. */
const TYPES: Readonly<Record<string, string>> = {
	object: 'an object',
	array: 'a list',
	string: 'a text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
};

const oneOf = (values: readonly unknown[]): string => `It is one of ${values.map(String).join(', ')}.`;

/** zod's own words are said as a sentence; those of our schemas are sentences already. */
function words(issue: z.core.$ZodIssue): string {
	const { message } = issue;
	if (issue.code === 'too_big' && message.startsWith('Too big')) return `It is at most ${issue.maximum}.`;
	if (issue.code === 'too_small' && message.startsWith('Too small')) return `It is at least ${issue.minimum}.`;
	if (!message.startsWith('Invalid ')) return message;
	if (issue.code === 'invalid_value') return oneOf(issue.values);
	if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) return oneOf(issue.options);
	if (issue.code !== 'invalid_type') return message;
	const wanted = TYPES[issue.expected] ?? issue.expected;
	return message.endsWith('received undefined') ? `It is missing: ${wanted}.` : `It has to be ${wanted}.`;
}

/** The first thing that is wrong with what a person wrote, with its place. `named` says a place as they know it. */
export function issueText(error: z.ZodError, named = pathText): string {
	const [issue] = error.issues;
	if (issue === undefined) return 'It is not usable.';
	const place = named(issue.path);
	return `${place === '' ? '' : `${place}: `}${words(issue)}`;
}
