import type { Filter, KnownProtocols } from '../../../../common/filter/index.ts';
import { checkFilter, readFilter } from '../../../../common/filter/run.ts';

/** What to search for. */
export interface Search {
	/** A filter. */
	readonly find: string;
	/** Another filter that must match too: that of the list being searched. */
	readonly within?: string | undefined;
}

/** The filter that is searched for, and that of all events to find. Throws FilterError. */
export function readSearch(
	{ find, within }: Search,
	known: KnownProtocols,
): { readonly wanted: Filter; readonly filter: Filter } {
	const wanted = readFilter(find, known);
	return {
		wanted,
		filter: within === undefined ? wanted : { type: 'and', items: [readFilter(within, known), wanted] },
	};
}

/** Throws a WirebenchError `bad-input`, with the position of the fault, for an invalid search. */
export function checkSearch({ find, within }: Search, known: KnownProtocols): void {
	checkFilter(find, known);
	if (within !== undefined) checkFilter(within, known);
}
