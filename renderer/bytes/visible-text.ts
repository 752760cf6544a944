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

/** Bytes as text with everything visible: pieces in order, adjacent ones of one kind joined. */
export function visibleText(bytes: Uint8Array, options: VisibleOptions = {}): VisiblePiece[] {
	const pieces: VisiblePiece[] = [];
	let kind: VisiblePiece['kind'] = 'text';
	let text = '';
	/** The place that the text belongs to. */
	let place: number | undefined;
	const end = () => {
		if (text !== '') pieces.push(place === undefined ? { kind, text } : { kind, text, lit: place });
		text = '';
	};
	const add = (nextKind: VisiblePiece['kind'], more: string) => {
		if (nextKind !== kind || nextPlace !== place) end();
		kind = nextKind;
		place = nextPlace;
		text += more;
	};
	const { charset = UTF8, partial = false, lit = [] } = options;
	/** The first place that does not end before the current character, and whether that is in it. */
	let nextLit = 0;
	let nextPlace: number | undefined;
	const look = (from: number, to: number) => {
		while (nextLit < lit.length && (lit[nextLit]?.to ?? 0) <= from) nextLit++;
		nextPlace = (lit[nextLit]?.from ?? Number.POSITIVE_INFINITY) < to ? nextLit : undefined;
	};
	const whole = partial && charset === UTF8 ? withoutCut(bytes) : bytes;
	const character: DecodedCharacter = { code: 0, length: 1 };
	for (let at = 0; at < whole.length; at += character.length) {
		charset.decode(whole, at, character);
		if (character.code < 0) {
			// In other charsets an incomplete character and an invalid one cannot be distinguished.
			if (partial && charset !== UTF8 && whole.length - at < LONGEST) break;
			for (let i = at; i < Math.min(whole.length, at + character.length); i++) {
				look(i, i + 1);
				add('invalid', invalidSign(whole[i] ?? 0));
			}
			continue;
		}
		look(at, at + character.length);
		const sign = visibleSign(character.code);
		if (sign === undefined) add('text', String.fromCodePoint(character.code));
		else add('control', sign);
		if (character.code === 0x0a && options.lines) add('text', '\n');
	}
	end();
	return pieces;
}

/** The same for text from the host, such as an event's sentence with a peer's bytes in it. */
export function visibleString(text: string): string {
	return visibleText(new TextEncoder().encode(text))
		.map((piece) => piece.text)
		.join('');
}
