/** An error in written text: a sentence, and its zero-based UTF-16 offset. */
export interface Fault {
	readonly ok: false;
	readonly position: number;
	readonly message: string;
}

export function fault(position: number, message: string): Fault {
	return { ok: false, position, message };
}

/** Names a character in a sentence: in quotes, or its code point when it is invisible. */
export function quoteCharacter(text: string, position: number): string {
	const code = text.codePointAt(position);
	if (code === undefined) return 'the end';
	const shows = code > 0x20 && code !== 0x7f && !(code >= 0x80 && code < 0xa1) && !(code >= 0xd800 && code < 0xe000);
	return shows ? `“${String.fromCodePoint(code)}”` : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
