import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { excluded, type Filter, withCondition } from '../../../../common/filter/index.ts';
import type { MenuEntry } from '../../../ui/menu/MenuEntries.tsx';
import { words } from '../../../words/index.ts';
import { knownNow } from '../../shared/known-protocols.ts';
import { openDialog } from '../window/dialogs.ts';
import { toast } from '../window/toasts.ts';
import { setColours, useColours, withColourRule } from './colours.ts';
import { applyFilter, useFilter } from './filter.ts';
import { rememberFilter } from './saved-filters.ts';

/** Characters of a condition in an entry. */
const SHOWN = 40;

/** Adds a condition to the present filter. */
export function narrowFilter(condition: Filter): void {
	const text = withCondition(useFilter.getState().applied, condition, knownNow());
	if (text === undefined) {
		toast({ tone: 'info', title: words().captureActions.filterFull(LIMITS.filterChars) });
		return;
	}
	rememberFilter(text);
	applyFilter(text);
}

/** A command that adds a condition to the filter. */
export function narrowEntry(label: string, condition: Filter): MenuEntry {
	const text = withCondition('', condition) ?? '';
	const note = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
	return { label, note, onSelect: () => narrowFilter(condition) };
}

/** The commands that a condition is good for: to filter, to leave out, to colour. */
export function conditionEntries(condition: Filter): MenuEntry[] {
	const { filterBy, exclude, colourLike: colour } = words().captureActions;
	return [
		narrowEntry(filterBy, condition),
		narrowEntry(exclude, excluded(condition)),
		{ label: colour, onSelect: () => colourLike(condition) },
	];
}

/** Adds a colour rule, and shows it where it can be changed. */
function colourLike(condition: Filter): void {
	const { rules } = useColours.getState();
	const filter = withCondition('', condition);
	if (filter !== undefined && rules.length < LIMITS.colourRules) setColours(withColourRule(rules, filter));
	openDialog({ kind: 'colours' });
}
