import { DIRECTIONS, EVENT_KINDS } from '../capture/event.ts';
import type { NamedField, NamedType } from '../decode/named-field.ts';
import { MARK_VALUES } from './ast.ts';
import { completePath, pathBeing } from './decoded/complete-path.ts';
import { BUILT_IN, type KnownProtocols } from './decoded/known.ts';
import { FIELD_NAMES, type FieldName, fieldNamed, WRITTEN_NAMES } from './fields.ts';
import { printName } from './print.ts';

/** A completion at the caret. */
export interface Suggestion {
	/** Replaces the text from `from` to `to` of the completion. */
	readonly insert: string;
	/** What it is, which is explained beside it: a field, any note, or a value of a decoded field. */
	readonly about?: FieldName | 'anyNote' | Exclude<NamedType, 'none'>;
}

export interface Completion {
	readonly from: number;
	readonly to: number;
	readonly suggestions: readonly Suggestion[];
}

export interface KnownNames {
	readonly endpoints: readonly string[];
	/** Decoded fields. */
	readonly fields?: readonly NamedField[];
	/** Left out: those that are built in. */
	readonly protocols?: KnownProtocols;
}

/** The word being typed: the text before the caret since a space, a parenthesis or a closed quote. */
const WRITING = /(?:[A-Za-z]+(?::|!?=))?(?:"(?:[^"\\]|\\.)*|[^\s()"]*)$/;
const VALUE = /^([A-Za-z]+)(:|!?=)(.*)$/s;

/** Suggests completions of the word at `caret`. Returns none inside quoted text and for a complete word. */
export function completeFilter(text: string, caret: number, known: KnownNames): Completion {
	const before = text.slice(0, caret);
	const path = pathBeing(before);
	if (path !== undefined) {
		return { from: caret - path.length, to: caret, suggestions: completePath(path, known.fields ?? []) };
	}
	const word = WRITING.exec(before)?.[0] ?? '';
	const from = caret - word.length;
	const value = VALUE.exec(word);
	const start = word.toLowerCase();
	const all = value ? values(value[1] ?? '', value[2] ?? '', known) : names(before.slice(0, from));
	const suggestions = all.filter(({ insert }) => matches(insert.toLowerCase(), start));
	// A synonym is completed where no field of the same beginning is.
	const synonym = value || suggestions.length > 0 ? undefined : WRITTEN_NAMES.find((name) => name.startsWith(start));
	const field = fieldNamed(synonym ?? '');
	if (field !== undefined) return { from, to: caret, suggestions: [suggestionFor(field)] };
	return { from, to: caret, suggestions };
}

/** An opening quote that is not typed yet does not prevent a match. */
function matches(insert: string, start: string): boolean {
	return insert !== start && (insert.startsWith(start) || insert.replace('"', '').startsWith(start));
}

function names(before: string): Suggestion[] {
	const fields = FIELD_NAMES.map(suggestionFor);
	const joins = /[^\s(]\s+$/.test(before) ? ['and', 'or'] : [];
	return [...fields, ...['not', ...joins].map((insert) => ({ insert }))];
}

function suggestionFor(name: FieldName): Suggestion {
	return { insert: name === 'len' ? 'len>=' : name === 'time' ? 'time<' : `${name}:`, about: name };
}

function values(field: string, sign: string, { endpoints, protocols = BUILT_IN }: KnownNames): Suggestion[] {
	const of = (list: readonly string[]) => list.map((value) => ({ insert: `${field}${sign}${value}` }));
	const name = field.toLowerCase();
	if (name === 'dir') return of(DIRECTIONS);
	if (name === 'kind') return of(EVENT_KINDS);
	if (name === 'protocol') return of(protocols.ids);
	if (name === 'mark') return of(MARK_VALUES);
	if (name === 'note') return [{ insert: `${field}${sign}*`, about: 'anyNote' }];
	if (name === 'endpoint') return of([...new Set(endpoints)].map(printName));
	return [];
}
