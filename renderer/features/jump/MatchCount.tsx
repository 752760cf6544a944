import type { Words } from '../../../common/words/en.ts';
import { formatCount } from '../../app/shared/format.ts';
import { useWords } from '../../words/index.ts';
import { type MatchNumber, useMatchNumber } from './use-match-number.ts';

/** Which match of how many is selected, counted up to a limit. */
export function MatchCount() {
	const { jump } = useWords();
	const match = useMatchNumber();
	return (
		<span className="jump-count" role="status">
			{match === undefined ? '' : countText(match, jump)}
		</span>
	);
}

function countText({ number, count: { matches, limited, scanned, stored } }: MatchNumber, text: Words['jump']): string {
	const all = `${formatCount(matches)}${limited ? '+' : scanned < stored ? '…' : ''}`;
	if (number !== undefined) return text.numberOf(number, all);
	return matches === 1 && !limited ? text.oneMatch : text.matches(all);
}
