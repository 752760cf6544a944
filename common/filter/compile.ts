import { DIRECTIONS, EVENT_KINDS } from '../capture/event.ts';
import type { Decoder } from '../decode/core/decoder.ts';
import type { CharsetName } from '../payload/charsets/names.ts';
import { foldCase } from '../payload/codec/ascii.ts';
import type { Filter, NumberField, Operator } from './ast.ts';
import { valuesTest } from './decoded/compare.ts';
import { type DecodedEvent, DecodedPayload } from './decoded/payload.ts';
import { type Finder, finder, plainFinder } from './find.ts';
import { bytesOf, needleOf } from './needle-of.ts';
import { perCharset } from './per-charset.ts';
import { compileRegex } from './regex.ts';

/** The properties of an event that a filter can test. Codes are indexes into DIRECTIONS and EVENT_KINDS. */
export interface EventFacts extends DecodedEvent {
	readonly direction: number;
	readonly connection: number;
	/** Nanoseconds since the first event. */
	readonly time: number;
	readonly endpoint: string;
	/** Whether a person has marked it, and their note; '' for none. */
	readonly marked: boolean;
	readonly note: string;
	/** Of the content, which is the payload, or the event's text as UTF-8: of a payload that of its endpoint, else UTF-8. */
	readonly contentCharset: CharsetName;
}

/** `UNKNOWN`: the result depends on the content. With the content, a test returns only the other two. */
export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;
export type Verdict = typeof NO | typeof YES | typeof UNKNOWN;
export type FilterTest = (event: EventFacts) => Verdict;

/** Creates a finder of exact bytes. A host may have a faster one than `common`. */
export type ExactFinder = (needle: Uint8Array) => Finder;

/**
 * Compiles a filter into a test: call it first without the content of an event, and again with it where the result is
 * UNKNOWN. Throws FilterError for a regular expression that does not compile, which checkFilter reports with its place.
 * @param structures protocols beside the built-in ones
 */
export function compileFilter(
	filter: Filter,
	exact: ExactFinder = plainFinder,
	structures: readonly Decoder[] = [],
): FilterTest {
	const payload = new DecodedPayload(structures);
	const test = compile(filter, exact, payload);
	if (!payload.isWanted) return test;
	return (event) => {
		payload.next();
		return test(event);
	};
}

function compile(filter: Filter, exact: ExactFinder, payload: DecodedPayload): FilterTest {
	switch (filter.type) {
		case 'and':
			return every(filter.items.map((item) => compile(item, exact, payload)));
		case 'or': {
			const [first, ...rest] = filter.items.map((item) => compile(item, exact, payload));
			return rest.reduce(either, first ?? (() => NO));
		}
		case 'not':
			return not(compile(filter.item, exact, payload));
		case 'protocol': {
			const isOther = filter.is === '!=';
			return decodedTest(payload.condition([filter.value], (units) => (units.length === 0) === isOther));
		}
		case 'decoded':
			return decodedTest(payload.condition(filter.path, valuesTest(filter.is, filter.value, filter.exact)));
		case 'word':
			return either(factTest(filter.text), compile({ ...filter, type: 'text', exact: false }, exact, payload));
		case 'regex':
			return textTest((charset) => compileRegex(filter, charset).test);
		case 'text':
			return textTest((charset) => {
				const needle = needleOf(filter.text, !filter.exact, charset);
				if (needle === undefined) return undefined;
				return filter.exact ? exact(needle.bytes) : finder(needle);
			});
		case 'hex':
			return contentTest(exact(bytesOf(filter.hex)));
		case 'dir': {
			const code = DIRECTIONS.indexOf(filter.value);
			return sure(filter.is, ({ direction }) => direction === code);
		}
		case 'kind': {
			const code = EVENT_KINDS.indexOf(filter.value);
			return sure(filter.is, ({ kind }) => kind === code);
		}
		case 'mark': {
			const wanted = filter.value === 'yes';
			return sure(filter.is, ({ marked }) => marked === wanted);
		}
		case 'note':
			return sure('=', noteTest(filter.text, filter.exact));
		case 'endpoint':
			return sure(filter.is, nameTest(wholeName(filter.name)));
		case 'number':
			return numberTest(filter.field, filter.is, filter.value);
	}
}

function every(tests: readonly FilterTest[]): FilterTest {
	return (event) => {
		let all: Verdict = YES;
		for (const test of tests) {
			const verdict = test(event);
			if (verdict === NO) return NO;
			if (verdict === UNKNOWN) all = UNKNOWN;
		}
		return all;
	};
}

function either(first: FilterTest, second: FilterTest): FilterTest {
	return (event) => {
		const verdict = first(event);
		if (verdict === YES) return YES;
		const other = second(event);
		return other === NO ? verdict : other;
	};
}

function not(test: FilterTest): FilterTest {
	return (event) => {
		const verdict = test(event);
		if (verdict === UNKNOWN) return UNKNOWN;
		return verdict === YES ? NO : YES;
	};
}

function sure(is: '=' | '!=', holds: (event: EventFacts) => boolean): FilterTest {
	return is === '=' ? (event) => (holds(event) ? YES : NO) : (event) => (holds(event) ? NO : YES);
}

function decodedTest(condition: (event: EventFacts) => boolean | undefined): FilterTest {
	return (event) => {
		const holds = condition(event);
		if (holds === undefined) return UNKNOWN;
		return holds ? YES : NO;
	};
}

function contentTest(find: Finder): FilterTest {
	return ({ content }) => {
		if (content === undefined) return UNKNOWN;
		return find(content) ? YES : NO;
	};
}

/** A test of text, which `find` makes for a charset; undefined: nothing in that charset is the text. */
function textTest(find: (charset: CharsetName) => Finder | undefined): FilterTest {
	const finderIn = perCharset(find);
	return (facts) => {
		const { content } = facts;
		if (content === undefined) return UNKNOWN;
		// The charset is looked up for the few whose content is tested.
		return finderIn(facts.contentCharset)?.(content) === true ? YES : NO;
	};
}

const KIND_NAMES: readonly string[] = EVENT_KINDS;

/** Whether the name of the endpoint contains the word, or the kind is called so. */
function factTest(word: string): FilterTest {
	const folded = foldCase(word);
	const code = KIND_NAMES.indexOf(folded);
	const named = nameTest((endpoint) => endpoint.includes(folded));
	return (event) => (event.kind === code || named(event) ? YES : NO);
}

/** Consecutive events mostly have the same endpoint: the result for the last name is cached. */
function nameTest(holds: (folded: string) => boolean): (event: EventFacts) => boolean {
	let last = '';
	let held = false;
	return ({ endpoint }) => {
		if (endpoint !== last) {
			last = endpoint;
			held = holds(foldCase(endpoint));
		}
		return held;
	};
}

function wholeName(name: string): (folded: string) => boolean {
	const wanted = foldCase(name);
	return (folded) => folded === wanted;
}

function noteTest(text: string, exact: boolean): (event: EventFacts) => boolean {
	if (text === '') return ({ note }) => note !== '';
	if (exact) return ({ note }) => note.includes(text);
	const folded = foldCase(text);
	return ({ note }) => note !== '' && foldCase(note).includes(folded);
}

function numberTest(field: NumberField, is: Operator, value: number): FilterTest {
	const holds = comparison(is, value);
	if (field === 'conn') return ({ connection }) => (holds(connection) ? YES : NO);
	if (field === 'len') return ({ length }) => (holds(length) ? YES : NO);
	if (field === 'time') return ({ time }) => (holds(time) ? YES : NO);
	// Neither end for !=, any end for all others.
	if (is === '!=') return ({ ports }) => (ports.every(holds) ? YES : NO);
	return ({ ports }) => (ports.some(holds) ? YES : NO);
}

function comparison(is: Operator, value: number): (number: number) => boolean {
	switch (is) {
		case '=':
			return (number) => number === value;
		case '!=':
			return (number) => number !== value;
		case '<':
			return (number) => number < value;
		case '<=':
			return (number) => number <= value;
		case '>':
			return (number) => number > value;
		case '>=':
			return (number) => number >= value;
	}
}
