import { useEffect } from 'react';
import { viewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { diagramRows, setFollowing, useDiagram } from './store.ts';

/** Scrolls to the event selected elsewhere, as soon as the list reaches it; `reveal` scrolls to a row. */
export function usePlace(reveal: (index: number) => void): void {
	const event = useSelection((selection) => selection.event);
	const filter = useDiagram((diagram) => diagram.filter);
	const reached = useDiagram(({ state }) => event !== undefined && (state?.scanned ?? 0) > event);

	useEffect(() => {
		if (event === undefined || filter === '' || !reached) return;
		const { at } = useDiagram.getState();
		if (at !== undefined && diagramRows.row(at)?.n === event) return;
		let stale = false;
		const ask = { ...viewed(), filter };
		session
			.call('captureMatchAt', { ...ask, n: event })
			.then(async ({ index }) => {
				const { rows } = await session.call('captureRows', { ...ask, from: index, count: 1 });
				if (stale || rows[0]?.n !== event) return;
				setFollowing(false);
				useDiagram.setState({ at: index });
				reveal(index);
			})
			.catch((error: unknown) => {
				// The filter was removed meanwhile: the next one queries again.
				if (!stale) useDiagram.setState({ error: error instanceof Error ? error : new Error(String(error)) });
			});
		return () => {
			stale = true;
		};
	}, [event, filter, reached, reveal]);
}
