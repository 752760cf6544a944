import type { Note } from './field.ts';
import { firstNote } from './plain.ts';
import { Reader } from './reader.ts';
import { Stop } from './stop.ts';

/**
 * The first thing that is wrong when `body` reads these bytes as one unit; undefined where it reads all of them without a note. For
 * protocols whose messages do not say how they are to be read, and to recognise those whose form is strict.
 */
export function faultOf(bytes: Uint8Array, body: (reader: Reader) => void): Note | undefined {
	const reader = Reader.of(bytes);
	try {
		reader.group('unit', () => body(reader));
	} catch (error) {
		if (!(error instanceof Stop)) throw error;
		return error.note;
	}
	for (const field of reader.fields) {
		const note = firstNote(field);
		if (note !== undefined) return note;
	}
	return reader.left > 0 ? { code: 'rest' } : undefined;
}
