import { useEffect } from 'react';
import { viewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { sequenceRows, setFollowing, useSequence } from './store.ts';

/** Scrolls to the event selected elsewhere, as soon as the list reaches it; `reveal` scrolls to a row. */
export function usePlace(reveal: (index: number) => void): void {
	const event = useSelection((selection) => selection.event);
	const filter = useSequence((sequence) => sequence.filter);
	const reached = useSequence(({ state }) => event !== undefined && (state?.scanned ?? 0) > event);

	useEffect(() => {
		if (event === undefined || filter === '' || !reached) return;
		const { at } = useSequence.getState();
		if (at !== undefined && sequenceRows.row(at)?.n === event) return;
		let stale = false;
		const ask = { ...viewed(), filter };
		session
			.call('captureMatchAt', { ...ask, n: event })
			.then(async ({ index }) => {
				const { rows } = await session.call('captureRows', { ...ask, from: index, count: 1 });
				if (stale || rows[0]?.n !== event) return;
				setFollowing(false);
				useSequence.setState({ at: index });
				reveal(index);
			})
			.catch((error: unknown) => {
				// The filter was removed meanwhile: the next one queries again.
				if (!stale) useSequence.setState({ error: error instanceof Error ? error : new Error(String(error)) });
			});
		return () => {
			stale = true;
		};
	}, [event, filter, reached, reveal]);
}
