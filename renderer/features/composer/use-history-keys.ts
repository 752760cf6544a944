import { type KeyboardEvent, useRef } from 'react';
import type { ReadDraft } from './draft/drafts.ts';
import { atEdge, entryOf, type HistoryPlace, stepHistory } from './history/history.ts';
import { useHistory } from './history/history-store.ts';
import { takeEntry } from './store.ts';

/**
 * Arrow keys at the first and last line of the text browse the history. `onKey` returns true when it has handled the
 * key; call `leave` when the person types.
 */
export function useHistoryKeys(draft: ReadDraft): {
	onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
	leave: () => void;
} {
	const place = useRef<HistoryPlace | undefined>(undefined);
	return {
		onKey(event) {
			if ((event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || event.shiftKey || event.altKey) return false;
			const { selectionStart, selectionEnd, value } = event.currentTarget;
			const by = event.key === 'ArrowUp' ? 1 : -1;
			// A just-sent text is selected as a whole: that counts as its edge too.
			const whole = selectionStart === 0 && selectionEnd === value.length;
			if (!whole && (selectionStart !== selectionEnd || !atEdge(value, selectionStart, by))) return false;
			const step = stepHistory(useHistory.getState().entries, entryOf(draft), place.current, by);
			if (step === undefined) return false;
			place.current = step.place.index === -1 ? undefined : step.place;
			takeEntry(step.entry);
			return true;
		},
		leave() {
			place.current = undefined;
		},
	};
}
