/** Why what a person wrote is not what it should be: a sentence, and the zero-based UTF-16 offset where it goes wrong. */
export interface Fault {
	readonly ok: false;
	readonly position: number;
	readonly message: string;
}

export function fault(position: number, message: string): Fault {
	return { ok: false, position, message };
}

/** Names a character in a sentence: itself in quotes, or its code point when it does not show. */
export function quoteCharacter(text: string, position: number): string {
	const code = text.codePointAt(position);
	if (code === undefined) return 'the end';
	const shows = code > 0x20 && code !== 0x7f && !(code >= 0x80 && code < 0xa1) && !(code >= 0xd800 && code < 0xe000);
	return shows ? `“${String.fromCodePoint(code)}”` : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
