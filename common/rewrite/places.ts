import type { ByteMatch } from '../contract/config/responder.ts';
import { ByteSearch } from '../payload/byte-search.ts';
import type { CharsetName } from '../payload/charsets/names.ts';
import type { Fault } from '../payload/codec/fault.ts';
import { encodePlain } from '../payload/written.ts';
import { compileMatch } from '../responder/matcher.ts';
import type { ByteRegex } from '../responder/regex.ts';
import type { Captures } from '../template/index.ts';

/** A part of a message to replace. */
export interface Place {
	readonly start: number;
	readonly end: number;
	readonly captures: Captures | undefined;
}

export interface CompiledPlaces {
	readonly ok: true;
	/** From the left, without overlaps. `mayGoOn` is called in the loop; when it returns false there is no result. */
	readonly find: (message: Uint8Array, mayGoOn: () => boolean) => readonly Place[] | undefined;
	readonly regex?: ByteRegex | undefined;
	/** Maximum nanoseconds between two calls of `mayGoOn`, per byte of the message. */
	readonly nsPerByte: number;
}

const NONE: readonly Place[] = [];
/** Matches between two calls of `mayGoOn`. */
const PLACES_AT_ONCE = 1024;

/** Finds what a rule replaces: the whole message, or each match in it. */
export function compilePlaces(
	match: ByteMatch,
	scope: 'message' | 'matches',
	charset: CharsetName,
): CompiledPlaces | Fault {
	const compiled = compileMatch(match, charset);
	if (!compiled.ok) return compiled;
	const { regex, matches, nsPerByte } = compiled;
	if (scope === 'matches' && regex) return { ok: true, regex, nsPerByte, find: regex.matchAll };
	if (scope === 'matches' && match.type === 'contains') {
		const pattern = encodePlain(match.pattern, charset);
		if (!pattern.ok) return pattern;
		if (pattern.bytes.length > 0) return { ok: true, nsPerByte, find: everywhere(pattern.bytes) };
	}
	if (scope === 'matches' && (match.type === 'starts' || match.type === 'ends')) {
		const pattern = encodePlain(match.pattern, charset);
		if (!pattern.ok) return pattern;
		const { length } = pattern.bytes;
		const at = (message: Uint8Array): number => (match.type === 'starts' ? 0 : message.length - length);
		const place = (message: Uint8Array) => ({ start: at(message), end: at(message) + length, captures: undefined });
		return { ok: true, nsPerByte, find: (message) => (matches(message) === false ? NONE : [place(message)]) };
	}
	return {
		ok: true,
		regex,
		nsPerByte,
		find(message) {
			const hit = matches(message);
			if (hit === false) return NONE;
			return [{ start: 0, end: message.length, captures: hit === true ? undefined : hit }];
		},
	};
}

function everywhere(pattern: Uint8Array): CompiledPlaces['find'] {
	const search = new ByteSearch(pattern);
	return (message, mayGoOn) => {
		const places: Place[] = [];
		search.matched = 0;
		for (let end = search.find(message, 0); end >= 0; end = search.find(message, end)) {
			places.push({ start: end - pattern.length, end, captures: undefined });
			if (places.length % PLACES_AT_ONCE === 0 && !mayGoOn()) return undefined;
		}
		return places;
	};
}
