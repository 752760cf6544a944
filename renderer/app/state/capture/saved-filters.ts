import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { SavedFilter } from '../../../../common/contract/calls/settings.ts';
import { updateSettings, useSettings } from '../window/settings.ts';
import { toast } from '../window/toasts.ts';

/** Saves a filter under a name, and replaces one with the same name. */
export function saveFilter(saved: SavedFilter): void {
	const others = useSettings.getState().filters.filter(({ name }) => name !== saved.name);
	updateSettings({ filters: [...others, saved].sort(byName).slice(0, LIMITS.savedFilters) });
}

/** Renames a saved filter; a name that is taken, or blank, changes nothing. */
export function renameFilter(from: string, to: string): void {
	const { filters } = useSettings.getState();
	const name = to.trim();
	if (name === '' || filters.some((saved) => saved.name === name)) return;
	updateSettings({ filters: filters.map((saved) => (saved.name === from ? { ...saved, name } : saved)).sort(byName) });
}

/** Deletes a saved filter, which can be undone. */
export function deleteFilter(saved: SavedFilter): void {
	updateSettings({ filters: useSettings.getState().filters.filter(({ name }) => name !== saved.name) });
	toast({ tone: 'info', title: `“${saved.name}” deleted`, action: { label: 'Undo', run: () => saveFilter(saved) } });
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
