import { type Charset, UTF8 } from './charsets/charset.ts';
import { StreamText } from './charsets/stream-text.ts';
import { invalidSign, visibleSign } from './visible.ts';

const CR = '\r';

/** A character for a terminal; a CR stays, because what it is depends on the character after it. */
function shown(code: number, byte: number): string {
	if (code < 0) return invalidSign(byte);
	const character = String.fromCodePoint(code);
	return '\r\n\t'.includes(character) ? character : (visibleSign(code) ?? character);
}

/**
 * Received bytes in a form that is safe for a terminal: text in a charset with its line breaks (LF, CR LF) and tabs.
 * Invisible characters, terminal commands and bytes outside the charset are written as signs.
 */
export class TerminalText {
	readonly #text: StreamText;
	/** A CR that waits for the next character. */
	#held = '';

	constructor(charset: Charset = UTF8) {
		this.#text = new StreamText(charset, shown);
	}

	/** The text of the next bytes. With `last` nothing is held back. */
	show(next: Uint8Array, last = false): string {
		const text = this.#held + this.#text.next(next) + (last ? this.#text.end() : '');
		const whole = text.endsWith(CR) && !last ? text.slice(0, -1) : text;
		this.#held = text.slice(whole.length);
		return whole.replaceAll('\r\n', '\n').replaceAll(CR, '\\r');
	}
}
