import { type RefObject, useEffect, useRef } from 'react';
import { viewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';
import { toastError } from '../../../app/state/window/toasts.ts';
import { words } from '../../../words/index.ts';
import { useConversation } from './store.ts';
import type { Stream } from './use-stream.ts';

/** A byte of an event. */
export interface Seen {
	readonly n: number;
	readonly offset: number;
}

/**
 * Scrolls to the requested target, as soon as it is laid out. After a change of layout the target is the position
 * visible before: `seen`. Returns the lines in which the view has arrived.
 */
export function useTarget(
	{ layout, source, state }: Stream,
	seen: RefObject<Seen | undefined>,
	arrive: (line: number) => void,
): RefObject<{ readonly source: unknown } | undefined> {
	const target = useConversation((view) => view.target);
	const going = useConversation((view) => view.going);
	const following = useConversation((view) => view.following);
	/** The fulfilled request, and its lines. */
	const done = useRef<{ going: number; source: unknown }>(undefined);
	const asking = useRef(false);
	const scanned = state?.scanned ?? 0;
	useEffect(() => {
		const before = done.current;
		const wished = before?.going === going ? undefined : target;
		const place = wished ?? seen.current;
		if (following || place === undefined) {
			done.current = { going, source };
			return;
		}
		if (asking.current || (wished === undefined && before?.source === source)) return;
		if (scanned <= place.n) return;
		asking.current = true;
		session
			.call('streamPlace', { ...viewed(), layout, ...place })
			.then(
				({ line }) => {
					if (line === undefined || useConversation.getState().going !== going) return;
					done.current = { going, source };
					arrive(line);
				},
				(error: unknown) => {
					done.current = { going, source };
					toastError(words().conversation.eventNotFound, error);
				},
			)
			.finally(() => {
				asking.current = false;
			});
	}, [target, going, following, scanned, layout, source, seen, arrive]);
	return done;
}
