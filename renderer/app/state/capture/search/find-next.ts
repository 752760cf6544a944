import type { FindState } from '../../../../../common/contract/calls/find.ts';
import { withCode } from '../../../shared/with-code.ts';
import { session } from '../../host/session.ts';
import { useSelection } from '../../window/selection.ts';
import { useFilter } from '../filter.ts';
import { jump, openBar, useJump } from '../jump.ts';
import { listed } from '../listing.ts';
import { revealListed, selectedPosition } from '../reveal.ts';
import { looksIntoContent } from './sought.ts';

type Found = typeof import('./found.ts');

/**
 * Goes to the next or the previous match of the search: within the selected event, then to another event. Without a
 * search text it opens the search bar, with the text of the filter.
 */
export function findNext(back: boolean): void {
	const { find } = useJump.getState();
	if (find.trim() === '') {
		const { applied } = useFilter.getState();
		if (looksIntoContent(applied)) useJump.setState({ find: applied });
		openBar('find');
		return;
	}
	withCode(import('./found.ts'), (found) => step(found, back));
}

/** Goes on from the places within the selected event, whose code is there with the inspector. */
function step({ enterAtEnd, stepWithin, useFound }: Found, back: boolean): void {
	const { find, searched } = useJump.getState();
	const { of, position } = useFound.getState();
	const isHere = searched === find.trim() && of === searched && position === selectedPosition();
	if (isHere && stepWithin(back)) {
		useJump.setState({ target: undefined, state: undefined });
		return;
	}
	if (back) enterAtEnd();
	jump('match', back);
}

/** Selects the first event that the applied filter finds, from the selected one on, where it looks for something in content. */
export function showFirstMatch(filter: string): void {
	if (!looksIntoContent(filter)) return;
	const { made } = useSelection.getState();
	const selected = selectedPosition();
	const from = selected === undefined || selected === 0 ? {} : { from: selected - 1 };
	let over = false;
	const take = (state: FindState): void => {
		if (over || !state.done) return;
		over = true;
		queueMicrotask(() => stop());
		const isCurrent = useFilter.getState().applied === filter && useSelection.getState().made === made;
		if (isCurrent && state.found !== undefined && state.found !== selected) revealListed(state.found);
	};
	const stop = session.subscribe(
		'captureFind',
		{ ...listed(), find: filter, back: false, ...from },
		// The list of the filter reports the same error.
		{ onSnapshot: take, onDelta: take, onError: () => undefined },
	);
}
