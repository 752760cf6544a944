import { create } from 'zustand';
import { useSettings } from '../../../app/state/window/settings.ts';
import { type HistoryEntry, withSent } from './history.ts';

interface History {
	/** Newest first; also texts that are too long to be remembered beyond this run. */
	readonly entries: readonly HistoryEntry[];
	/** True once something was sent in this run. */
	readonly own: boolean;
}

/** What was sent from the composer. */
export const useHistory = create<History>()(() => ({ entries: useSettings.getState().composerHistory, own: false }));

// What an earlier run remembered comes with the settings, which the host tells after the page has begun.
useSettings.subscribe(({ composerHistory }) => {
	if (!useHistory.getState().own) useHistory.setState({ entries: composerHistory });
});

export function addSent(entry: HistoryEntry): void {
	useHistory.setState(({ entries }) => ({ entries: withSent(entries, entry), own: true }));
}
