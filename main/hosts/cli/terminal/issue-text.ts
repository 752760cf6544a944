import type { z } from 'zod';
// zod's own issues become sentences by it.
import '../../../../common/contract/base/issue-words.ts';

/** Where in a value something is, as in `rules[1].match.pattern`. */
export function pathText(path: readonly PropertyKey[]): string {
	return path.reduce<string>(
		(text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${String(key)}`),
		'',
	);
}

/** The first thing that is wrong with what a person wrote, with its place. `named` says a place as they know it. */
export function issueText(error: z.ZodError, named = pathText): string {
	const [issue] = error.issues;
	if (issue === undefined) return 'It is not usable.';
	const place = named(issue.path);
	return `${place === '' ? '' : `${place}: `}${issue.message}`;
}
