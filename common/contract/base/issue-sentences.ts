import type { Texts } from '../../words/locale/texts.ts';

/** The sentences for zod's own issues, in English. */
export const ISSUE_SENTENCES = {
	/** What zod calls a type. */
	types: {
		object: 'an object',
		list: 'a list',
		text: 'a text',
		number: 'a number',
		wholeNumber: 'a whole number',
		boolean: 'true or false',
		null: 'null',
		absent: 'left out',
	},
	emptyText: 'an empty text',
	missing: (type: string) => `It is missing: ${type}.`,
	wrongType: (type: string) => `It has to be ${type}.`,
	only: (value: string) => `It has to be ${value}.`,
	oneOf: (values: string) => `It is one of ${values}.`,
	/** `size`: a number as it is written. */
	number: {
		atMost: (size: string) => `It is at most ${size}.`,
		lessThan: (size: string) => `It is less than ${size}.`,
		atLeast: (size: string) => `It is at least ${size}.`,
		moreThan: (size: string) => `It is more than ${size}.`,
	},
	characters: {
		atMost: (size: string) => `It has at most ${size} characters.`,
		lessThan: (size: string) => `It has less than ${size} characters.`,
		atLeast: (size: string) => `It has at least ${size} characters.`,
		moreThan: (size: string) => `It has more than ${size} characters.`,
	},
	entries: {
		atMost: (size: string) => `It has at most ${size} entries.`,
		lessThan: (size: string) => `It has less than ${size} entries.`,
		atLeast: (size: string) => `It has at least ${size} entries.`,
		moreThan: (size: string) => `It has more than ${size} entries.`,
	},
	empty: 'It is empty.',
	multipleOf: (divisor: string) => `It is a multiple of ${divisor}.`,
	unknownKeys: (keys: string) => `There is nothing of this name here: ${keys}.`,
	noForm: 'It has none of the forms that are possible here.',
	wrongForm: 'It does not have the form that is needed here.',
};

/** The same in any language. */
export type IssueSentences = Texts<typeof ISSUE_SENTENCES>;
