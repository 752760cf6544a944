/** The selection in a list, by name, so that it survives sorting and deletions. */
export interface ListSelection {
	readonly chosen: ReadonlySet<string>;
	/** The row with the keyboard cursor. */
	readonly at: string | undefined;
	/** The start of a range. */
	readonly anchor: string | undefined;
}

export const NOTHING_CHOSEN: ListSelection = { chosen: new Set(), at: undefined, anchor: undefined };

/** How a row is selected: alone, as the end of a range, or toggled. */
export type Manner = 'one' | 'range' | 'toggle';

export function choose(
	list: readonly string[],
	{ chosen, anchor }: ListSelection,
	name: string,
	manner: Manner,
): ListSelection {
	if (manner === 'toggle') {
		const next = new Set(chosen);
		if (!next.delete(name)) next.add(name);
		return { chosen: next, at: name, anchor: name };
	}
	const start = anchor === undefined ? -1 : list.indexOf(anchor);
	if (manner === 'one' || anchor === undefined || start < 0) return { chosen: new Set([name]), at: name, anchor: name };
	const end = list.indexOf(name);
	const range = list.slice(Math.min(start, end), Math.max(start, end) + 1);
	return { chosen: new Set(range), at: name, anchor };
}

export function chooseAll(list: readonly string[], selection: ListSelection): ListSelection {
	return { ...selection, chosen: new Set(list) };
}

/** The row that a key moves to; undefined for other keys and in an empty list. */
export function rowAfterKey(
	list: readonly string[],
	at: string | undefined,
	key: string,
	page: number,
): string | undefined {
	const last = list.length - 1;
	const now = at === undefined ? -1 : list.indexOf(at);
	const steps: Readonly<Record<string, number>> = {
		ArrowDown: now + 1,
		ArrowUp: now < 0 ? last : now - 1,
		PageDown: now + page,
		PageUp: now - page,
		Home: 0,
		End: last,
	};
	const next = steps[key];
	return next === undefined ? undefined : list[Math.max(0, Math.min(last, next))];
}

/** The selection without rows that are no longer in the list. */
export function still(list: readonly string[], selection: ListSelection): ListSelection {
	const there = new Set(list);
	if ([...selection.chosen].every((name) => there.has(name))) return selection;
	return { ...selection, chosen: new Set([...selection.chosen].filter((name) => there.has(name))) };
}
