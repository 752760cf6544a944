import type { Field, Note } from './field.ts';
import { Reader } from './reader.ts';
import { Stop } from './stop.ts';

/**
 * The first thing that is wrong when `body` reads these bytes as one unit; undefined where it reads all of them without a note. That
 * bytes are missing at the end comes after all else that is wrong. For protocols whose messages do not say how they are to be read,
 * and to recognise those whose form is strict.
 */
export function faultOf(bytes: Uint8Array, body: (reader: Reader) => void): Note | undefined {
	const reader = Reader.of(bytes);
	try {
		reader.group('unit', () => body(reader));
	} catch (error) {
		if (!(error instanceof Stop)) throw error;
		return fieldsNote(reader.fields, (note) => note.code !== 'short') ?? error.note;
	}
	return fieldsNote(reader.fields, () => true) ?? (reader.left > 0 ? { code: 'rest' } : undefined);
}

/** The first note of fields and those in them that counts. */
function fieldsNote(fields: readonly Field[], counts: (note: Note) => boolean): Note | undefined {
	for (const { note, children = [] } of fields) {
		const found = note !== undefined && counts(note) ? note : fieldsNote(children, counts);
		if (found !== undefined) return found;
	}
	return undefined;
}
