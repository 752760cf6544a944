import type { Note } from '../core/field.ts';
import type { About, Reader } from '../core/reader.ts';

/** Length of a variable byte integer at this place, and its value (MQTT 5, 1.5.5); 0 where it has more than four bytes. */
function varintAt(reader: Reader): { readonly length: number; readonly value: number } {
	let value = 0;
	for (let i = 0; i < 4; i++) {
		const byte = reader.peek(i);
		// The byte that is missing ends the unit when it is read.
		if (byte === undefined) return { length: i + 1, value };
		value += (byte & 0x7f) * 2 ** (7 * i);
		if (byte < 0x80) return { length: i + 1, value };
	}
	return { length: 0, value };
}

/** A variable byte integer: seven bits a byte, the lowest first. */
export function readVarint(reader: Reader, name: string, about: About<number> = {}): number {
	const { length, value } = varintAt(reader);
	if (length === 0) {
		reader.data(name, 4);
		reader.fail({ code: 'unexpected', expected: 'at most four bytes' });
	}
	return reader.record(name, length, value, about);
}

/** Text in UTF-8 behind its length (1.5.4). @param note of the text */
export function readString(reader: Reader, name: string, note?: (text: string) => Note | undefined): string {
	const length = reader.uint(`${name}Length`, 2);
	const text = reader.text(name, length);
	const wrong = note?.(text);
	if (wrong !== undefined) reader.note(wrong);
	return text;
}

/** Bytes behind their length (1.5.6). */
export function readBinary(reader: Reader, name: string): Uint8Array {
	return reader.data(name, reader.uint(`${name}Length`, 2));
}

/** A byte that is 0 or 1. */
export function readFlag(reader: Reader, name: string): number {
	const value = reader.uint(name, 1);
	if (value > 1) reader.note({ code: 'unexpected', expected: '0 or 1' });
	return value;
}
