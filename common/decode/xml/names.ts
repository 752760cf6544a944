import type { Reader } from '../core/reader.ts';

/** Bytes that end a name (XML 1.0, 2.3): those beyond ASCII are in it. */
const NO_NAME = new Set([...' \t\r\n/>=<?!&\'"[]();,'].map((character) => character.charCodeAt(0)));

/** Length of the name at this place; 0 where there is none. */
export function nameLength(reader: Reader, ahead = 0): number {
	let length = 0;
	for (;;) {
		const byte = reader.peek(ahead + length);
		if (byte === undefined || NO_NAME.has(byte)) return length;
		length++;
	}
}
