import type { Match } from '../contract/config/responder.ts';
import { ByteSearch } from '../payload/byte-search.ts';
import type { Fault } from '../payload/codec/fault.ts';
import { encodeWritten } from '../payload/written.ts';
import type { Captures } from '../template/index.ts';
import { COST } from './cost.ts';
import { type ByteRegex, compileRegex } from './regex.ts';

/** Says whether a message matches, and what a regular expression captured. */
export type Matcher = (message: Uint8Array) => boolean | Captures;

export interface CompiledMatch {
	readonly ok: true;
	readonly matches: Matcher;
	readonly regex?: ByteRegex;
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

/** Compiles one `match`; a fault's position is inside its pattern. An empty literal pattern is in every message. */
export function compileMatch(match: Match): CompiledMatch | Fault {
	if (match.type === 'any') return { ok: true, nsPerByte: 0, matches: () => true };
	if (match.type === 'regex') {
		const result = compileRegex(match.pattern, match.ignoreCase);
		if (!result.ok) return result;
		const { regex } = result;
		const { nsPerByte } = regex;
		return { ok: true, regex, nsPerByte, matches: (message) => regex.match(message) ?? false };
	}
	const result = encodeWritten(match.pattern);
	if (!result.ok) return result;
	const nsPerByte = match.type === 'contains' ? COST.scan : COST.copy;
	return { ok: true, nsPerByte, matches: literal(match.type, result.bytes) };
}
