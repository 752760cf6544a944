import { create } from 'zustand';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { SavedFilter } from '../../../../common/filter/saved.ts';
import { words } from '../../../words/index.ts';
import { session } from '../host/session.ts';
import { updateSettings, useSettings } from '../window/settings.ts';
import { toast, toastError } from '../window/toasts.ts';

/** The saved filters of the workspace, by name. */
export const useSavedFilters = create<{ readonly filters: readonly SavedFilter[] }>()(() => ({ filters: [] }));

/** Saves a filter under a name, and replaces one with the same name. */
export function saveFilter(saved: SavedFilter): void {
	const others = useSavedFilters.getState().filters.filter(({ name }) => name !== saved.name);
	store([...others, saved]);
}

/** Renames a saved filter; a name that is taken, or blank, changes nothing. */
export function renameFilter(from: string, to: string): void {
	const { filters } = useSavedFilters.getState();
	const name = to.trim();
	if (name === '' || filters.some((saved) => saved.name === name)) return;
	store(filters.map((saved) => (saved.name === from ? { ...saved, name } : saved)));
}

/** Deletes a saved filter, which can be undone. */
export function deleteFilter(saved: SavedFilter): void {
	store(useSavedFilters.getState().filters.filter(({ name }) => name !== saved.name));
	const { deleted, undo } = words().captureActions;
	toast({ tone: 'info', title: deleted(saved.name), action: { label: undo, run: () => saveFilter(saved) } });
}

/** Stores them in the workspace, and shows them at once. */
function store(filters: readonly SavedFilter[]): void {
	const before = useSavedFilters.getState();
	const next = filters.toSorted(byName).slice(0, LIMITS.savedFilters);
	useSavedFilters.setState({ filters: next });
	session.call('filtersSet', { filters: next }).catch((error: unknown) => {
		useSavedFilters.setState(before);
		toastError(words().captureActions.filtersUnsaved, error);
	});
}

/** Adds a used filter to the history, as the newest. */
export function rememberFilter(text: string): void {
	const written = text.trim();
	const { filterHistory } = useSettings.getState();
	if (written === '' || filterHistory[0] === written) return;
	const others = filterHistory.filter((before) => before !== written);
	updateSettings({ filterHistory: [written, ...others].slice(0, LIMITS.recentFilters) });
}

/** Saved filters whose name starts with the text; all of them for an empty text. */
export function savedFor(text: string, filters: readonly SavedFilter[]): SavedFilter[] {
	const start = text.trim().toLowerCase();
	return filters.filter((saved) => saved.name.toLowerCase().startsWith(start) && saved.text !== text.trim());
}

function byName(a: SavedFilter, b: SavedFilter): number {
	return a.name.localeCompare(b.name);
}
