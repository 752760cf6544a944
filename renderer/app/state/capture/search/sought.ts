import { create } from 'zustand';
import { parseFilter, soughtTerms } from '../../../../../common/filter/index.ts';
import { faultOf } from '../../../shared/filter-fault.ts';
import { knownNow, useKnownProtocols } from '../../../shared/known-protocols.ts';
import { useFilter } from '../filter.ts';
import { useJump } from '../jump.ts';

/** The filter whose text is lit up wherever events are shown: that of a search, else that of the list; '' for none. */
export const useSought = create<{ readonly filter: string }>()(() => ({ filter: '' }));

function look(): void {
	const { searched } = useJump.getState();
	const filter = searched === '' ? useFilter.getState().applied : searched;
	const sought = looksIntoContent(filter) ? filter : '';
	if (sought !== useSought.getState().filter) useSought.setState({ filter: sought });
}

/** Whether a filter looks for something in content, so that there is something to light up. */
export function looksIntoContent(filter: string): boolean {
	return (
		filter.trim() !== '' && faultOf(filter) === undefined && soughtTerms(parseFilter(filter, knownNow())).length > 0
	);
}

useFilter.subscribe(look);
useJump.subscribe(look);
useKnownProtocols.subscribe(look);
