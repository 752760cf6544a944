/** What is wrong with written bytes: text in a charset, escapes, base64, hexadecimal, patterns of these. */
export const writtenFaults = {
	/** In place of a character, behind the last one. */
	endOfText: 'the end',
	halfCharacter: 'Half of a surrogate pair is not a character and has no bytes.',
	notInCharset: ({ character, charset }: { readonly character: string; readonly charset: string }) =>
		`${character} is not in ${charset}.`,

	base64NoPlace: 'There is no place for this = here.',
	base64Follows: 'Nothing can follow the = at the end.',
	base64NoDigit: ({ character }: { readonly character: string }) => `${character} is no digit of base64.`,
	base64Another: 'Another = belongs at the end.',
	base64DigitAlone: 'This last digit alone is less than a byte.',
	base64Bits: 'This last digit has bits that belong to no byte.',

	escapeLargest: 'The largest code point is \\u{10FFFF}.',
	escapeUnicode: '\\u wants four hexadecimal digits, or one to six in braces as in \\u{1F600}.',
	escapeByte: '\\x wants two hexadecimal digits, as in \\x0a.',
	escapeNothing: 'Nothing follows this backslash: write two for one backslash.',
	escapeUnknown: ({ character }: { readonly character: string }) =>
		`There is no escape \\ and ${character}: write two backslashes for one backslash.`,

	hexListOrBytes: 'Expected only bytes, or only a list of bytes, not both.',
	hexWideArray: ({ type }: { readonly type: string }) =>
		`Expected an array of bytes: “${type}” has more than one, and their order is not known.`,
	hexListOpen: ({ bracket }: { readonly bracket: string }) => `Expected a ${bracket} at the end of the list.`,
	hexSecondList: 'A second list begins here: paste one at a time.',
	hexBehindList: 'Expected nothing behind the list but its end.',
	hexListByte: ({ character }: { readonly character: string }) =>
		`Expected a byte such as 0x41, not ${character}: in a list a number without 0x is decimal.`,
	hexDigitsFollow: ({ prefix }: { readonly prefix: string }) => `Hexadecimal digits should follow ${prefix}.`,
	hexWideNumber: 'Expected bytes of two digits: the order of the bytes in this number is not known.',
	hexComma: ({ character }: { readonly character: string }) => `Expected a comma, not ${character}.`,
	hexLiteralAscii: ({ character }: { readonly character: string }) =>
		`Expected a character of ASCII in a bytes literal, not ${character}.`,
	hexLiteralOpen: 'This bytes literal has no quote at its end.',
	hexOctal: 'The largest byte in octal is \\377.',
	hexLiteralEscape: 'Expected an escape of a bytes literal, as in \\x0a or \\n.',
	hexCommentOpen: 'This comment has no */ after it.',
	hexQuoteEnd: ({ quote }: { readonly quote: string }) => `Expected ${quote} as the end of what is quoted.`,
	hexQuoteOpen: 'This quote is not closed.',
	hexByte: ({ character }: { readonly character: string }) =>
		`Expected a byte of two hexadecimal digits, not ${character}.`,
	hexAfterEscape: ({ written }: { readonly written: string }) =>
		`Expected \\x or a separator after ${written}: a character stands here, or a byte.`,
	hexDigit: ({ character }: { readonly character: string }) => `Expected a hexadecimal digit, not ${character}.`,
	hexDigitAlone: ({ digit }: { readonly digit: string }) =>
		`The digit “${digit}” stands alone: a byte is two hexadecimal digits.`,

	dumpCount: ({ count }: { readonly count: number }) => `Expected ${count} bytes in this line, up to the next offset.`,
	dumpWords:
		'Expected bytes of two digits: these are words whose byte order is not known. Use hexdump -C, od -t x1 or xxd.',
	dumpLastFirst:
		'Expected the characters of this line to be those of its bytes: its words have the last byte first, or it was changed.',
	dumpNotBytes: ({ character }: { readonly character: string }) =>
		`Expected a byte, or characters that show the bytes of this line, not ${character}.`,
	dumpMaybeOffset: ({ digits }: { readonly digits: string }) =>
		`Expected bytes in pairs: “${digits}” may be an offset too. Remove it, or put blanks between its bytes.`,
	dumpOffsets: 'Expected offsets in hexadecimal.',
	dumpLine: 'Expected a line of the dump, which begins with its offset.',
	dumpOffset: ({ length, digits }: { readonly length: number; readonly digits: string }) =>
		`Expected the offset of byte ${length} of the dump, not ${digits}: lines are missing, or others follow.`,
	dumpNoBytes: 'Expected bytes behind this offset.',
	dumpSecond: 'Expected an offset above the one before: a second dump begins here.',
	dumpPairs: 'Expected bytes in pairs: words of this length may have their last byte first. Use xxd -g 1.',
	dumpSameAlone: 'Expected a line before this * and an offset after it.',
	dumpSameLines: 'Expected whole lines between this * and the next offset.',
	dumpTooLarge: 'Expected 64 MiB at most: the next offset is beyond them.',

	regexCharset: ({ charset }: { readonly charset: string }) =>
		`A regular expression matches bytes: write those of ${charset}, each as \\xHH.`,
	regexNoMeaning: ({ character }: { readonly character: string }) =>
		`${character} has no meaning there in a regular expression.`,
	regexWideInClass: ({ character, charset }: { readonly character: string; readonly charset: string }) =>
		`“${character}” has several bytes in ${charset}, and a class matches one: write (?:…|…) in place of […].`,
	/** `why`: one of those that follow, with the part that is wrong. */
	regexBroken: ({ why }: { readonly why: string }) => `The regular expression does not compile: ${why}.`,
	regexClassRange: 'invalid character class range',
	regexEscape: 'invalid escape sequence',
	regexNamedCapture: 'invalid named capture',
	regexPerl: 'invalid or unsupported Perl syntax',
	regexNestedRepeat: 'invalid nested repetition operator',
	regexRepeatCount: 'invalid repeat count',
	regexNoBracket: 'missing closing ]',
	regexNoParen: 'missing closing )',
	regexNothingToRepeat: 'missing argument to repetition operator',
	regexBackslash: 'trailing backslash at end of expression',
	regexGroupTwice: 'duplicate capture group name',
	regexUnexpectedParen: 'unexpected )',
	regexTooDeep: 'expression nests too deeply',
	regexTooLarge: 'expression too large',
	regexLookbehind: 'invalid capture in lookbehind',
	regexPart: ({ reason, part }: { readonly reason: string; readonly part: string }) => `${reason}: ${part}`,

	expectNothing: 'Write what is to be contained: nothing is in every message.',
	expectNoDigit: ({ character }: { readonly character: string }) =>
		`${character} is no hexadecimal digit, and no ? or *.`,
	expectTwoDigits: 'A byte has two digits, as in 0a; ?? is any byte.',
	expectBytes: 'Write bytes in hexadecimal.',
};
