import { OPERATORS, type Operator } from './ast.ts';
import type { DecodedOperator } from './decoded/compare.ts';
import { BUILT_IN, type KnownProtocols } from './decoded/known.ts';
import { pathAt, type WrittenPath } from './decoded/path.ts';
import { FilterError, filterSentence } from './error.ts';
import { type FieldName, fieldNamed } from './fields.ts';

/** A value as it was written; `quoted` ones have their escapes resolved. */
export interface Written {
	readonly text: string;
	readonly quoted: boolean;
	readonly at: number;
	/** One past its last character, quotes included. */
	readonly end: number;
}

export type Token =
	| ({ readonly type: 'value' } & Written)
	| {
			readonly type: 'field';
			readonly field: FieldName;
			/** The field's name as it was written. */
			readonly name: string;
			readonly is: Operator;
			readonly at: number;
			readonly value: Written;
	  }
	| {
			readonly type: 'decoded';
			readonly path: WrittenPath;
			readonly is: DecodedOperator;
			readonly at: number;
			/** Where each name of the path begins. */
			readonly starts: readonly number[];
			/** One past the path. */
			readonly pathEnd: number;
			readonly value: Written;
			readonly end: number;
	  }
	| {
			readonly type: 'regex';
			readonly pattern: string;
			readonly anyCase: boolean;
			readonly at: number;
			readonly end: number;
	  }
	| { readonly type: 'and' | 'or' | 'not' | '(' | ')' | 'end'; readonly at: number; readonly end: number };

const SPACE = /\s*/y;
const WORD = /[^\s()"]+/y;
const FIELD = /([A-Za-z]+)(:|>=|<=|!=|==|=|<|>)/y;
/** Space is allowed around the comparison of a known field. */
const SPACED_FIELD = /([A-Za-z]+)\s*(>=|<=|!=|==|=|<|>)\s*/y;
/** Behind the path of a decoded field. */
const DECODED_SIGN = /:|\s*(>=|<=|!=|==|=|<|>)\s*|\s+(contains)\s+/iy;
/** Fields whose text may begin with `=`. */
const TEXTS: ReadonlySet<FieldName> = new Set(['text', 'note', 'endpoint']);
/** Between two slashes; one inside is written `\/`. What stands after the second makes it a word, as in `/usr/bin`. */
const REGEX = /\/((?:[^\\/]|\\.)+)\/(i?)(?=[\s()]|$)/sy;
const KEYWORD = /^(?:and|or|not)$/i;
/** Escapes in quotes, and what they stand for. */
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', r: '\r', t: '\t' };

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text) ?? undefined;
}

/** Splits a filter into tokens; the last is `end`. Throws FilterError for unclosed quotes and unknown escapes. */
export function tokens(text: string, known: KnownProtocols = BUILT_IN): Token[] {
	const result: Token[] = [];
	let at = 0;
	for (;;) {
		at += match(SPACE, text, at)?.[0].length ?? 0;
		if (at >= text.length) return [...result, { type: 'end', at, end: at }];
		const token = tokenAt(text, at, known);
		result.push(token);
		at = token.type === 'field' ? token.value.end : token.end;
	}
}

function tokenAt(text: string, at: number, known: KnownProtocols): Token {
	const sign = text[at];
	if (sign === '(' || sign === ')') return { type: sign, at, end: at + 1 };
	if (sign === '"') return { type: 'value', ...quoted(text, at) };
	const regex = match(REGEX, text, at);
	if (regex) {
		const [all, pattern = '', flags] = regex;
		return { type: 'regex', pattern, anyCase: flags === 'i', at, end: at + all.length };
	}
	const decoded = decodedAt(text, at, known);
	if (decoded) return decoded;
	const written = match(SPACED_FIELD, text, at) ?? match(FIELD, text, at);
	const field = fieldNamed(written?.[1] ?? '');
	if (written && field !== undefined) return fieldAt(text, at, written, field);
	const value = word(text, at);
	const keyword = KEYWORD.test(value.text) ? value.text.toLowerCase() : undefined;
	if (keyword === 'and' || keyword === 'or' || keyword === 'not') return { type: keyword, at, end: value.end };
	return { type: 'value', ...value };
}

function fieldAt(text: string, at: number, [all, name = '', sign]: RegExpExecArray, field: FieldName): Token {
	const isInText = sign === '==' && TEXTS.has(field);
	const start = isInText ? text.indexOf('=', at) + 1 : at + all.length;
	const value = text[start] !== '"' ? word(text, start) : field === 'hex' ? verbatim(text, start) : quoted(text, start);
	return { type: 'field', field, name, is: OPERATORS.find((known) => known === sign) ?? '=', at, value };
}

/** The condition of a decoded field: a path, and a comparison behind it. */
function decodedAt(text: string, at: number, known: KnownProtocols): Token | undefined {
	const found = pathAt(text, at, known);
	const sign = found && match(DECODED_SIGN, text, found.end);
	if (!found || !sign) return undefined;
	const start = found.end + sign[0].length;
	const value = text[start] === '"' ? quoted(text, start) : word(text, start);
	const isPresent = (sign[0] === ':' || sign[1] === '=' || sign[1] === '==') && value.text === '*' && !value.quoted;
	const is = isPresent ? 'present' : sign[2] ? 'contains' : (OPERATORS.find((known) => known === sign[1]) ?? '=');
	return { type: 'decoded', path: found.path, starts: found.starts, is, at, pathEnd: found.end, value, end: value.end };
}

/** The unquoted word at `at`; empty where there is none. */
function word(text: string, at: number): Written {
	const found = match(WORD, text, at)?.[0] ?? '';
	return { text: found, quoted: false, at, end: at + found.length };
}

/** Quoted text without resolving escapes: hexadecimal has backslashes of its own, as in `\x41`, and may contain other quotes. */
function verbatim(text: string, start: number): Written {
	const end = text.indexOf('"', start + 1);
	if (end < 0) throw new FilterError(filterSentence('bad-input', 'filterNoQuote'), text.length, 0);
	return { text: text.slice(start + 1, end), quoted: true, at: start, end: end + 1 };
}

function quoted(text: string, start: number): Written {
	let value = '';
	for (let at = start + 1; at < text.length; at++) {
		const sign = text[at];
		if (sign === '"') return { text: value, quoted: true, at: start, end: at + 1 };
		if (sign !== '\\') {
			value += sign;
			continue;
		}
		const meant = Object.hasOwn(ESCAPES, text[at + 1] ?? '') ? ESCAPES[text[at + 1] ?? ''] : undefined;
		if (meant === undefined) {
			const sentence = filterSentence('bad-input', 'filterBadEscape');
			throw new FilterError(sentence, at, Math.min(2, text.length - at));
		}
		value += meant;
		at++;
	}
	throw new FilterError(filterSentence('bad-input', 'filterNoQuote'), text.length, 0);
}
