import type { decodeNotes } from '../words/en/decode-notes.ts';
import type { Texts } from '../words/locale/texts.ts';
import type { Note } from './core/field.ts';

/** What is wrong with a field, in the words of a language. */
export function noteText(note: Note, words: Texts<typeof decodeNotes>): string {
	switch (note.code) {
		case 'short':
			return words.short(note.missing);
		case 'unexpected':
			return words.unexpected(note.expected);
		case 'checksum':
			return words.checksum(note.expected);
		default:
			return words[note.code];
	}
}
