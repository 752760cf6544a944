import type { Operator } from './ast.ts';
import { type Token, tokens } from './lexer.ts';
import { parseNumber } from './numbers.ts';

/** Times since the first event, ns: from `from` on (left out: from the start), up to but without `to` (left out: to the end). */
export interface TimeRange {
	readonly from?: number;
	readonly to?: number;
}

interface Span {
	readonly at: number;
	readonly end: number;
}

interface TimeTerm extends Span {
	readonly is: Operator;
	readonly value: number;
}

/** The range that a filter's own `time` terms define; undefined where it has none. Throws FilterError as parseFilter does. */
export function timeRangeOf(text: string): TimeRange | undefined {
	const { terms } = timeTerms(text);
	if (terms.length === 0) return undefined;
	const lows = terms.filter(({ is }) => is[0] === '>').map(({ is, value }) => (is === '>' ? value + 1 : value));
	const highs = terms.filter(({ is }) => is[0] === '<').map(({ is, value }) => (is === '<=' ? value + 1 : value));
	return {
		...(lows.length === 0 ? {} : { from: Math.max(...lows) }),
		...(highs.length === 0 ? {} : { to: Math.min(...highs) }),
	};
}

/**
 * The filter with its own `time` terms replaced by those of a range, or removed; the rest keeps its text. Terms inside
 * `not`, in parentheses or beside `or` are not a range and stay. Throws FilterError as parseFilter does.
 */
export function withTimeRange(text: string, range: TimeRange | undefined): string {
	const { cuts, alternatives } = timeTerms(text);
	const added = [
		...(range?.from === undefined ? [] : [`time>=${printTime(range.from)}`]),
		...(range?.to === undefined ? [] : [`time<${printTime(range.to)}`]),
	];
	const rest = without(text, cuts);
	if (added.length === 0) return rest;
	return [...(rest === '' ? [] : [alternatives ? `(${rest})` : rest]), ...added].join(' ');
}

/** The `time` terms that must hold for every match, and the spans to delete to remove them: the terms and an adjacent `and`. */
function timeTerms(text: string): { terms: TimeTerm[]; cuts: Span[]; alternatives: boolean } {
	const all = tokens(text);
	const terms: TimeTerm[] = [];
	const cuts: Span[] = [];
	let depth = 0;
	let alternatives = false;
	/** The `and` after the last kept term, unless it was cut. */
	let joint: Span | undefined;
	for (const [i, token] of all.entries()) {
		if (token.type === '(') depth++;
		if (token.type === ')') depth--;
		if (token.type === 'or' && depth === 0) alternatives = true;
		if (token.type === 'and' && depth === 0) {
			if (cuts.at(-1)?.at !== token.at) joint = token;
			continue;
		}
		const term = depth === 0 && all[i - 1]?.type !== 'not' ? timeTerm(token) : undefined;
		if (term) {
			terms.push(term);
			cuts.push(term);
			const next = all[i + 1];
			if (next?.type === 'and') {
				cuts.push(next);
				continue;
			}
			if (joint) cuts.push(joint);
		}
		joint = undefined;
	}
	return alternatives ? { terms: [], cuts: [], alternatives } : { terms, cuts, alternatives };
}

function timeTerm(token: Token): TimeTerm | undefined {
	if (token.type !== 'field' || token.field !== 'time') return undefined;
	if (token.is === '=' || token.is === '!=') return undefined;
	return { at: token.at, end: token.value.end, is: token.is, value: parseNumber('time', token.value) };
}

function without(text: string, cuts: readonly Span[]): string {
	const parts: string[] = [];
	let at = 0;
	for (const cut of [...cuts].sort((a, b) => a.at - b.at)) {
		parts.push(text.slice(at, cut.at));
		at = cut.end;
	}
	parts.push(text.slice(at));
	return parts
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.join(' ');
}

const UNITS: readonly (readonly [string, number])[] = [
	['s', 1e9],
	['ms', 1e6],
	['us', 1e3],
];

/** A time in whole nanoseconds in a form that parseFilter reads exactly: the largest unit in which three decimals suffice. */
function printTime(ns: number): string {
	const [unit, factor] = UNITS.find(
		([, size]) => ns >= size && ns % (size / 1000) === 0 && Math.round((ns / size) * size) === ns,
	) ?? ['ns', 1];
	return `${ns / factor}${unit}`;
}
