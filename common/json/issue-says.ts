import { z } from 'zod';
import { sentenceSchema } from '../contract/base/sentence.ts';
import { wrongInput } from '../words/en/sentences/wrong-input.ts';
import { type Said, sayingOf } from '../words/sentence/said.ts';

/** Makes a sentence about wrong input. */
export const said = sayingOf(wrongInput);

/** What zod calls a type, by the sentence that names it. */
const TYPES = new Map(
	Object.entries({
		object: 'typeObject',
		record: 'typeObject',
		array: 'typeList',
		tuple: 'typeList',
		string: 'typeText',
		number: 'typeNumber',
		int: 'typeWholeNumber',
		bigint: 'typeWholeNumber',
		boolean: 'typeBoolean',
		null: 'typeNull',
		undefined: 'typeAbsent',
	} as const),
);

/** In what the size of a value is counted; that of a number is its value. */
const UNITS: ReadonlyMap<string, 'characters' | 'entries'> = new Map([
	['string', 'characters'],
	['array', 'entries'],
	['set', 'entries'],
	['map', 'entries'],
]);

/** The names of the sentences without parameters. */
const NAMES: ReadonlyMap<string, string> = new Map(
	Object.entries(wrongInput).flatMap(([name, sentence]) => (typeof sentence === 'string' ? [[sentence, name]] : [])),
);

type Issue = z.core.$ZodRawIssue | z.core.$ZodIssue;

/** What is wrong with written input; `says` is absent where the schema has made its message of the value. */
export type Fault = Said | { readonly message: string; readonly says?: undefined };

function valueSays(value: unknown): string | Said {
	return value === '' ? said('emptyText') : String(value);
}

function oneOf(values: readonly unknown[]): Said {
	if (values.length === 1) return said('inputOnly', { value: valueSays(values[0]) });
	const texts = values.map(valueSays).map((value) => (typeof value === 'string' ? value : value.message));
	return said('inputOneOf', { values: texts.join(', ') });
}

/** The sentence for one of zod's own issues. It leaves out the value, which may be long or secret. */
function generalSays(issue: Issue, isMissing: boolean): Said {
	switch (issue.code) {
		case 'invalid_type': {
			const known = TYPES.get(issue.expected);
			const type = known === undefined ? issue.expected : said(known);
			return said(isMissing ? 'inputMissing' : 'inputWrongType', { type });
		}
		case 'invalid_value':
			return oneOf(issue.values);
		case 'too_big': {
			const limit = issue.inclusive === false ? 'LessThan' : 'AtMost';
			return said(`${UNITS.get(issue.origin) ?? 'number'}${limit}`, { size: String(issue.maximum) });
		}
		case 'too_small': {
			if (UNITS.has(issue.origin) && Number(issue.minimum) === 1) return said('inputEmpty');
			const limit = issue.inclusive === false ? 'MoreThan' : 'AtLeast';
			return said(`${UNITS.get(issue.origin) ?? 'number'}${limit}`, { size: String(issue.minimum) });
		}
		case 'not_multiple_of':
			return said('multipleOf', { divisor: String(issue.divisor) });
		case 'unrecognized_keys':
			return said('unknownKeys', { keys: issue.keys.join(', ') });
		case 'invalid_union': {
			const options: unknown = 'options' in issue ? issue.options : undefined;
			return Array.isArray(options) ? oneOf(options) : said('noForm');
		}
		default:
			return said('wrongForm');
	}
}

// Turns zod's own issues into sentences for people. Schemas with a sentence of their own do not get here.
z.config({ localeError: (issue) => generalSays(issue, issue.input === undefined).message });

/** A schema's own sentence that has parameters, for `addIssue`. */
export function issueOf({ message, says }: Said, path: readonly PropertyKey[] = []) {
	return { code: 'custom' as const, path: [...path], message, params: { says } };
}

/** What a schema has found, with the sentence that it is. */
export function issueSays(issue: z.core.$ZodIssue): Fault {
	const { message } = issue;
	const code = NAMES.get(message);
	if (code !== undefined) return { message, says: { code, params: {} } };
	if (issue.code === 'custom') {
		const { success, data } = sentenceSchema.safeParse(issue.params?.says);
		return success ? { message, says: data } : { message };
	}
	// Whether a value was missing is known by the sentence, as the issue may be without its input.
	const both = [true, false].map((isMissing) => generalSays(issue, isMissing));
	return both.find((one) => one.message === message) ?? { message };
}
