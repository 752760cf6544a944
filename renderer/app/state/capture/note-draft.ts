import { create } from 'zustand';
import { type MarkPlace, markKey } from '../../../../common/capture/marks.ts';
import { markAt, setNote } from './marks.ts';

interface NoteDraft {
	/** The event or message whose note is being edited. */
	readonly place: MarkPlace | undefined;
	readonly text: string;
}

/** The note being edited: it belongs to its event or message, whatever is selected. */
export const useNoteDraft = create<NoteDraft>()(() => ({ place: undefined, text: '' }));

/** Whether the edited note is that of this place. */
export function isDraftOf({ place }: NoteDraft, other: MarkPlace): boolean {
	return place !== undefined && markKey(place) === markKey(other);
}

/** Starts to edit the note of an event or a message with its current text. */
export function editNote(place: MarkPlace): void {
	if (isDraftOf(useNoteDraft.getState(), place)) return;
	useNoteDraft.setState({ place, text: markAt(place)?.note ?? '' });
}

/** Saves the edited note, or discards it. */
export function endNote(keep: boolean): void {
	const { place, text } = useNoteDraft.getState();
	useNoteDraft.setState({ place: undefined, text: '' });
	if (keep && place !== undefined) setNote(place, text);
}
