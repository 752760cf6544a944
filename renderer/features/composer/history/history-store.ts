import { create } from 'zustand';
import { useSettings } from '../../../app/state/window/settings.ts';
import { type HistoryEntry, withSent } from './history.ts';

interface History {
	/** Newest first; includes texts that are too long to be stored after this run. */
	readonly entries: readonly HistoryEntry[];
	/** True once something was sent in this run. */
	readonly own: boolean;
}

/** The composer's history. */
export const useHistory = create<History>()(() => ({ entries: useSettings.getState().composerHistory, own: false }));

// Entries of earlier runs arrive with the settings, after the page has started.
useSettings.subscribe(({ composerHistory }) => {
	if (!useHistory.getState().own) useHistory.setState({ entries: composerHistory });
});

export function addSent(entry: HistoryEntry): void {
	useHistory.setState(({ entries }) => ({ entries: withSent(entries, entry), own: true }));
}
