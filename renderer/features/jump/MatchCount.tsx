import { formatCount } from '../../app/shared/format.ts';
import { type MatchNumber, useMatchNumber } from './use-match-number.ts';

/** Which match of how many is selected, counted up to a limit. */
export function MatchCount() {
	const match = useMatchNumber();
	return (
		<span className="jump-count" role="status">
			{match === undefined ? '' : countText(match)}
		</span>
	);
}

function countText({ number, count: { matches, limited, scanned, stored } }: MatchNumber): string {
	const all = `${formatCount(matches)}${limited ? '+' : scanned < stored ? '…' : ''}`;
	if (number !== undefined) return `${formatCount(number)} of ${all}`;
	return matches === 1 && !limited ? '1 match' : `${all} matches`;
}
