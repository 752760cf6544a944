import { create } from 'zustand';
import { setNote, useMarks } from './marks.ts';

interface NoteDraft {
	/** The event whose note is being written. */
	readonly n: number | undefined;
	readonly text: string;
}

/** The note that is being written: it belongs to its event, whatever is selected meanwhile. */
export const useNoteDraft = create<NoteDraft>()(() => ({ n: undefined, text: '' }));

/** Begins to write the note of an event, from what it says so far. */
export function editNote(n: number): void {
	if (useNoteDraft.getState().n === n) return;
	useNoteDraft.setState({ n, text: useMarks.getState().marks.get(n)?.note ?? '' });
}

/** Keeps what was written, or drops it. */
export function endNote(keep: boolean): void {
	const { n, text } = useNoteDraft.getState();
	useNoteDraft.setState({ n: undefined, text: '' });
	if (keep && n !== undefined) setNote(n, text);
}
