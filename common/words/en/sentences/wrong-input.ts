import { INPUT_SENTENCES } from '../../../contract/base/input-sentences.ts';

/** What schemas say of wrong input: sentences for their own values, and those for what any schema can find. */
export const wrongInput = {
	...INPUT_SENTENCES,
	typeObject: 'an object',
	typeList: 'a list',
	typeText: 'a text',
	typeNumber: 'a number',
	typeWholeNumber: 'a whole number',
	typeBoolean: 'true or false',
	typeNull: 'null',
	typeAbsent: 'left out',
	emptyText: 'an empty text',
	inputMissing: ({ type }: { readonly type: string }) => `It is missing: ${type}.`,
	inputWrongType: ({ type }: { readonly type: string }) => `It has to be ${type}.`,
	inputOnly: ({ value }: { readonly value: string }) => `It has to be ${value}.`,
	inputOneOf: ({ values }: { readonly values: string }) => `It is one of ${values}.`,
	/** `size`: a number as it is written. */
	numberAtMost: ({ size }: { readonly size: string }) => `It is at most ${size}.`,
	numberLessThan: ({ size }: { readonly size: string }) => `It is less than ${size}.`,
	numberAtLeast: ({ size }: { readonly size: string }) => `It is at least ${size}.`,
	numberMoreThan: ({ size }: { readonly size: string }) => `It is more than ${size}.`,
	charactersAtMost: ({ size }: { readonly size: string }) => `It has at most ${size} characters.`,
	charactersLessThan: ({ size }: { readonly size: string }) => `It has less than ${size} characters.`,
	charactersAtLeast: ({ size }: { readonly size: string }) => `It has at least ${size} characters.`,
	charactersMoreThan: ({ size }: { readonly size: string }) => `It has more than ${size} characters.`,
	entriesAtMost: ({ size }: { readonly size: string }) => `It has at most ${size} entries.`,
	entriesLessThan: ({ size }: { readonly size: string }) => `It has less than ${size} entries.`,
	entriesAtLeast: ({ size }: { readonly size: string }) => `It has at least ${size} entries.`,
	entriesMoreThan: ({ size }: { readonly size: string }) => `It has more than ${size} entries.`,
	nameTwice: ({ name }: { readonly name: string }) => `The name ${name} is used twice.`,
	nameTwiceIn: ({ name, folder }: { readonly name: string; readonly folder: string }) =>
		`The name ${name} is used twice in ${folder}.`,
	shortcutTwice: ({ digit }: { readonly digit: number }) => `The shortcut ${digit} is used twice.`,
	idTwice: ({ id }: { readonly id: string }) => `The id ${id} is used twice.`,
	inputEmpty: 'It is empty.',
	multipleOf: ({ divisor }: { readonly divisor: string }) => `It is a multiple of ${divisor}.`,
	unknownKeys: ({ keys }: { readonly keys: string }) => `There is nothing of this name here: ${keys}.`,
	notUsable: 'It is not usable.',
	noForm: 'It has none of the forms that are possible here.',
	wrongForm: 'It does not have the form that is needed here.',
	/** A sentence of a schema with its place: in words, as in `port of endpoints 2`, and as a path. */
	inputAt: ({ place, what }: { readonly place: string; readonly path: string; readonly what: string }) =>
		`The ${place}${String(what).slice('It'.length)}`,
	inputAtPath: ({ path, what }: { readonly path: string; readonly what: string }) => `${path}: ${what}`,
	inputAtCharacter: ({
		path,
		character,
		what,
	}: {
		readonly path: string;
		readonly character: number;
		readonly what: string;
	}) => `${path}: character ${character}: ${what}`,
	inputOfEndpoint: ({
		path,
		what,
		endpoint,
	}: {
		readonly path: string;
		readonly what: string;
		readonly endpoint: string;
	}) => `${path}: ${what} (endpoint ${endpoint})`,
	unknownKey: 'Wirebench does not know this key.',
};
