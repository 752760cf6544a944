/** What is wrong with a template. `names`, `can`, `known`: names and words with commas between, as they are written. */
export const templateFaults = {
	templateUnclosed: 'This {{ has no }} after it. For two braces write {{"{{"}}.',
	templateQuoteOpen: 'This quote has no end.',
	templateEmpty: ({ names }: { readonly names: string }) => `This placeholder is empty: it can be ${names}.`,
	templateManyRanges: ({ most }: { readonly most: number }) =>
		`At most ${most} lengths and checksums can be in one template.`,
	templateUnknown: ({ name, names }: { readonly name: string; readonly names: string }) =>
		`There is no {{${name}}}: it can be ${names}.`,
	templateUnknownOrGroup: ({ name, names }: { readonly name: string; readonly names: string }) =>
		`There is no {{${name}}}: it can be ${names} or the number of a group.`,
	/** `wrong`: another sentence about the placeholder. */
	templateIsVariable: ({ wrong, name }: { readonly wrong: string; readonly name: string }) =>
		`${wrong} For the variable write {{var ${name}}}.`,
	templateMarkName: 'A mark has a name of letters of ASCII, digits, “_” or “-”, as in {{mark body}}.',
	templateTwoMarks: ({ name }: { readonly name: string }) => `There are two marks “${name}”.`,
	templateAdd: 'It is a whole number, as in add=2 or add=-2.',
	templateNoFilter: ({ name, names }: { readonly name: string; readonly names: string }) =>
		`There is no filter “${name}”: it can be ${names}.`,
	templateWidth: 'A width is a whole number from 1 to 64.',
	templateWidthOfBytes: 'A width is for a decimal number: leave one of them out.',
	templateNothingFollows: ({ name, word }: { readonly name: string; readonly word: string }) =>
		`{{${name}}} has no “${word}”: nothing follows the name.`,
	templateWord: ({ name, word, can }: { readonly name: string; readonly word: string; readonly can: string }) =>
		`{{${name}}} has no “${word}”: what follows can be ${can}.`,
	/** What can follow a name, in `can`. */
	templateRangeWords: 'before, after, all, or FROM..TO',
	templateByteCount: ({ most }: { readonly most: number }) => `a number of bytes from 1 to ${most}`,
	templateList: ({ first, more }: { readonly first: string; readonly more: string }) => `${first}, ${more}`,
	templateOfFile: ({ name }: { readonly name: string }) =>
		`There is no {{${name}}} here: it is that of a file that follows.`,
	templateOnOpen: ({ name }: { readonly name: string }) => `There is no {{${name}}} on open: no message has come yet.`,
	templateOfMessage: ({ name }: { readonly name: string }) =>
		`There is no {{${name}}} here: it is of a message that is answered.`,
	templateOfPeer: ({ name }: { readonly name: string }) =>
		`There is no {{${name}}} here: one message may go to several.`,
	templateRuleNoRegex: ({ name }: { readonly name: string }) =>
		`{{${name}}} is a capture, but this rule has no regular expression.`,
	templateNoRegex: ({ name }: { readonly name: string }) =>
		`{{${name}}} is a capture, but there is no regular expression.`,
	templateNoGroup: ({ name, groups }: { readonly name: string; readonly groups: number }) =>
		`The regular expression has ${groups} groups: there is no {{${name}}}.`,
	templateNoEdge: ({ word }: { readonly word: string }) =>
		`A range has no “${word}”: its ends can be start, end, here, a number of bytes.`,
	templateNoMark: ({ word, known }: { readonly word: string; readonly known: string }) =>
		`A range has no “${word}”: its ends can be start, end, here, a number of bytes, ${known}.`,
	templateRangeEnds: 'This range ends before it starts.',
	templateRangeBeyond: ({ total }: { readonly total: number }) =>
		`This range goes beyond the message, which has ${total} bytes.`,
	templateNumber: 'It is a whole number of at most 64 bits.',
	templateName: 'A name has up to 64 letters of ASCII, digits, “_”, “.” or “-”.',
	templateRandom: ({ most }: { readonly most: number }) => `Say how many bytes, from 1 to ${most}, as in {{random 4}}.`,
	templateNoVariables: ({ name }: { readonly name: string }) => `There is no variable “${name}”: there is none yet.`,
	templateNoVariable: ({ name, names }: { readonly name: string; readonly names: string }) =>
		`There is no variable “${name}”: there is ${names}.`,
	templateVariableName: 'Name the variable, as in {{var host}}.',
	templateEnvironmentName: 'Name the variable of the environment, as in {{env HOME}}.',
	templateNoEnvironment: ({ name }: { readonly name: string }) =>
		`Wirebench was started without ${name} in its environment.`,
	templateLengthOfItself: ({ name }: { readonly name: string }) =>
		`The value of {{${name}}} depends on itself: give it a fixed form, as in {{len all width=4}} or {{len all be16}}.`,
	templateSumOfItself: ({ name }: { readonly name: string }) =>
		`The value of {{${name}}} depends on itself: choose a range without it, as in {{${name} start..here}}.`,
	templateLengthForm: ({ length }: { readonly length: string }) => `The length ${length} does not fit into this form.`,
};
