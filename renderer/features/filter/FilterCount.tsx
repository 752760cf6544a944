import { Play, Square } from 'lucide-react';
import { holdScan, isScanning, useFilter } from '../../app/state/capture/filter.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useWords } from '../../words/index.ts';
import { useLasting } from './use-lasting.ts';

/** Number of matches so far, and the progress of the scan. */
export function FilterCount() {
	const words = useWords().filter;
	const state = useFilter((filter) => filter.state);
	const scanning = useFilter(isScanning);
	const long = useLasting(scanning);
	if (state === undefined) return null;
	const { matched, scanned, stored, limited, stopped } = state;
	const percent = stored === 0 ? 100 : Math.floor((100 * scanned) / stored);
	return (
		<>
			<span className="filter-count" aria-busy={scanning} title={limited ? words.limited : undefined}>
				{(limited ? words.matchedFirst : words.matched)(matched, stored)}
			</span>
			{scanning || stopped ? (
				<progress className="filter-progress" aria-label={words.scan} max={stored} value={scanned} />
			) : null}
			{stopped ? <span className="filter-count">{words.stopped(percent)}</span> : null}
			{stopped ? (
				<IconButton label={words.resume} size="s" onClick={() => holdScan(false)}>
					<Play size={12} />
				</IconButton>
			) : long ? (
				<IconButton label={words.stop} tip={words.stopTip} size="s" onClick={() => holdScan(true)}>
					<Square size={11} />
				</IconButton>
			) : null}
		</>
	);
}
