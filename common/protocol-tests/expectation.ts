import type { Expectation } from '../contract/calls/protocol-tests.ts';
import { ByteSearch } from '../payload/byte-search.ts';
import { type Fault, fault } from '../payload/codec/fault.ts';
import { encodeWritten } from '../payload/written.ts';
import { COST } from '../responder/cost.ts';
import { compileRegex } from '../responder/regex.ts';

/** `more`: no match yet, but more bytes may complete it. `differs`: no further byte can help. */
export type Verdict =
	| { readonly type: 'more' }
	| { readonly type: 'matched'; readonly taken: number }
	| { readonly type: 'differs'; readonly at: number };

export interface CompiledExpectation {
	readonly ok: true;
	/** The bytes that are expected, where they are known. */
	readonly expected: Uint8Array | undefined;
	/** Examines the received bytes; `whole`: they are a complete datagram. */
	look(got: Uint8Array, whole: boolean): Verdict;
	/** Maximum nanoseconds of one check, per received byte. */
	readonly nsPerByte: number;
}

const MORE: Verdict = { type: 'more' };

/** A stream may still complete the match; a datagram differs. */
function missing(whole: boolean): Verdict {
	return whole ? { type: 'differs', at: 0 } : MORE;
}

function exactly(expected: Uint8Array): CompiledExpectation {
	return {
		ok: true,
		expected,
		nsPerByte: 0,
		look(got, whole) {
			const common = Math.min(got.length, expected.length);
			for (let at = 0; at < common; at++) if (got[at] !== expected[at]) return { type: 'differs', at };
			if (whole && got.length !== expected.length) return { type: 'differs', at: common };
			return common < expected.length ? MORE : { type: 'matched', taken: expected.length };
		},
	};
}

function containing(pattern: Uint8Array): CompiledExpectation {
	const search = new ByteSearch(pattern);
	return {
		ok: true,
		expected: undefined,
		nsPerByte: COST.scan,
		look(got, whole) {
			search.matched = 0;
			const end = search.find(got, 0);
			return end < 0 ? missing(whole) : { type: 'matched', taken: end };
		},
	};
}

const ANYTHING: CompiledExpectation = {
	ok: true,
	expected: undefined,
	nsPerByte: 0,
	look: (got, whole) => (got.length > 0 || whole ? { type: 'matched', taken: got.length } : MORE),
};

/** Compiles an expectation, or returns the fault in its pattern and its place. */
export function compileExpectation(expectation: Expectation): CompiledExpectation | Fault {
	if (expectation.type === 'any') return ANYTHING;
	if (expectation.type === 'regex') {
		const compiled = compileRegex(expectation.pattern, expectation.ignoreCase);
		if (!compiled.ok) return compiled;
		const { regex } = compiled;
		return {
			ok: true,
			expected: undefined,
			nsPerByte: regex.nsPerByte,
			look(got, whole) {
				const end = regex.end(got);
				return end < 0 ? missing(whole) : { type: 'matched', taken: end };
			},
		};
	}
	const written = encodeWritten(expectation.pattern);
	if (!written.ok) return written;
	if (expectation.type === 'bytes') return exactly(written.bytes);
	return written.bytes.length === 0
		? fault(0, 'Write what is to be contained: nothing is in every message.')
		: containing(written.bytes);
}
