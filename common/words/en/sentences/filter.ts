/** What is wrong with a filter. Parameters are only put in, never called. */
export const filterErrors = {
	filterTooLong: ({ most }: { readonly most: number }) => `A filter has ${most} characters at most.`,
	filterClosesNothing: 'This ) closes nothing.',
	filterNotClosed: 'Expected a ).',
	/** `found`: an operator; empty at the end of the filter. */
	filterNoCondition: {
		message: ({ found }: { readonly found: string }) =>
			`Expected a word, a field such as dir:in, “not” or “(”${found === '' ? '' : `, not “${found}”`}.`,
		hint: ({ found }: { readonly found: string }) =>
			found === 'and' || found === 'or' ? `To find the word itself, write "${found}".` : '',
	},
	filterNoText: 'Expected text to find.',
	filterHalfCharacter: 'Expected whole characters.',
	filterNoValue: {
		message: 'Expected a value to compare with.',
		hint: 'Write * behind a colon for any value, as in modbus.function:*.',
	},
	filterNoEndpoint: 'Expected the name of an endpoint.',
	/** A field that only finds what it contains, and one that is equal or not. */
	filterOnlyContains: ({ field }: { readonly field: string }) =>
		`“${field}” cannot be compared so; expected ${field}:.`,
	filterOnlyEqual: ({ field }: { readonly field: string }) =>
		`“${field}” cannot be compared so; expected ${field}: or ${field}!=.`,
	/** `known`: all values but the last, with commas between. `near`: the one that was probably meant; empty for none. */
	filterUnknownValue: {
		message: ({ known, last }: { readonly known: string; readonly last: string }) => `Expected ${known} or ${last}.`,
		hint: ({ near }: { readonly near: string }) => (near === '' ? '' : `Did you mean ${near}?`),
	},
	/** `near`: the whole name that was probably meant; empty for none. */
	filterUnknownField: {
		message: ({ field }: { readonly field: string }) => `There is no decoded field ${field}.`,
		hint: ({ near }: { readonly near: string }) =>
			near === '' ? 'The Decoded tab shows the names of fields.' : `Did you mean ${near}?`,
	},
	/** `why`: a sentence about hexadecimal. `isList`: bytes with blanks between them, 1 or 0. */
	filterBadHex: {
		message: ({ why }: { readonly why: string }) => why,
		hint: ({ isList }: { readonly isList: number }) =>
			isList === 1 ? 'Put bytes with blanks between them into "quotes".' : '',
	},
	filterNoBytes: {
		message: 'Expected bytes in hexadecimal, as in hex:0d0a or hex:"0d 0a".',
		hint: ({ isList }: { readonly isList: number }) =>
			isList === 1 ? 'Put bytes with blanks between them into "quotes".' : '',
	},
	filterNoQuote: 'Expected a closing ".',
	filterBadEscape: {
		message: 'Expected one of \\" \\\\ \\n \\r \\t.',
		hint: 'Write \\\\ for a backslash, and hex:00ff for other bytes.',
	},
	filterBadConnection: 'Expected the number of a connection, as in conn:3.',
	filterBadPort: 'Expected a port from 0 to 65535, as in port:9000.',
	filterBadLength: 'Expected a number of bytes, as in 100, 1.5k or 2M.',
	filterBadTime: 'Expected a time, as in 5s, 250ms, 2m or 1h.',
	/** `why`: of the library that compiles it, in English. */
	filterBadRegex: ({ why }: { readonly why: string }) => `The regular expression does not compile: ${why}.`,
	filterLargeRegex: {
		message: 'The regular expression is too large.',
		hint: 'Repeat less, as in {1,50}.',
	},
	filterWideCharacter: {
		message: ({ character }: { readonly character: string }) =>
			`“${character}” is more than one byte, and [ ] stands for one.`,
		hint: 'Write (a|b) in place of [ab].',
	},
	filterMistyped: {
		message: ({ written }: { readonly written: string }) => `“${written}” looks like a condition, but is none.`,
		hint: ({ meant }: { readonly meant: string }) => `Did you mean ${meant}? To find it as text, put it into "quotes".`,
	},
};
