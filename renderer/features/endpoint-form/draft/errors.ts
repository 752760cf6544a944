import type { ZodError } from 'zod';
import { issueSays } from '../../../../common/json/issue-says.ts';
import { dialogWords } from '../../../words/dialogs.ts';
import { faultText } from '../../../words/errors.ts';
import { rangeAt } from './ranges.ts';

/** Faults by the path in the config, as in `responder.rules[2].match.pattern`. */
export type FormErrors = ReadonlyMap<string, string>;

/** The faults of a schema by path, below `root` where that is given. */
export function schemaErrors(error: ZodError, root?: string): Map<string, string> {
	const errors = new Map<string, string>();
	const words = dialogWords().endpointForm.draft;
	for (const issue of error.issues) {
		const path = pathText(root === undefined ? issue.path : [root, ...issue.path]);
		if (!errors.has(path)) errors.set(path, rangeAt(path, words) ?? faultText(issueSays(issue)));
	}
	return errors;
}

/** The first error at a path or below it. */
export function errorAt(errors: FormErrors, path: string): string | undefined {
	for (const [at, message] of errors) {
		if (isAtOrBelow(at, path)) return message;
	}
	return undefined;
}

/** Whether a path equals another one or is inside it: `rules[2].reply` is below `rules`. */
export function isAtOrBelow(path: string, above: string): boolean {
	return path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
}

/** `['responder', 'rules', 2, 'match']` as `responder.rules[2].match`. */
function pathText(path: readonly PropertyKey[]): string {
	return path
		.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`))
		.join('');
}
