import { Play, Square } from 'lucide-react';
import { useLasting } from '../../app/shared/use-lasting.ts';
import { holdScan, isScanning, useFilter } from '../../app/state/capture/filter.ts';
import { useListing } from '../../app/state/capture/listing.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useWords } from '../../words/index.ts';

/** Number of matches so far, and the progress of the scan. */
export function FilterCount() {
	const words = useWords().filter;
	const state = useFilter((filter) => filter.state);
	const items = useListing((listing) => (listing.as === 'reads' ? undefined : (listing.state?.items ?? 0)));
	const scanning = useFilter(isScanning);
	const long = useLasting(scanning);
	if (state === undefined) return null;
	const { matched, scanned, stored, limited, stopped } = state;
	const percent = stored === 0 ? 100 : Math.floor((100 * scanned) / stored);
	return (
		<>
			<span className="filter-count" aria-busy={scanning} title={limited ? words.limited : undefined}>
				{(limited ? words.matchedFirst : words.matched)(matched, items ?? stored)}
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
