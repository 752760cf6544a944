import { RE2JS, RE2JSSyntaxException } from 're2js';
import type { WirebenchError } from '../contract/base/errors.ts';
import type { CharsetName } from '../payload/charsets/names.ts';
import { toLatin1 } from '../payload/codec/ascii.ts';
import { type BytePattern, bytePattern } from '../payload/pattern/byte-pattern.ts';
import type { Filter } from './ast.ts';
import { BUILT_IN, type KnownProtocols } from './decoded/known.ts';
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
 * What is not ASCII in the pattern stands for its bytes in `charset`, as in rules (bytePattern). The time of a search grows
 * with the length of the content, never faster. Throws FilterError, with positions in the pattern.
 */
export function compileRegex(regex: Regex, charset: CharsetName = 'utf-8'): ByteRegex {
	const compiled = compile(bytesOf(regex, charset), regex);
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
export function checkRegexes(text: string, known: KnownProtocols = BUILT_IN): void {
	for (const token of tokens(text, known)) {
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

function compile(bytes: BytePattern, { pattern, anyCase }: Regex): RE2JS {
	try {
		const compiled = RE2JS.compile(bytes.pattern, anyCase ? RE2JS.CASE_INSENSITIVE : 0);
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

function bytesOf({ pattern, anyCase }: Regex, charset: CharsetName): BytePattern {
	const bytes = bytePattern(pattern, anyCase, charset);
	if (bytes.ok) return bytes;
	const { position } = bytes;
	const character = String.fromCodePoint(pattern.codePointAt(position) ?? 0);
	throw new FilterError(sentenceOf(character), position, character.length);
}

/** What is wrong with the first character of a part that has no bytes, or several where there must be one. */
function sentenceOf(character: string): WirebenchError {
	if (character === '\\') return filterSentence('bad-input', 'filterBadRegex', { why: 'invalid escape sequence' });
	if (character === '(') return filterSentence('bad-input', 'filterBadRegex', { why: 'invalid named capture' });
	if (!character.isWellFormed()) return filterSentence('bad-input', 'filterHalfCharacter');
	return filterSentence('bad-input', 'filterWideCharacter', { character });
}
