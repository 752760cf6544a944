import { RE2JS, RE2JSSyntaxException } from 're2js';
import { toLatin1 } from '../payload/ascii.ts';
import { encodeText } from '../payload/text.ts';
import type { Filter } from './ast.ts';
import { FilterError, filterSentence } from './error.ts';
import type { Finder } from './find.ts';
import { tokens } from './lexer.ts';

type Regex = Pick<Extract<Filter, { type: 'regex' }>, 'pattern' | 'anyCase'>;

/** Instructions that a compiled expression may have: each of them may cost time at each byte. */
const MAX_INSTRUCTIONS = 1000;
/** Bytes of an event that an expression is tested on: re2js takes some ms for them, 100 ms with the costliest. */
export const REGEX_BYTES = 1 << 20;

/** One place of a match: its first byte, and one past its last. */
export interface Place {
	readonly from: number;
	readonly to: number;
}

/** A regular expression over bytes. */
export interface ByteRegex {
	/** Whether it matches anywhere in the first REGEX_BYTES. */
	readonly test: Finder;
	/** Finds in one content the first match that is not empty and begins at or after a byte. */
	readonly scan: (content: Uint8Array) => (from: number) => Place | undefined;
}

/**
 * Compiles RE2 syntax over bytes: each byte is one character (ISO 8859-1), so that `\xff` and `.` stand for one byte.
 * What is not ASCII in the pattern stands for its bytes in UTF-8, and its case is never ignored. The time of a search
 * grows with the length of the content, never faster. Throws FilterError, with positions in the pattern.
 */
export function compileRegex({ pattern, anyCase }: Regex): ByteRegex {
	const compiled = compile(byteForm(pattern), anyCase, pattern);
	return {
		test: (content) => compiled.test(toLatin1(content.subarray(0, REGEX_BYTES))),
		scan(content) {
			const matcher = compiled.matcher(toLatin1(content));
			return (from) => {
				let found = from <= content.length && matcher.find(from);
				while (found && matcher.start() === matcher.end()) found = matcher.find();
				return found ? { from: matcher.start(), to: matcher.end() } : undefined;
			};
		},
	};
}

/** Throws FilterError, with the place in the filter, for its first regular expression that does not compile. */
export function checkRegexes(text: string): void {
	for (const token of tokens(text)) {
		if (token.type !== 'regex') continue;
		try {
			compileRegex(token);
		} catch (error) {
			if (!(error instanceof FilterError)) throw error;
			const { sentence, position, length } = error;
			throw new FilterError(sentence, token.at + 1 + position, length);
		}
	}
}

function compile(form: string, anyCase: boolean, pattern: string): RE2JS {
	try {
		const compiled = RE2JS.compile(form, anyCase ? RE2JS.CASE_INSENSITIVE : 0);
		if (compiled.programSize() <= MAX_INSTRUCTIONS) return compiled;
	} catch (error) {
		if (!(error instanceof RE2JSSyntaxException)) throw error;
		const excerpt = error.input ?? '';
		const at = excerpt === '' ? -1 : pattern.indexOf(excerpt);
		const where = at < 0 ? ([0, pattern.length] as const) : ([at, excerpt.length] as const);
		throw new FilterError(filterSentence('bad-input', 'filterBadRegex', { why: error.error }), ...where);
	}
	throw new FilterError(filterSentence('bad-input', 'filterLargeRegex'), 0, pattern.length);
}

/** The pattern with each character beyond ASCII as the bytes of its UTF-8 form. */
function byteForm(pattern: string): string {
	let form = '';
	let inClass = false;
	for (let at = 0; at < pattern.length; ) {
		const character = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
		const escaped = character === '\\' ? pattern.slice(at, at + 2) : undefined;
		if (escaped !== undefined && escaped.charCodeAt(1) < 0x80) {
			form += escaped;
			at += 2;
			continue;
		}
		if (character === '[') inClass = true;
		else if (character === ']') inClass = false;
		if (character.charCodeAt(0) < 0x80) form += character;
		else form += bytesAsPattern(character, at, inClass);
		at += character.length;
	}
	return form;
}

function bytesAsPattern(character: string, at: number, inClass: boolean): string {
	if (inClass) {
		throw new FilterError(filterSentence('bad-input', 'filterWideCharacter', { character }), at, character.length);
	}
	const encoded = encodeText(character);
	if (!encoded.ok) throw new FilterError(filterSentence('bad-input', 'filterHalfCharacter'), at, 1);
	return `(?-i:${Array.from(encoded.bytes, (byte) => `\\x${byte.toString(16)}`).join('')})`;
}
