import { ByteSearch } from '../payload/byte-search.ts';
import type { CharsetName } from '../payload/charsets/names.ts';
import { type Fault, fault } from '../payload/codec/fault.ts';
import { encodePlain } from '../payload/written.ts';
import { COST } from '../responder/cost.ts';
import { compileRegex } from '../responder/regex.ts';
import { NO_PROGRAMS, type Programs, type Value, type Variables } from '../structure/index.ts';
import type { Said } from '../words/sentence/said.ts';
import type { Expectation } from './expectation-schema.ts';
import { byFields } from './field-expectation.ts';
import { expectedByHexPattern, longestSegment, matchHexPattern, parseHexPattern } from './hex-pattern.ts';

/**
 * `more`: no match yet, but more bytes may complete it; `started`: the received ones are a beginning of it. `differs`: no
 * further byte can help. `captured`: what the named groups of a regular expression have matched, or values of fields.
 */
export type Verdict =
	| { readonly type: 'more'; readonly started?: boolean }
	| {
			readonly type: 'matched';
			readonly taken: number;
			readonly captured?: Readonly<Record<string, Captured>> | undefined;
	  }
	| { readonly type: 'differs'; readonly at: number; readonly why?: Said };

/** What a variable gets: bytes, which are text in expressions, or the value of a field. */
export type Captured = Uint8Array | { readonly value: Value };

export interface CompiledExpectation {
	readonly ok: true;
	/** The bytes that are expected in place of the received ones, where they are known. */
	expected(got: Uint8Array): Uint8Array | undefined;
	/** Examines the received bytes; `whole`: they are a complete datagram. */
	look(got: Uint8Array, whole: boolean): Verdict;
	/** Maximum nanoseconds of one check, whatever was received; left out: next to none. */
	readonly ns?: number;
	/** The same per received byte. */
	readonly nsPerByte: number;
	/** The variables that a match sets. */
	readonly captures: readonly string[];
}

const MORE: Verdict = { type: 'more' };

/** A stream may still complete the match; a datagram differs. */
function missing(whole: boolean): Verdict {
	return whole ? { type: 'differs', at: 0 } : MORE;
}

const unknown = (): undefined => undefined;

function exactly(expected: Uint8Array): CompiledExpectation {
	return {
		ok: true,
		expected: () => expected,
		nsPerByte: 0,
		captures: [],
		look(got, whole) {
			const common = Math.min(got.length, expected.length);
			for (let at = 0; at < common; at++) if (got[at] !== expected[at]) return { type: 'differs', at };
			if (whole && got.length !== expected.length) return { type: 'differs', at: common };
			if (common === expected.length) return { type: 'matched', taken: common };
			return { type: 'more', started: common > 0 };
		},
	};
}

function containing(pattern: Uint8Array): CompiledExpectation {
	const search = new ByteSearch(pattern);
	return {
		ok: true,
		expected: unknown,
		nsPerByte: COST.scan,
		captures: [],
		look(got, whole) {
			search.matched = 0;
			const end = search.find(got, 0);
			return end < 0 ? missing(whole) : { type: 'matched', taken: end };
		},
	};
}

function matching(pattern: string, ignoreCase: boolean, charset: CharsetName): CompiledExpectation | Fault {
	const compiled = compileRegex(pattern, ignoreCase, charset);
	if (!compiled.ok) return compiled;
	const { regex } = compiled;
	return {
		ok: true,
		expected: unknown,
		nsPerByte: regex.nsPerByte,
		captures: [...regex.names.keys()],
		look(got, whole) {
			const found = regex.first(got);
			if (found === undefined) return missing(whole);
			const named = [...regex.names].map(([name, group]) => [name, found.captures[group] ?? new Uint8Array()] as const);
			return {
				type: 'matched',
				taken: found.end,
				...(named.length === 0 ? {} : { captured: Object.fromEntries(named) }),
			};
		},
	};
}

function shaped(text: string): CompiledExpectation | Fault {
	const parsed = parseHexPattern(text);
	if (!parsed.ok) return parsed;
	const { pattern } = parsed;
	return {
		ok: true,
		expected: (got) => expectedByHexPattern(pattern, got),
		nsPerByte: pattern.segments.length === 1 ? 0 : COST.scan * longestSegment(pattern),
		captures: [],
		look(got, whole) {
			const found = matchHexPattern(pattern, got, whole);
			if (found.type === 'matched') return { type: 'matched', taken: found.end };
			return found.type === 'more' ? { type: 'more', started: got.length > 0 } : found;
		},
	};
}

function sized(least: number, most: number): CompiledExpectation {
	return {
		ok: true,
		expected: unknown,
		nsPerByte: 0,
		captures: [],
		look({ length }, whole) {
			if (whole && (length < least || length > most)) return { type: 'differs', at: Math.min(length, most) };
			return length < least
				? { type: 'more', started: length > 0 }
				: { type: 'matched', taken: Math.min(length, most) };
		},
	};
}

const ANYTHING: CompiledExpectation = {
	ok: true,
	expected: unknown,
	nsPerByte: 0,
	captures: [],
	look: (got, whole) => (got.length > 0 || whole ? { type: 'matched', taken: got.length } : MORE),
};

/** What an expectation by fields names. */
export interface Naming {
	readonly programs: Programs;
	readonly variables: Variables;
}

const NOTHING_NAMED: Naming = { programs: NO_PROGRAMS, variables: new Map() };

/**
 * Compiles an expectation, whose text is in `charset`, or returns the fault in its pattern and its place; throws `bad-input` with the
 * path of a fault in one by fields.
 */
export function compileExpectation(
	expectation: Expectation,
	charset: CharsetName = 'utf-8',
	naming: Naming = NOTHING_NAMED,
): CompiledExpectation | Fault {
	switch (expectation.type) {
		case 'any':
			return ANYTHING;
		case 'fields':
			return byFields(expectation, naming);
		case 'regex':
			return matching(expectation.pattern, expectation.ignoreCase, charset);
		case 'hex':
			return shaped(expectation.pattern);
		case 'length': {
			const { bytes, min, max } = expectation;
			return sized(bytes ?? min ?? Math.min(1, max ?? 1), bytes ?? max ?? Number.POSITIVE_INFINITY);
		}
		case 'bytes':
		case 'contains':
			return literal(expectation, charset);
	}
}

function literal(
	{ type, pattern }: Expectation & { type: 'bytes' | 'contains' },
	charset: CharsetName,
): CompiledExpectation | Fault {
	const written = encodePlain(pattern, charset);
	if (!written.ok) return written;
	if (type === 'bytes') return exactly(written.bytes);
	return written.bytes.length === 0 ? fault(0, 'expectNothing') : containing(written.bytes);
}
