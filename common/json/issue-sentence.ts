import type { z } from 'zod';
import { given } from '../words/sentence/said.ts';
import { type Fault, issueSays, said } from './issue-says.ts';
import { pathText } from './issue-text.ts';

/** Units that are part of a key's name. */
const UNITS: Readonly<Record<string, string>> = { Ms: ' (ms)', MiB: ' (MiB)', GiB: ' (GiB)' };

/** A key as words: `connectTimeoutMs` is `connect timeout (ms)`. */
function keyWords(key: string): string {
	const [, name = key, unit = ''] = /^(.+?)(Ms|MiB|GiB)?$/.exec(key) ?? [];
	return name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) + (UNITS[unit] ?? '');
}

/** A place as words, the innermost first: `['endpoints', 1, 'port']` is `port of endpoints 2`. */
export function placeWords(path: readonly PropertyKey[]): string {
	const parts: string[] = [];
	for (const key of path) {
		const last = parts.at(-1);
		// A list and the number of its entry, from 1, are one part.
		if (typeof key === 'number' && last !== undefined) parts[parts.length - 1] = `${last} ${key + 1}`;
		else parts.push(typeof key === 'number' ? `entry ${key + 1}` : keyWords(String(key)));
	}
	return parts.toReversed().join(' of ');
}

/**
 * An issue as a sentence for a person, which names its place: "The port has to be a number." A schema's own sentence
 * that names its subject stays as it is.
 */
export function issueSentence(issue: z.core.$ZodIssue): Fault {
	const place = placeWords(issue.path);
	const fault = issueSays(issue);
	if (place === '' || !fault.message.startsWith('It ')) return fault;
	return said('inputAt', { place, path: pathText(issue.path), what: given(fault) });
}
