import { z } from 'zod';

/** What zod calls a type, for people. */
const TYPES: Readonly<Record<string, string>> = {
	object: 'an object',
	record: 'an object',
	array: 'a list',
	tuple: 'a list',
	string: 'a text',
	number: 'a number',
	int: 'a whole number',
	bigint: 'a whole number',
	boolean: 'true or false',
	null: 'null',
	undefined: 'left out',
};

/** The unit in which the size of a value is counted. */
const UNITS: Readonly<Record<string, string>> = {
	string: 'characters',
	array: 'entries',
	set: 'entries',
	map: 'entries',
};

const valueText = (value: unknown): string => (value === '' ? 'an empty text' : String(value));

const oneOf = (values: readonly unknown[]): string =>
	values.length === 1 ? `It has to be ${valueText(values[0])}.` : `It is one of ${values.map(valueText).join(', ')}.`;

function sizeText(origin: string, bound: string, size: number | bigint): string {
	const unit = UNITS[origin];
	return unit === undefined ? `It is ${bound} ${size}.` : `It has ${bound} ${size} ${unit}.`;
}

/**
 * Turns zod's own issues into sentences for people. Schemas with a sentence of their own do not get here. The sentence
 * leaves out the value, which may be long or secret.
 */
export function issueWords(issue: z.core.$ZodRawIssue): string {
	switch (issue.code) {
		case 'invalid_type': {
			const wanted = TYPES[issue.expected] ?? issue.expected;
			return issue.input === undefined ? `It is missing: ${wanted}.` : `It has to be ${wanted}.`;
		}
		case 'invalid_value':
			return oneOf(issue.values);
		case 'too_big':
			return sizeText(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum);
		case 'too_small':
			if (UNITS[issue.origin] !== undefined && Number(issue.minimum) === 1) return 'It is empty.';
			return sizeText(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum);
		case 'not_multiple_of':
			return `It is a multiple of ${issue.divisor}.`;
		case 'unrecognized_keys':
			return `There is nothing of this name here: ${issue.keys.join(', ')}.`;
		case 'invalid_union': {
			const options: unknown = 'options' in issue ? issue.options : undefined;
			return Array.isArray(options) ? oneOf(options) : 'It has none of the forms that are possible here.';
		}
		default:
			return 'It does not have the form that is needed here.';
	}
}

z.config({ localeError: issueWords });
