import { create } from 'zustand';
import type { MarkPlace } from '../../../../common/capture/marks.ts';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { words } from '../../../words/index.ts';
import { session } from '../host/session.ts';
import { useSelection } from '../window/selection.ts';
import { toastError } from '../window/toasts.ts';
import { list, listed, listedMessages, useListing } from './listing.ts';

interface Reveal {
	/** Grows when the selected event must be scrolled into view, in every list of events. */
	readonly count: number;
}

export const useReveal = create<Reveal>()(() => ({ count: 0 }));

/** Selects an event and scrolls it into view. */
export function revealEvent(n: number): void {
	useSelection.getState().selectEvent(n);
	reveal();
}

function reveal(): void {
	useReveal.setState(({ count }) => ({ count: count + 1 }));
}

/** Lists reads, from the first one of a message on. */
export function showReads({ n, message }: Pick<CaptureRow, 'n' | 'message'>): void {
	list({ as: 'reads' });
	revealEvent(message?.first ?? n);
}

/** Selects what a mark is on, a message in the list of messages, and scrolls it into view. */
export function revealMark({ n, offset }: MarkPlace): void {
	if (offset === undefined) {
		revealEvent(n);
		return;
	}
	list({ as: 'messages' });
	useSelection.getState().selectMessage(n, offset);
	reveal();
}

/** Lists messages, at the one with the first byte of a read. */
export function showMessage({ n }: Pick<CaptureRow, 'n'>): void {
	list({ as: 'messages' });
	revealEvent(n);
}

/** Selects the row at a position in the list of the log, that of an event or of an item, and scrolls it into view. */
export function revealListed(position: number): void {
	if (listedMessages() === undefined) {
		revealEvent(position);
		return;
	}
	const { made } = useSelection.getState();
	const { run } = useListing.getState();
	session.call('captureRows', { ...listed(), from: position, count: 1 }).then(
		({ rows: [row] }) => {
			const isCurrent = useSelection.getState().made === made && useListing.getState().run === run;
			if (row === undefined || !isCurrent) return;
			useSelection.getState().selectRow(row);
			reveal();
		},
		(error: unknown) => toastError(words().captureActions.eventUnread, error),
	);
}

/** The position of the selection in the list of the log; undefined where nothing is selected, or its message is not known. */
export function selectedPosition(): number | undefined {
	const { event, item } = useSelection.getState();
	return listedMessages() === undefined ? event : item;
}
