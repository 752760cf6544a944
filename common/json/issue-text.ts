import type { z } from 'zod';
import { given } from '../words/sentence/said.ts';
import { type Fault, issueSays, said } from './issue-says.ts';

/** A place in a value, as in `rules[1].match.pattern`. */
export function pathText(path: readonly PropertyKey[]): string {
	return path.reduce<string>(
		(text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${String(key)}`),
		'',
	);
}

/** The first fault in written input, with its place. `named` converts a place to its name for people. */
export function issueFault({ issues: [issue] }: z.ZodError, named = pathText): Fault {
	if (issue === undefined) return said('notUsable');
	const path = named(issue.path);
	const fault = issueSays(issue);
	return path === '' ? fault : said('inputAtPath', { path, what: given(fault) });
}
