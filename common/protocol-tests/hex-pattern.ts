import { type Fault, fault, quoteCharacter } from '../payload/codec/fault.ts';

/** Bytes to match, each with a mask: a wildcard digit has the bits 0. */
interface Segment {
	readonly bytes: Uint8Array;
	readonly masks: Uint8Array;
}

/** `aa ?? b? *`: runs of bytes, with any number of bytes between two of them. */
export interface HexPattern {
	/** The first one is at the beginning, empty where the pattern begins with `*`. At least one. */
	readonly segments: readonly Segment[];
	/** It ends with `*`. */
	readonly open: boolean;
}

const DIGITS = '0123456789abcdef';

/** Reads a pattern; spaces may stand between bytes. */
export function parseHexPattern(text: string): { readonly ok: true; readonly pattern: HexPattern } | Fault {
	const segments: Segment[] = [];
	let bytes: number[] = [];
	let masks: number[] = [];
	let first = true;
	let open = false;
	const flush = (): void => {
		if (first || bytes.length > 0) segments.push({ bytes: Uint8Array.from(bytes), masks: Uint8Array.from(masks) });
		first = false;
		bytes = [];
		masks = [];
	};
	for (let at = 0; at < text.length; at++) {
		const char = text.charAt(at);
		if (/\s/.test(char)) continue;
		if (char === '*') {
			flush();
			open = true;
			continue;
		}
		const [high, low] = [digit(text, at), digit(text, at + 1)];
		if (high === undefined) {
			return fault(at, 'expectNoDigit', { character: quoteCharacter(text, at) });
		}
		if (low === undefined) return fault(at, 'expectTwoDigits');
		bytes.push(high.value * 16 + low.value);
		masks.push(high.mask * 16 + low.mask);
		open = false;
		at++;
	}
	if (bytes.length > 0 || first) flush();
	const [one] = segments;
	if (segments.length === 1 && one?.bytes.length === 0 && !open) return fault(0, 'expectBytes');
	return { ok: true, pattern: { segments, open } };
}

function digit(text: string, at: number): { readonly value: number; readonly mask: number } | undefined {
	const char = text.charAt(at).toLowerCase();
	if (char === '?') return { value: 0, mask: 0 };
	const value = char === '' ? -1 : DIGITS.indexOf(char);
	return value < 0 ? undefined : { value, mask: 15 };
}

/** The first place from `from` on where a segment is; -1 where it is nowhere. */
function find({ bytes, masks }: Segment, got: Uint8Array, from: number): number {
	for (let at = from; at + bytes.length <= got.length; at++) {
		let same = 0;
		while (same < bytes.length && ((got[at + same] ?? 0) & (masks[same] ?? 0)) === bytes[same]) same++;
		if (same === bytes.length) return at;
	}
	return -1;
}

/** The index of the first byte that differs from a segment at `from`, as far as both go; -1: none. */
function differsAt({ bytes, masks }: Segment, got: Uint8Array, from: number): number {
	const most = Math.min(bytes.length, got.length - from);
	for (let at = 0; at < most; at++) if (((got[from + at] ?? 0) & (masks[at] ?? 0)) !== bytes[at]) return from + at;
	return -1;
}

/**
 * How far received bytes have matched: `end` after the shortest match from the beginning; `differs`, where no further
 * byte can help; otherwise `more` is needed. `whole`: they are all there is, and the pattern has to cover them.
 */
export function matchHexPattern(
	{ segments, open }: HexPattern,
	got: Uint8Array,
	whole: boolean,
):
	| { readonly type: 'matched'; readonly end: number }
	| { readonly type: 'differs'; readonly at: number }
	| { readonly type: 'more' } {
	const [first, ...others] = segments;
	if (first === undefined) return { type: 'more' };
	const wrong = differsAt(first, got, 0);
	if (wrong >= 0) return { type: 'differs', at: wrong };
	if (got.length < first.bytes.length) return whole ? { type: 'differs', at: got.length } : { type: 'more' };
	let end = first.bytes.length;
	const last = whole && !open ? others.pop() : undefined;
	for (const segment of others) {
		const at = find(segment, got, end);
		if (at < 0) return whole ? { type: 'differs', at: end } : { type: 'more' };
		end = at + segment.bytes.length;
	}
	if (last !== undefined) {
		// What is whole ends with the last segment.
		const at = got.length - last.bytes.length;
		if (at < end) return { type: 'differs', at: end };
		const mismatch = differsAt(last, got, at);
		return mismatch < 0 ? { type: 'matched', end: got.length } : { type: 'differs', at: mismatch };
	}
	if (open) return { type: 'matched', end: got.length };
	return whole && end < got.length ? { type: 'differs', at: end } : { type: 'matched', end };
}

/** The received bytes as the beginning of the pattern has them: those of wildcards are as received. */
export function expectedByHexPattern({ segments: [first] }: HexPattern, got: Uint8Array): Uint8Array {
	const { bytes, masks } = first ?? { bytes: new Uint8Array(), masks: new Uint8Array() };
	return bytes.map((byte, at) => byte | ((got[at] ?? 0) & ~(masks[at] ?? 0)));
}

/** The longest run: each place of the received bytes is compared with so many bytes at most. */
export function longestSegment({ segments }: HexPattern): number {
	return Math.max(...segments.map(({ bytes }) => bytes.length));
}
