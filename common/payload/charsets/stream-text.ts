import { concat } from '../codec/concat.ts';
import { type DecodedCharacter, INCOMPLETE } from '../codec/utf8.ts';
import type { Charset } from './charset.ts';

/** Writes a character, or a byte that is none (code below 0), as text. */
export type ShowCharacter = (code: number, byte: number) => string;

/** Decodes one direction of a stream piece by piece: a character that two pieces share is shown with the second. */
export class StreamText {
	readonly #charset: Charset;
	readonly #show: ShowCharacter;
	/** The start of a character. */
	#held: Uint8Array = new Uint8Array(0);
	/** Brings a decoder into the state in front of the held bytes. */
	#state: Uint8Array = new Uint8Array(0);

	constructor(charset: Charset, show: ShowCharacter) {
		this.#charset = charset;
		this.#show = show;
	}

	/** The text of the next bytes, without a character that they do not complete. */
	next(more: Uint8Array): string {
		return this.#text(more, false);
	}

	/** The stream has ended: the bytes of a character that stayed incomplete, each by itself. */
	end(): string {
		const isState = this.#charset.stateAt?.(this.#held, this.#held.length).length === this.#held.length;
		return isState ? '' : this.#text(new Uint8Array(0), true);
	}

	#text(more: Uint8Array, last: boolean): string {
		const bytes = concat([this.#state, this.#held, more]);
		const character: DecodedCharacter = { code: 0, length: 1 };
		let text = '';
		let at = this.#state.length;
		for (; at < bytes.length; at += character.length) {
			this.#charset.decode(bytes, at, character);
			if (character.code === INCOMPLETE && !last) break;
			text += this.#show(character.code, bytes[at] ?? 0);
		}
		this.#held = bytes.slice(at);
		this.#state = this.#charset.stateAt?.(bytes, at) ?? this.#state;
		return text;
	}
}
