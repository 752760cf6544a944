import { useRef } from 'react';
import { useSettings } from '../../app/state/window/settings.ts';

export interface FilterHistory {
	/** The recent filter before (1) or after (-1) the current one; undefined where there is none. After the newest: the edited text. */
	step(by: 1 | -1, written: string): string | undefined;
	/** Whether one of them is current. */
	readonly browsing: () => boolean;
	/** The person has typed something else. */
	reset(): void;
}

/** Browses recent filters with arrow keys, newest first. */
export function useFilterHistory(): FilterHistory {
	const place = useRef(-1);
	const draft = useRef('');
	return {
		step: (by, written) => {
			const { filterHistory } = useSettings.getState();
			// An entry equal to the field's text is skipped.
			const texts = filterHistory.filter((text, i) => i > 0 || place.current >= 0 || text !== written.trim());
			const next = place.current + by;
			if (next >= texts.length || next < -1) return undefined;
			if (place.current === -1) draft.current = written;
			place.current = next;
			return next === -1 ? draft.current : texts[next];
		},
		browsing: () => place.current >= 0,
		reset: () => {
			place.current = -1;
		},
	};
}
