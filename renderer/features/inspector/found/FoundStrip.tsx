import { ChevronDown, ChevronUp } from 'lucide-react';
import { stepAround, useFound } from '../../../app/state/capture/search/found.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useWords } from '../../../words/index.ts';
import { FoundCount } from './FoundCount.tsx';

/** The places of the filter or the search in this event, and the way through them. */
export function FoundStrip() {
	const { find, inspector } = useWords();
	const words = inspector.find;
	const { of, places } = useFound();
	if (typeof of !== 'string' || places.length === 0) return null;
	return (
		<div className="bytes-find">
			<span className="bytes-find-what">{words.found(of)}</span>
			<FoundCount />
			<IconButton label={find.previous} tip={words.previousHere} size="s" onClick={() => stepAround(true)}>
				<ChevronUp size={14} />
			</IconButton>
			<IconButton label={find.next} tip={words.nextHere} size="s" onClick={() => stepAround(false)}>
				<ChevronDown size={14} />
			</IconButton>
		</div>
	);
}
