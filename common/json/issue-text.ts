import type { z } from 'zod';
// Turns zod's own issues into sentences.
import '../contract/base/issue-words.ts';

/** A place in a value, as in `rules[1].match.pattern`. */
export function pathText(path: readonly PropertyKey[]): string {
	return path.reduce<string>(
		(text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${String(key)}`),
		'',
	);
}

/** The first fault in written input, with its place. `named` converts a place to its name for people. */
export function issueText(error: z.ZodError, named = pathText): string {
	const [issue] = error.issues;
	if (issue === undefined) return 'It is not usable.';
	const place = named(issue.path);
	return `${place === '' ? '' : `${place}: `}${issue.message}`;
}
