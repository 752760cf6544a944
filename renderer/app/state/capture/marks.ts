import { create } from 'zustand';
import { inOrder, type Mark, type MarkPlace, markKey, markPlaceOf } from '../../../../common/capture/marks.ts';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { words } from '../../../words/index.ts';
import type { Session } from '../host/session.ts';
import { session } from '../host/session.ts';
import { useSelection } from '../window/selection.ts';
import { toast, toastError } from '../window/toasts.ts';
import { listedMessages } from './listing.ts';
import { useViewed, viewed } from './viewed.ts';

export interface EventMarks {
	/** Marks and notes of the viewed capture, by the key of their place. */
	readonly marks: ReadonlyMap<string, Mark>;
}

export const useMarks = create<EventMarks>()(() => ({ marks: new Map() }));

/** The marks of the capture, in order of events. */
export function sortedMarks({ marks }: EventMarks): Mark[] {
	return [...marks.values()].sort(inOrder);
}

/** The marks of messages within a read, behind its first one, by the event of the read. */
export function marksWithin({ marks }: EventMarks): ReadonlyMap<number, readonly Mark[]> {
	const inner = [...marks.values()].filter(({ offset }) => offset !== undefined).sort(inOrder);
	return Map.groupBy(inner, ({ n }) => n);
}

/** What a mark on a row of the log is on: a message, or an event. */
export function placeOfRow({ n, message }: Pick<CaptureRow, 'n' | 'message'>): MarkPlace {
	return message === undefined ? { n } : markPlaceOf(message.first, message.offset, n);
}

/** The same of the selected row, whose event is known. */
export function selectedPlace(event: number): MarkPlace {
	const { begin } = useSelection.getState();
	if (begin === undefined || listedMessages() === undefined) return { n: event };
	return markPlaceOf(begin.n, begin.offset, event);
}

/** The mark of a place at present. */
export function markAt(place: MarkPlace): Mark | undefined {
	return useMarks.getState().marks.get(markKey(place));
}

/** Follows the marks of the viewed capture until the returned function is called. */
export function feedMarks(from: Session): () => void {
	const onError = (error: Error) => toastError(words().captureActions.marksUnknown, error);
	const listen = () =>
		from.subscribe('captureMarks', viewed(), {
			onSnapshot: ({ marks }) => useMarks.setState({ marks: new Map(marks.map((mark) => [markKey(mark), mark])) }),
			onDelta: ({ marks }) => useMarks.setState((before) => ({ marks: withChanges(before.marks, marks) })),
			onError,
		});
	let stop = listen();
	const stopWatching = useViewed.subscribe(() => {
		stop();
		useMarks.setState({ marks: new Map() });
		stop = listen();
	});
	return () => {
		stopWatching();
		stop();
	};
}

function withChanges(before: ReadonlyMap<string, Mark>, changed: readonly Mark[]): ReadonlyMap<string, Mark> {
	const after = new Map(before);
	for (const mark of changed) {
		if (mark.marked || mark.note !== '') after.set(markKey(mark), mark);
		else after.delete(markKey(mark));
	}
	return after;
}

/** Marks an event or a message, or removes its mark. */
export function toggleMark(place: MarkPlace): void {
	annotate(place, { marked: !(markAt(place)?.marked ?? false) });
}

/** Sets the note of an event or a message; an empty one removes it, which can be undone. */
export function setNote(place: MarkPlace, note: string): void {
	const before = markAt(place)?.note ?? '';
	if (note.trim() === before) return;
	annotate(place, { note }, () => {
		if (before === '') return;
		const { noteDeleted, noteChanged, undo } = words().captureActions;
		const title = note.trim() === '' ? noteDeleted : noteChanged;
		toast({ tone: 'info', title, action: { label: undo, run: () => annotate(place, { note: before }) } });
	});
}

function annotate({ n, offset }: MarkPlace, what: { marked?: boolean; note?: string }, done?: () => void): void {
	session.call('captureAnnotate', { ...viewed(), n, ...(offset !== undefined && { offset }), ...what }).then(
		() => done?.(),
		(error: unknown) => toastError(words().captureActions.noteUnkept, error),
	);
}
