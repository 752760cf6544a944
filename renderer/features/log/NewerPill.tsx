import { ArrowDown } from 'lucide-react';
import { useWords } from '../../words/index.ts';
import { changeView, useLogView } from './list/store.ts';
import { newerRows, withFollowing } from './list/view.ts';

/** Shows how many rows wait below, and scrolls to them. */
export function NewerPill() {
	const { log } = useWords();
	const newer = useLogView(newerRows);
	if (newer === 0) return null;
	return (
		<button type="button" className="log-pill" onClick={() => changeView((view) => withFollowing(view, true))}>
			<ArrowDown size={13} aria-hidden="true" />
			{log.newer(newer)}
		</button>
	);
}
