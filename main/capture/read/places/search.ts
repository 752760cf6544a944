import type { Filter } from '../../../../common/filter/index.ts';
import { checkFilter, readFilter } from '../../../../common/filter/run.ts';

/** What to search for. */
export interface Search {
	/** A filter. */
	readonly find: string;
	/** Another filter that must match too: that of the list being searched. */
	readonly within?: string | undefined;
}

/** The filter that is searched for, and that of all events to find. Throws FilterError. */
export function readSearch({ find, within }: Search): { readonly wanted: Filter; readonly filter: Filter } {
	const wanted = readFilter(find);
	return { wanted, filter: within === undefined ? wanted : { type: 'and', items: [readFilter(within), wanted] } };
}

/** Throws a WirebenchError `bad-input`, with the position of the fault, for an invalid search. */
export function checkSearch({ find, within }: Search): void {
	checkFilter(find);
	if (within !== undefined) checkFilter(within);
}
