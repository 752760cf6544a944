import type { DecodedCharacter } from '../../common/payload/codec/utf8.ts';
import { type Charset, UTF8 } from '../../common/payload/index.ts';
import { invalidSign, visibleSign } from '../../common/payload/visible.ts';
import { withoutCut } from './cut.ts';

/** `control`: an invisible character, shown as a sign. `invalid`: bytes outside the charset. */
export interface VisiblePiece {
	readonly kind: 'text' | 'control' | 'invalid';
	readonly text: string;
	/** It belongs to a place of `lit`; then the number of that place. */
	readonly lit?: number;
}

/** Bytes from `from` up to, but without, `to`. */
export interface ByteRange {
	readonly from: number;
	readonly to: number;
}

export interface VisibleOptions {
	/** The bytes are a prefix: a sequence cut at the end is left out. */
	readonly partial?: boolean;
	/** Keep the line break after the sign for LF, for text shown on several lines. */
	readonly lines?: boolean;
	/** Places to light up, in order and without overlaps: each character that has a byte in one. */
	readonly lit?: readonly ByteRange[];
	/** Default: UTF-8. */
	readonly charset?: Charset;
}

/** Maximum bytes of a character. */
const LONGEST = 4;

/** A character as it is shown, and its bytes; false ends the walk. */
type Visit = (kind: VisiblePiece['kind'], text: string, from: number, to: number) => boolean;

/** Visits each character in order; one that is invalid is shown byte by byte. Rows are drawn with it: it makes no object for each. */
function eachVisible(bytes: Uint8Array, options: VisibleOptions, visit: Visit): void {
	const { charset = UTF8, partial = false, lines = false } = options;
	const whole = partial && charset === UTF8 ? withoutCut(bytes) : bytes;
	const character: DecodedCharacter = { code: 0, length: 1 };
	for (let from = 0; from < whole.length; from += character.length) {
		charset.decode(whole, from, character);
		const to = Math.min(whole.length, from + character.length);
		if (character.code < 0) {
			// In other charsets an incomplete character and an invalid one cannot be distinguished.
			if (partial && charset !== UTF8 && whole.length - from < LONGEST) return;
			for (let i = from; i < to; i++) if (!visit('invalid', invalidSign(whole[i] ?? 0), i, i + 1)) return;
			continue;
		}
		const sign = visibleSign(character.code);
		if (!visit(sign === undefined ? 'text' : 'control', sign ?? String.fromCodePoint(character.code), from, to)) return;
		if (character.code === 0x0a && lines && !visit('text', '\n', from, to)) return;
	}
}

/** Bytes as text with everything visible: pieces in order, adjacent ones of one kind joined. */
export function visibleText(bytes: Uint8Array, options: VisibleOptions = {}): VisiblePiece[] {
	const { lit = [] } = options;
	const pieces: VisiblePiece[] = [];
	let kind: VisiblePiece['kind'] = 'text';
	let text = '';
	/** The place that the text belongs to, and the first one that does not end before the next character. */
	let place: number | undefined;
	let next = 0;
	const end = () => {
		if (text !== '') pieces.push(place === undefined ? { kind, text } : { kind, text, lit: place });
		text = '';
	};
	eachVisible(bytes, options, (nextKind, more, from, to) => {
		while (next < lit.length && (lit[next]?.to ?? 0) <= from) next++;
		const here = (lit[next]?.from ?? Number.POSITIVE_INFINITY) < to ? next : undefined;
		if (nextKind !== kind || here !== place) end();
		kind = nextKind;
		place = here;
		text += more;
		return true;
	});
	end();
	return pieces;
}

/** The bytes of the shown text from place `from` up to, but without, `to`, both in UTF-16 units; undefined for none. */
export function bytesOfShown(
	bytes: Uint8Array,
	options: VisibleOptions,
	from: number,
	to: number,
): ByteRange | undefined {
	let at = 0;
	let first: number | undefined;
	let last = 0;
	eachVisible(bytes, options, (_, text, start, end) => {
		if (at >= to) return false;
		at += text.length;
		if (at <= from) return true;
		first ??= start;
		last = end;
		return true;
	});
	return first === undefined || to <= from ? undefined : { from: first, to: last };
}

/** The same for text from the host, such as an event's sentence with a peer's bytes in it. */
export function visibleString(text: string): string {
	return visibleText(new TextEncoder().encode(text))
		.map((piece) => piece.text)
		.join('');
}
