import { Play, Square } from 'lucide-react';
import { formatCount } from '../../app/shared/format.ts';
import { holdScan, isScanning, useFilter } from '../../app/state/capture/filter.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useLasting } from './use-lasting.ts';

/** Number of matches so far, and the progress of the scan. */
export function FilterCount() {
	const state = useFilter((filter) => filter.state);
	const scanning = useFilter(isScanning);
	const long = useLasting(scanning);
	if (state === undefined) return null;
	const { matched, scanned, stored, limited, stopped } = state;
	const percent = stored === 0 ? 100 : Math.floor((100 * scanned) / stored);
	return (
		<>
			<span
				className="filter-count"
				aria-busy={scanning}
				title={limited ? 'The first matches only: there are too many to keep' : undefined}
			>
				{limited ? 'first ' : ''}
				{formatCount(matched)} of {formatCount(stored)}
			</span>
			{scanning || stopped ? (
				<progress className="filter-progress" aria-label="Scan of the capture" max={stored} value={scanned} />
			) : null}
			{stopped ? <span className="filter-count">stopped at {percent} %</span> : null}
			{stopped ? (
				<IconButton label="Resume the scan" size="s" onClick={() => holdScan(false)}>
					<Play size={12} />
				</IconButton>
			) : long ? (
				<IconButton
					label="Stop the scan"
					tip="Stop the scan, and keep what was found"
					size="s"
					onClick={() => holdScan(true)}
				>
					<Square size={11} />
				</IconButton>
			) : null}
		</>
	);
}
