import type { Ignore } from '../contract/config/ignore.ts';
import { faultAt } from '../payload/codec/fault-error.ts';
import { type ByteRegex, compileRegex } from '../responder/regex.ts';
import { merged, NOTHING_IGNORED, type Range, type Ranges } from './bytes/ranges.ts';

/** Where bytes are that are compared. */
export interface Placed {
	/** Left out: of no connection. */
	readonly side?: 'in' | 'out' | undefined;
	/** Number of their message on its side, from 1. */
	readonly message: number;
	/** Offset of the first byte in the message, and the length of the whole message. */
	readonly at: number;
	readonly length: number;
}

/** The ranges of these bytes that are left out, as offsets into them. */
export type Ignored = (bytes: Uint8Array, placed: Placed) => Ranges;

/** Prepares what is ignored. Fails with `bad-input` where a pattern does not compile. */
export function compileIgnores(ignores: readonly Ignore[]): Ignored {
	if (ignores.length === 0) return () => NOTHING_IGNORED;
	const all = ignores.map((ignore) => ({ side: ignore.side, ranges: rangesOf(ignore) }));
	return (bytes, placed) => {
		const fitting = all.filter(({ side }) => side === undefined || placed.side === undefined || side === placed.side);
		return merged(fitting.flatMap(({ ranges }) => ranges(bytes, placed)));
	};
}

function rangesOf(ignore: Ignore): (bytes: Uint8Array, placed: Placed) => readonly Range[] {
	switch (ignore.type) {
		case 'bytes':
			return (bytes, placed) => byteRange(ignore, bytes.length, placed);
		case 'regex': {
			const regex = compiled(ignore.pattern);
			return (bytes) => (regex.matchAll(bytes, () => true) ?? []).map(({ start, end }) => ({ start, end }));
		}
	}
}

function byteRange(
	{ from, to = -1, messages }: Extract<Ignore, { type: 'bytes' }>,
	count: number,
	{ message, at, length }: Placed,
): Range[] {
	if (messages !== undefined && (message < messages.first || message > messages.last)) return [];
	const absolute = (place: number): number => (place < 0 ? length + place : place);
	const start = Math.max(0, absolute(from) - at);
	const end = Math.min(count, absolute(to) + 1 - at);
	return end > start ? [{ start, end }] : [];
}

function compiled(pattern: string): ByteRegex {
	const result = compileRegex(pattern, false);
	if (result.ok) return result.regex;
	throw faultAt(result, 'ignore');
}
