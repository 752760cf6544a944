import { documentErrors } from '../words/en/sentences/documents.ts';

/**
 * How deep arrays and objects nest at most in JSON from outside: several times what any format of ours needs, and far
 * less than what a recursive function can take.
 */
export const MOST_LEVELS = 256;

/** What is wrong with the nesting of a JSON value, as the end of a sentence; undefined where nothing is. It does not recurse. */
export function nestingFault(value: unknown): string | undefined {
	let level: readonly unknown[] = [value];
	for (let depth = 0; depth <= MOST_LEVELS; depth++) {
		if (level.length === 0) return undefined;
		level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
	}
	return documentErrors.jsonTooDeep({ levels: MOST_LEVELS });
}
