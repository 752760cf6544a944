import { Button } from '../../ui/Button.tsx';
import { rangesCount, withinRange } from '../../virtual/ranges.ts';
import { useWords } from '../../words/index.ts';
import { useCopying } from './list/copying.ts';
import { usePicked } from './list/picked.ts';
import { useLogView } from './list/store.ts';

/** How many rows are selected, and how far a copy of them is. */
export function SelectedCount() {
	const { log } = useWords();
	const { done, total, stop } = useCopying();
	const { list, ranges } = usePicked();
	const count = useLogView(({ capture, base, end }) =>
		list === capture ? rangesCount(withinRange(ranges, { from: base, end })) : 0,
	);
	const text = stop !== undefined && total > 1 ? log.copying(done, total) : count > 1 ? log.selected(count) : '';
	return (
		<span className="log-selected">
			<span role="status">{text}</span>
			{stop !== undefined && total > 1 ? (
				<Button variant="ghost" onClick={stop}>
					{log.cancel}
				</Button>
			) : null}
		</span>
	);
}
