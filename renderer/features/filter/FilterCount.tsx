import { isScanning, useFilter } from '../../app/filter.ts';
import { formatCount } from '../../app/format.ts';

/** Matches of what is stored, growing while the scan runs, and how far that is. */
export function FilterCount() {
	const state = useFilter((filter) => filter.state);
	const scanning = useFilter(isScanning);
	if (state === undefined) return null;
	const { matched, scanned, stored, limited } = state;
	return (
		<>
			<span className="filter-count" title={limited ? 'The first matches only: there are too many to keep' : undefined}>
				{limited ? 'first ' : ''}
				{formatCount(matched)} of {formatCount(stored)}
			</span>
			{scanning ? (
				<progress className="filter-progress" aria-label="Scan of the capture" max={stored} value={scanned} />
			) : null}
		</>
	);
}
