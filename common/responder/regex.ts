import { RE2JS, RE2JSSyntaxException } from 're2js';
import type { CharsetName } from '../payload/charsets/names.ts';
import { fromLatin1, toLatin1 } from '../payload/codec/ascii.ts';
import { type Fault, fault, faultWords } from '../payload/codec/fault.ts';
import { type BytePattern, bytePattern } from '../payload/pattern/byte-pattern.ts';
import type { CaptureNames, Captures } from '../template/index.ts';
import { COST } from './cost.ts';

/** A regular expression over bytes, each of them one character (ISO 8859-1). */
export interface ByteRegex extends CaptureNames {
	/** Maximum nanoseconds of one search, per byte of the message. */
	readonly nsPerByte: number;
	/** The first match anywhere in the message, in time linear in it. */
	match(message: Uint8Array): Captures | undefined;
	/** The first match, and the index after it. */
	first(message: Uint8Array): { readonly end: number; readonly captures: Captures } | undefined;
	/**
	 * Every match, from the left, without overlaps. Each is a separate search, so that the total time may grow with the
	 * square of the message: `mayGoOn` is called after each, and when it returns false there is no result.
	 */
	matchAll(
		message: Uint8Array,
		mayGoOn: () => boolean,
	): { readonly start: number; readonly end: number; readonly captures: Captures }[] | undefined;
}

/** The sentences for the reasons of RE2JS, by their texts. */
const REASONS = new Map(
	(
		[
			'regexClassRange',
			'regexEscape',
			'regexNamedCapture',
			'regexPerl',
			'regexNestedRepeat',
			'regexRepeatCount',
			'regexNoBracket',
			'regexNoParen',
			'regexNothingToRepeat',
			'regexBackslash',
			'regexGroupTwice',
			'regexUnexpectedParen',
			'regexTooDeep',
			'regexTooLarge',
			'regexLookbehind',
		] as const
	).map((code) => [faultWords(code).message, code] as const),
);

function explain({ error: reason, input }: RE2JSSyntaxException, { pattern, placeOf }: BytePattern): Fault {
	const at = input !== null && input !== pattern ? pattern.indexOf(input) : -1;
	const code = REASONS.get(reason);
	const said = code === undefined ? reason : faultWords(code);
	const why = at < 0 || input === null ? said : faultWords('regexPart', { reason: said, part: input });
	return fault(placeOf(Math.max(at, 0)), 'regexBroken', { why });
}

function parse(bytes: BytePattern, ignoreCase: boolean): RE2JS | Fault {
	try {
		return RE2JS.compile(bytes.pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
	} catch (error) {
		if (error instanceof RE2JSSyntaxException) return explain(error, bytes);
		throw error;
	}
}

/**
 * Compiles RE2 syntax. Characters that are not ASCII match their bytes in `charset`. Case is ignored for these, for ASCII letters and for the letters of the charset.
 */
export function compileRegex(
	pattern: string,
	ignoreCase: boolean,
	charset: CharsetName = 'utf-8',
): { ok: true; regex: ByteRegex } | Fault {
	const bytes = bytePattern(pattern, ignoreCase, charset);
	if (!bytes.ok) return bytes;
	const compiled = parse(bytes, ignoreCase);
	if (!(compiled instanceof RE2JS)) return compiled;
	const groups = compiled.groupCount();
	const capturesOf = (matcher: ReturnType<RE2JS['matcher']>): Captures =>
		Array.from({ length: groups + 1 }, (_, group) => fromLatin1(matcher.group(group) ?? ''));
	const regex: ByteRegex = {
		groups,
		names: new Map(Object.entries(compiled.namedGroups())),
		nsPerByte: COST.regex + COST.instruction * compiled.programSize(),
		match(message) {
			const matcher = compiled.matcher(toLatin1(message));
			return matcher.find() ? capturesOf(matcher) : undefined;
		},
		matchAll(message, mayGoOn) {
			const matcher = compiled.matcher(toLatin1(message));
			const all = [];
			while (matcher.find()) {
				all.push({ start: matcher.start(), end: matcher.end(), captures: capturesOf(matcher) });
				if (!mayGoOn()) return undefined;
			}
			return all;
		},
		first(message) {
			const matcher = compiled.matcher(toLatin1(message));
			return matcher.find() ? { end: matcher.end(), captures: capturesOf(matcher) } : undefined;
		},
	};
	return { ok: true, regex };
}
