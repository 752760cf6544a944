import { z } from 'zod';
import { ISSUE_SENTENCES, type IssueSentences } from './issue-sentences.ts';

/** What zod calls a type, by the name in the sentences. */
const TYPES: ReadonlyMap<string, keyof IssueSentences['types']> = new Map([
	['object', 'object'],
	['record', 'object'],
	['array', 'list'],
	['tuple', 'list'],
	['string', 'text'],
	['number', 'number'],
	['int', 'wholeNumber'],
	['bigint', 'wholeNumber'],
	['boolean', 'boolean'],
	['null', 'null'],
	['undefined', 'absent'],
]);

/** In what the size of a value is counted; that of a number is its value. */
const UNITS: ReadonlyMap<string, 'characters' | 'entries'> = new Map([
	['string', 'characters'],
	['array', 'entries'],
	['set', 'entries'],
	['map', 'entries'],
]);

/**
 * Turns zod's own issues into sentences for people, in English or with other sentences. Schemas with a sentence of their
 * own do not get here. The sentence leaves out the value, which may be long or secret.
 * @param issue a missing value is only known by its input, which a finished issue has with `reportInput`
 */
export function issueWords(
	issue: z.core.$ZodRawIssue | z.core.$ZodIssue,
	words: IssueSentences = ISSUE_SENTENCES,
): string {
	const valueText = (value: unknown) => (value === '' ? words.emptyText : String(value));
	const oneOf = (values: readonly unknown[]) =>
		values.length === 1 ? words.only(valueText(values[0])) : words.oneOf(values.map(valueText).join(', '));
	switch (issue.code) {
		case 'invalid_type': {
			const known = TYPES.get(issue.expected);
			const wanted = known === undefined ? issue.expected : words.types[known];
			return issue.input === undefined ? words.missing(wanted) : words.wrongType(wanted);
		}
		case 'invalid_value':
			return oneOf(issue.values);
		case 'too_big':
			return words[UNITS.get(issue.origin) ?? 'number'][issue.inclusive === false ? 'lessThan' : 'atMost'](
				String(issue.maximum),
			);
		case 'too_small':
			if (UNITS.has(issue.origin) && Number(issue.minimum) === 1) return words.empty;
			return words[UNITS.get(issue.origin) ?? 'number'][issue.inclusive === false ? 'moreThan' : 'atLeast'](
				String(issue.minimum),
			);
		case 'not_multiple_of':
			return words.multipleOf(String(issue.divisor));
		case 'unrecognized_keys':
			return words.unknownKeys(issue.keys.join(', '));
		case 'invalid_union': {
			const options: unknown = 'options' in issue ? issue.options : undefined;
			return Array.isArray(options) ? oneOf(options) : words.noForm;
		}
		default:
			return words.wrongForm;
	}
}

z.config({ localeError: (issue) => issueWords(issue) });
