import { nearest } from '../words/near.ts';
import { OPERATORS } from './ast.ts';
import { BUILT_IN, type KnownProtocols } from './decoded/known.ts';
import { FilterError } from './error.ts';
import { type FieldName, fieldNamed, WRITTEN_NAMES } from './fields.ts';
import { type Token, tokens, type Written } from './lexer.ts';
import { parseFilter } from './parse.ts';
import { quoted as printQuoted } from './print.ts';

/** Words of a valid filter that look like a mistyped condition. They are searched for nevertheless. */
export interface FilterHint {
	/** Where they stand, in UTF-16 units. */
	readonly position: number;
	readonly length: number;
	/** The words as they were written, and the condition that was probably meant in their place. */
	readonly written: string;
	readonly meant: string;
}

type Word = { readonly type: 'value' } & Written;

const COMPARISON = /^([A-Za-z]+)(:|>=|<=|!=|=|<|>)(.*)$/s;
const SIGN_FIRST = /^(:|>=|<=|!=|=|<|>)(.+)$/s;
/** As other programs write them; RE2 has these inside the pattern, or has no need of them. */
const FLAGGED = /^\/((?:[^\\/]|\\.)+)\/([dgimsuvy]{1,3})$/s;
/** Words that often stand before another one without meaning a condition, and take any value. */
const PROSE: ReadonlySet<FieldName> = new Set(['text', 'note', 'hex', 'endpoint']);
const SIGNS: ReadonlySet<string> = new Set([...OPERATORS, ':']);

/** The hints for a filter, in its order; none for one that cannot be parsed. */
export function filterHints(text: string, known: KnownProtocols = BUILT_IN): FilterHint[] {
	// Most of the time there is no filter, also when the page starts.
	if (text.trim() === '' || !isValid(text, known)) return [];
	const all = tokens(text, known);
	const hints: FilterHint[] = [];
	let until = 0;
	for (const [i, token] of all.entries()) {
		if (!isWord(token) || token.at < until) continue;
		const found = hintAt(all, i, token);
		if (found === undefined) continue;
		until = found.end;
		const written = text.slice(token.at, found.end);
		hints.push({ position: token.at, length: written.length, written, meant: found.meant });
	}
	return hints;
}

/** The filter with one hint followed. */
export function withHint(text: string, { position, length, meant }: FilterHint): string {
	return text.slice(0, position) + meant + text.slice(position + length);
}

interface Found {
	readonly end: number;
	readonly meant: string;
}

function hintAt(all: readonly Token[], i: number, word: Word): Found | undefined {
	const flagged = FLAGGED.exec(word.text);
	if (flagged) return { end: word.end, meant: `/${flagged[1]}/${flagged[2]?.includes('i') ? 'i' : ''}` };
	const one = COMPARISON.exec(word.text);
	const [second, third] = [all[i + 1], all[i + 2]];
	if (one) {
		const [, name = '', sign = '', value = ''] = one;
		if (value !== '') return condition(name, sign, value, word.end);
		return second?.type === 'value' ? condition(name, sign, printed(second), second.end) : undefined;
	}
	if (!/^[A-Za-z]+$/.test(word.text) || second === undefined || !isWord(second)) return undefined;
	const signed = SIGN_FIRST.exec(second.text);
	if (signed) return condition(word.text, signed[1] ?? '', signed[2] ?? '', second.end);
	if (!SIGNS.has(second.text)) return bare(word.text, second);
	return third?.type === 'value' ? condition(word.text, second.text, printed(third), third.end) : undefined;
}

/** A condition whose sign is missing: the field's own name, and a value that it takes. */
function bare(name: string, value: Word): Found | undefined {
	const field = fieldNamed(name);
	return field === undefined || PROSE.has(field) ? undefined : condition(name, ':', value.text, value.end);
}

function condition(name: string, sign: string, value: string, end: number): Found | undefined {
	const field = fieldNamed(name) ?? nearest(name, WRITTEN_NAMES);
	const meant = `${field}${sign}${value}`;
	return field !== undefined && isValid(meant) ? { end, meant } : undefined;
}

function printed({ text, quoted }: Written): string {
	return quoted ? printQuoted(text) : text;
}

function isWord(token: Token): token is Word {
	return token.type === 'value' && !token.quoted;
}

function isValid(text: string, known: KnownProtocols = BUILT_IN): boolean {
	try {
		parseFilter(text, known);
		return true;
	} catch (error) {
		if (error instanceof FilterError) return false;
		throw error;
	}
}
