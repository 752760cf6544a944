import { formatCount } from '../../../app/shared/format.ts';
import { useFound } from '../../../app/state/capture/search/found.ts';

/** Which place of how many in the event is the current one. */
export function FoundCount() {
	const { of, event, places, next, at, running, error } = useFound();
	const words =
		of === undefined || event === undefined
			? ''
			: error !== undefined
				? error.message
				: places.length > 0
					? `${formatCount(at + 1)} of ${formatCount(places.length)}${next === undefined ? '' : '+'}`
					: running
						? 'Looking…'
						: 'Not found';
	return (
		<span className={error === undefined ? 'bytes-find-note' : 'bytes-find-note bytes-find-fault'} role="status">
			{words}
		</span>
	);
}
