import { create } from 'zustand';
import type { Mark } from '../../../../common/capture/marks.ts';
import { words } from '../../../words/index.ts';
import type { Session } from '../host/session.ts';
import { session } from '../host/session.ts';
import { toast, toastError } from '../window/toasts.ts';
import { useViewed, viewed } from './viewed.ts';

export interface EventMarks {
	/** Marks and notes of the viewed capture, by event. */
	readonly marks: ReadonlyMap<number, Mark>;
}

export const useMarks = create<EventMarks>()(() => ({ marks: new Map() }));

/** The marks of the capture, in order of events. */
export function sortedMarks({ marks }: EventMarks): Mark[] {
	return [...marks.values()].sort((a, b) => a.n - b.n);
}

/** Follows the marks of the viewed capture until the returned function is called. */
export function feedMarks(from: Session): () => void {
	const onError = (error: Error) => toastError(words().captureActions.marksUnknown, error);
	const listen = () =>
		from.subscribe('captureMarks', viewed(), {
			onSnapshot: ({ marks }) => useMarks.setState({ marks: new Map(marks.map((mark) => [mark.n, mark])) }),
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

function withChanges(before: ReadonlyMap<number, Mark>, changed: readonly Mark[]): ReadonlyMap<number, Mark> {
	const after = new Map(before);
	for (const mark of changed) {
		if (mark.marked || mark.note !== '') after.set(mark.n, mark);
		else after.delete(mark.n);
	}
	return after;
}

/** Marks an event, or removes its mark. */
export function toggleMark(n: number): void {
	const marked = !(useMarks.getState().marks.get(n)?.marked ?? false);
	annotate(n, { marked });
}

/** Sets the note of an event; an empty one removes it, which can be undone. */
export function setNote(n: number, note: string): void {
	const before = useMarks.getState().marks.get(n)?.note ?? '';
	if (note.trim() === before) return;
	annotate(n, { note }, () => {
		if (before === '') return;
		const { noteDeleted, noteChanged, undo } = words().captureActions;
		const title = note.trim() === '' ? noteDeleted : noteChanged;
		toast({ tone: 'info', title, action: { label: undo, run: () => annotate(n, { note: before }) } });
	});
}

function annotate(n: number, what: { marked?: boolean; note?: string }, done?: () => void): void {
	session.call('captureAnnotate', { ...viewed(), n, ...what }).then(
		() => done?.(),
		(error: unknown) => toastError(words().captureActions.noteUnkept, error),
	);
}
