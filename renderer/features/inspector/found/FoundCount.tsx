import { useFound } from '../../../app/state/capture/search/found.ts';
import { useWords } from '../../../words/index.ts';

/** Which place of how many in the event is the current one. */
export function FoundCount() {
	const { find, inspector } = useWords();
	const { of, event, places, next, at, running, error } = useFound();
	const words =
		of === undefined || event === undefined
			? ''
			: error !== undefined
				? error.message
				: places.length > 0
					? inspector.find.place(at + 1, places.length, next !== undefined)
					: running
						? find.looking
						: find.notFound;
	return (
		<span className={error === undefined ? 'bytes-find-note' : 'bytes-find-note bytes-find-fault'} role="status">
			{words}
		</span>
	);
}
