import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useCaptureStatus } from '../../../app/state/capture/capture-status.ts';
import { useCaptures } from '../../../app/state/capture/captures.ts';
import { coloursAskForMarks, useColours } from '../../../app/state/capture/colours.ts';
import { isScanning, useFilter } from '../../../app/state/capture/filter.ts';
import { isListing, useListing } from '../../../app/state/capture/listing.ts';
import { useMarks } from '../../../app/state/capture/marks.ts';
import { useReveal } from '../../../app/state/capture/reveal.ts';
import { useSought } from '../../../app/state/capture/search/sought.ts';
import { useViewed } from '../../../app/state/capture/viewed.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { session } from '../../../app/state/host/session.ts';
import { useStructures } from '../../../app/state/templates/structures.ts';
import { onShownFields, shownFields } from '../../../app/state/window/field-columns.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { pickOnly } from './picked.ts';
import { isWhole, returnToSelection } from './place.ts';
import { rowSource } from './rows.ts';
import {
	INITIAL_VIEW,
	type ListedView,
	type LogView,
	type Matches,
	withFollowing,
	withMatches,
	withReturned,
	withRevealed,
	withSeen,
	withStatus,
} from './view.ts';

export const useLogView = create<LogView>()(() => INITIAL_VIEW);

/** The view without the number of its rows, which changes tens of times a second. */
export function useListedView(): ListedView {
	return useLogView(useShallow(({ stored: _, ...listed }) => listed));
}

/** The protocols that endpoints are decoded as. */
function choicesOf(endpoints: ReturnType<typeof useWorkbench.getState>['endpoints']): string {
	return JSON.stringify([...endpoints.values()].map(({ config: { name, decodeAs } }) => [name, decodeAs]));
}

/** Applies one of the rules of view.ts. */
export function changeView(rule: (view: LogView) => LogView): void {
	const before = useLogView.getState();
	const after = rule(before);
	if (after !== before) useLogView.setState(after);
}

/** A growing capture is followed; a stored one is shown from its first event, and nothing of it is new. */
function atStart(view: LogView): LogView {
	return isGrowing() ? withFollowing(view, true) : withSeen(withFollowing(view, false), view.stored);
}

function isGrowing(): boolean {
	const { capture } = useViewed.getState();
	const kind = useCaptures.getState().list.find((one) => one.id === capture)?.kind;
	return capture === undefined || kind === 'growing';
}

/** What a filter or the list of messages has found; undefined before its first report. */
function foundRows(): Matches | undefined {
	const filter = useFilter.getState();
	if (filter.applied !== '') return filter.state;
	const { state } = useListing.getState();
	return state && { matched: state.items, gone: state.gone, scanned: state.scanned };
}

/** Whether the list still grows from events that were there before. */
function isFinding(): boolean {
	const filter = useFilter.getState();
	if (filter.applied !== '') return filter.state === undefined || isScanning(filter);
	return isListing(useListing.getState());
}

/**
 * Follows the state of the capture, of the list of messages, or of the filter on it, until the returned function is called. With a filter the
 * list has its matches; the view of the whole capture is kept and restored when the filter is removed.
 */
export function followCapture(): () => void {
	let capture = '';
	let filtered = false;
	let whole = INITIAL_VIEW;
	/** The scan of the new list has not reached the selected event yet. */
	let returning = false;
	/** Events that existed when the scan started: a match among them is found late, but is not newer. */
	let existing = 0;

	const take = () => {
		const { id, stored, first } = useCaptureStatus.getState();
		const filter = useFilter.getState();
		const otherCapture = id !== capture;
		if (otherCapture && capture !== '') useSelection.getState().selectEvent(undefined);
		capture = id;
		const listing = useListing.getState();
		const on = !isWhole();
		const list = on ? [id, filter.applied === '' ? '' : filter.run, listing.as, listing.run].join(' ') : id;
		const before = useLogView.getState();
		const other = list !== before.capture;
		if (other) {
			rowSource.reset();
			if (!filtered) whole = before;
		}
		const selected = useSelection.getState().event;
		if (selected !== undefined && selected < first) useSelection.getState().selectEvent(undefined);
		const { event } = useSelection.getState();
		if (other) existing = stored;
		if (on) changeView((view) => withMatches(view, list, foundRows(), existing));
		else if (other && filtered) changeView(() => withReturned(withStatus(whole, id, stored, first), event));
		else changeView((view) => withStatus(view, list, stored, first));
		if (otherCapture && id !== '') changeView(atStart);
		if (other && (on || filtered)) returning = true;
		filtered = on;
		const reached = !on || (foundRows()?.scanned ?? 0) > (event ?? 0) || !isFinding();
		if (returning && reached) {
			returning = false;
			returnToSelection();
		}
	};
	/** Scrolls to the selected event; a hidden one is listed again. */
	const reveal = () => {
		const { event } = useSelection.getState();
		if (event === undefined) return;
		changeView((view) => withRevealed(view, isWhole() ? event : undefined));
		pickOnly('', undefined);
		returnToSelection();
	};
	take();
	const stops = [
		useFilter.subscribe(take),
		useListing.subscribe(take),
		useCaptureStatus.subscribe(take),
		useReveal.subscribe(reveal),
		useColours.subscribe(({ usable }, before) => {
			if (usable !== before.usable) rowSource.reset();
		}),
		useSought.subscribe(() => rowSource.reset()),
		onShownFields(() => rowSource.reset()),
		useWorkbench.subscribe(({ endpoints }, before) => {
			if (endpoints === before.endpoints || shownFields().length === 0) return;
			if (choicesOf(endpoints) !== choicesOf(before.endpoints)) rowSource.reset();
		}),
		useStructures.subscribe(() => {
			if (shownFields().length > 0 || useColours.getState().usable.length > 0) rowSource.reset();
		}),
		useMarks.subscribe(() => {
			if (coloursAskForMarks()) rowSource.reset();
		}),
		session.onState((state) => {
			if (state === 'connected') rowSource.retry();
		}),
	];
	return () => {
		for (const stop of stops) stop();
	};
}
