import type { ByteMatch } from '../contract/config/responder.ts';
import { ByteSearch } from '../payload/byte-search.ts';
import type { CharsetName } from '../payload/charsets/names.ts';
import type { Fault } from '../payload/codec/fault.ts';
import { encodePlain } from '../payload/written.ts';
import type { Captures } from '../template/index.ts';
import { COST } from './cost.ts';
import { type ByteRegex, compileRegex } from './regex.ts';

/** Says whether a message matches, and what a regular expression captured. */
export type Matcher = (message: Uint8Array) => boolean | Captures;

/**
 * What joined bytes of a stream are to a rule. `complete`: the first `taken` of them match. `more`: they may begin a
 * match; `sure` where each of them is as the pattern has it. `none`: no further byte makes them match.
 */
export type Joined =
	| { readonly type: 'complete'; readonly taken: number; readonly captures?: Captures }
	| { readonly type: 'more'; readonly sure: boolean }
	| { readonly type: 'none' };

export interface CompiledMatch {
	readonly ok: true;
	readonly matches: Matcher;
	/** Examines at least one byte. */
	readonly join: (bytes: Uint8Array) => Joined;
	readonly regex?: ByteRegex;
	/** Maximum nanoseconds, whatever the message, beside those of any rule. */
	readonly ns: number;
	/** Maximum nanoseconds, per byte of the message. */
	readonly nsPerByte: number;
}

function equalAt(message: Uint8Array, at: number, pattern: Uint8Array): boolean {
	for (let i = 0; i < pattern.length; i++) if (message[at + i] !== pattern[i]) return false;
	return true;
}

function literal(type: 'equals' | 'starts' | 'ends' | 'contains', pattern: Uint8Array): Matcher {
	const length = pattern.length;
	if (type === 'equals') return (message) => message.length === length && equalAt(message, 0, pattern);
	if (type === 'starts') return (message) => message.length >= length && equalAt(message, 0, pattern);
	if (type === 'ends')
		return (message) => message.length >= length && equalAt(message, message.length - length, pattern);
	if (length === 0) return () => true;
	const search = new ByteSearch(pattern);
	return (message) => {
		search.matched = 0;
		return search.find(message, 0) >= 0;
	};
}

const MAYBE_MORE: Joined = { type: 'more', sure: false };
const SURELY_MORE: Joined = { type: 'more', sure: true };
const NONE: Joined = { type: 'none' };

/** Joins up to the pattern; the bytes behind it are left, unless the message only has to start with it. */
function joinLiteral(pattern: Uint8Array, rest: boolean): (bytes: Uint8Array) => Joined {
	return (bytes) => {
		const known = Math.min(bytes.length, pattern.length);
		if (!equalAt(bytes, 0, pattern.subarray(0, known))) return NONE;
		if (known < pattern.length) return SURELY_MORE;
		const taken = rest ? bytes.length : pattern.length;
		return taken === 0 ? NONE : { type: 'complete', taken };
	};
}

/** All the bytes, once they match. */
function joinAll(matches: Matcher): (bytes: Uint8Array) => Joined {
	return (bytes) => (matches(bytes) === false ? MAYBE_MORE : { type: 'complete', taken: bytes.length });
}

function joinRegex(regex: ByteRegex): (bytes: Uint8Array) => Joined {
	return (bytes) => {
		const found = regex.first(bytes);
		if (found === undefined) return MAYBE_MORE;
		// An empty match takes all: otherwise the same bytes would match for ever.
		return { type: 'complete', taken: found.end || bytes.length, captures: found.captures };
	};
}

/** Compiles one `match`, whose text is in `charset`; a fault's position is inside its pattern. An empty literal pattern is in every message. */
export function compileMatch(match: ByteMatch, charset: CharsetName = 'utf-8'): CompiledMatch | Fault {
	if (match.type === 'any') {
		const matches = () => true;
		return { ok: true, ns: 0, nsPerByte: 0, matches, join: joinAll(matches) };
	}
	if (match.type === 'regex') {
		const result = compileRegex(match.pattern, match.ignoreCase, charset);
		if (!result.ok) return result;
		const { regex } = result;
		const { nsPerByte } = regex;
		const matches: Matcher = (message) => regex.match(message) ?? false;
		return { ok: true, regex, ns: 0, nsPerByte, matches, join: joinRegex(regex) };
	}
	const result = encodePlain(match.pattern, charset);
	if (!result.ok) return result;
	const nsPerByte = match.type === 'contains' ? COST.scan : COST.copy;
	const matches = literal(match.type, result.bytes);
	const whole = match.type === 'equals' || match.type === 'starts';
	const join = whole ? joinLiteral(result.bytes, match.type === 'starts') : joinAll(matches);
	return { ok: true, ns: 0, nsPerByte, matches, join };
}
