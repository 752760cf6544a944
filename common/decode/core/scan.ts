import type { Reader } from './reader.ts';

/** White space of JSON (RFC 8259, 2) and XML (XML 1.0, 2.3). */
export const isSpace = (byte: number | undefined): boolean =>
	byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Skips white space; returns whether there was some. */
export function skipSpace(reader: Reader): boolean {
	const from = reader.at;
	while (isSpace(reader.peek())) reader.skip(1);
	return reader.at > from;
}

/** Whether the bytes at this place are those of a text in ASCII. */
export function isHere(reader: Reader, text: string, ahead = 0): boolean {
	for (let i = 0; i < text.length; i++) if (reader.peek(ahead + i) !== text.charCodeAt(i)) return false;
	return true;
}

/** Bytes up to a text in ASCII, looked for from `ahead` on; undefined where it is not there. */
export function lengthTo(reader: Reader, text: string, ahead = 0): number | undefined {
	const first = text.charCodeAt(0);
	for (let from = reader.at + ahead; ; ) {
		const found = reader.bytes.indexOf(first, from);
		if (found === -1 || found + text.length > reader.at + reader.left) return undefined;
		if (isHere(reader, text, found - reader.at)) return found - reader.at;
		from = found + 1;
	}
}

/** Ends the unit: where the input ends for that reason, else because something else stands there. */
export function wrong(reader: Reader, expected: string): never {
	if (reader.left === 0) reader.fail({ code: 'short', missing: 1 });
	reader.fail({ code: 'unexpected', expected });
}

/** Skips a text that has to be here. */
export function skipText(reader: Reader, text: string): void {
	for (const character of text) {
		if (reader.peek() !== character.charCodeAt(0)) wrong(reader, text);
		reader.skip(1);
	}
}
