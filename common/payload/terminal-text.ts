import { type DecodedCharacter, decodeCharacter } from './codec/utf8.ts';
import { invalidSign, visibleSign } from './visible.ts';

const LF = 0x0a;
const CR = 0x0d;
const TAB = 0x09;
/** Bytes of a character in UTF-8 at most. */
const LONGEST = 4;

/**
 * Received bytes in a form that is safe for a terminal: UTF-8 with its line breaks (LF, CR LF) and tabs. Invisible
 * characters, terminal commands and bytes that are not UTF-8 are written as signs.
 */
export class TerminalText {
	/** The start of a character, or a CR, that continues in the next bytes. */
	#held = new Uint8Array(0);

	/** The text of the next bytes. With `last` nothing is held back. */
	show(next: Uint8Array, last = false): string {
		const bytes = new Uint8Array(this.#held.length + next.length);
		bytes.set(this.#held);
		bytes.set(next, this.#held.length);
		const end = last ? bytes.length : wholeLength(bytes);
		this.#held = bytes.slice(end);
		const character: DecodedCharacter = { code: 0, length: 1 };
		let text = '';
		for (let at = 0; at < end; at += character.length) {
			decodeCharacter(bytes, at, character);
			const { code } = character;
			if (code < 0) text += invalidSign(bytes[at] ?? 0);
			else if (code === CR && bytes[at + 1] === LF) continue;
			else if (code === LF || code === TAB) text += String.fromCharCode(code);
			else text += visibleSign(code) ?? String.fromCodePoint(code);
		}
		return text;
	}
}

/** The length without a final CR and without the start of an incomplete character. */
function wholeLength(bytes: Uint8Array): number {
	if (bytes.at(-1) === CR) return bytes.length - 1;
	for (let at = bytes.length - 1; at >= Math.max(0, bytes.length - LONGEST + 1); at--) {
		const byte = bytes[at] ?? 0;
		if (byte < 0x80) break;
		if (byte < 0xc0) continue;
		const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
		return at + length > bytes.length ? at : bytes.length;
	}
	return bytes.length;
}
