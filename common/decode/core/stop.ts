import type { Note } from './field.ts';

/** Ends the decoding of a unit: never leaves common/decode. No Error, whose stack takes far longer to make than a message to decode. */
export class Stop {
	readonly note: Note;
	/** The note stands at the innermost open field only that has none yet. */
	noted = false;

	constructor(note: Note) {
		this.note = note;
	}
}
