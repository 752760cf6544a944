import { create } from 'zustand';
import { setNote, useMarks } from './marks.ts';

interface NoteDraft {
	/** The event whose note is being edited. */
	readonly n: number | undefined;
	readonly text: string;
}

/** The note being edited: it belongs to its event, whatever is selected. */
export const useNoteDraft = create<NoteDraft>()(() => ({ n: undefined, text: '' }));

/** Starts to edit the note of an event with its current text. */
export function editNote(n: number): void {
	if (useNoteDraft.getState().n === n) return;
	useNoteDraft.setState({ n, text: useMarks.getState().marks.get(n)?.note ?? '' });
}

/** Saves the edited note, or discards it. */
export function endNote(keep: boolean): void {
	const { n, text } = useNoteDraft.getState();
	useNoteDraft.setState({ n: undefined, text: '' });
	if (keep && n !== undefined) setNote(n, text);
}
