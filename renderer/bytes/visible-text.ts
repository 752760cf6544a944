import { type DecodedCharacter, decodeCharacter } from '../../common/payload/utf8.ts';
import { withoutCut } from './cut.ts';
import { hexByte } from './hex.ts';

/** `control`: a character that would not be seen, shown by a sign. `invalid`: a byte that is no UTF-8. */
export interface VisiblePiece {
	readonly kind: 'text' | 'control' | 'invalid';
	readonly text: string;
}

export interface VisibleOptions {
	/** The bytes are the beginning of something longer: a sequence cut at the end is left out. */
	readonly partial?: boolean;
	/** Keep the line break after the sign for LF, for text shown on several lines. */
	readonly lines?: boolean;
}

/**
 * Characters that draw nothing or that change the order of what is drawn around them: soft hyphen, zero-width signs,
 * bidirectional controls (UAX #9), line separators, the byte order mark, variation and tag characters.
 */
function isUnseen(codePoint: number): boolean {
	return (
		codePoint === 0xad ||
		codePoint === 0x61c ||
		codePoint === 0x180e ||
		(codePoint >= 0x200b && codePoint <= 0x200f) ||
		(codePoint >= 0x2028 && codePoint <= 0x202e) ||
		(codePoint >= 0x2060 && codePoint <= 0x206f) ||
		(codePoint >= 0xfff9 && codePoint <= 0xfffb) ||
		codePoint === 0xfeff ||
		(codePoint >= 0xe0000 && codePoint <= 0xe0fff)
	);
}

const SHORT: Readonly<Record<number, string>> = { 0: '\\0', 9: '\\t', 10: '\\n', 13: '\\r', 27: '\\e' };

/**
 * The sign for a character that would not be seen, as the composer's escaped text writes it. The Control Pictures of
 * Unicode would be one character each, but at the size of a row nobody can read them.
 */
function signOf(codePoint: number): string | undefined {
	if (codePoint < 0x20 || codePoint === 0x7f) return SHORT[codePoint] ?? `\\x${hexByte(codePoint)}`;
	if ((codePoint > 0x7f && codePoint < 0xa0) || isUnseen(codePoint)) return `\\u{${codePoint.toString(16)}}`;
	return undefined;
}

/** Bytes as text in which nothing hides: pieces in order, neighbours of one kind joined. */
export function visibleText(bytes: Uint8Array, options: VisibleOptions = {}): VisiblePiece[] {
	const pieces: VisiblePiece[] = [];
	let kind: VisiblePiece['kind'] = 'text';
	let text = '';
	const add = (nextKind: VisiblePiece['kind'], more: string) => {
		if (nextKind !== kind && text !== '') {
			pieces.push({ kind, text });
			text = '';
		}
		kind = nextKind;
		text += more;
	};
	const whole = options.partial ? withoutCut(bytes) : bytes;
	const character: DecodedCharacter = { code: 0, length: 1 };
	for (let at = 0; at < whole.length; at += character.length) {
		decodeCharacter(whole, at, character);
		if (character.code < 0) {
			add('invalid', `\\x${hexByte(whole[at] ?? 0)}`);
			continue;
		}
		const sign = signOf(character.code);
		if (sign === undefined) add('text', String.fromCodePoint(character.code));
		else add('control', sign);
		if (character.code === 0x0a && options.lines) add('text', '\n');
	}
	if (text !== '') pieces.push({ kind, text });
	return pieces;
}

/** The same for text that a host wrote, such as an event's sentence with a peer's bytes in it. */
export function visibleString(text: string): string {
	return visibleText(new TextEncoder().encode(text))
		.map((piece) => piece.text)
		.join('');
}
