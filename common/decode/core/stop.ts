import type { Note } from './field.ts';

/** Ends the decoding of a unit: never leaves common/decode. */
export class Stop extends Error {
	override readonly name = 'Stop';
	readonly note: Note;
	/** The note stands at the innermost open field only that has none yet. */
	noted = false;

	constructor(note: Note) {
		super(note.code);
		this.note = note;
	}
}
