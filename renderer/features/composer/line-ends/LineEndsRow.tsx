import { formatCount } from '../../../app/shared/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { countLineEnds, LINE_END_NAMES, LINE_ENDS, type LineEnd, type LineEndCounts } from './line-ends.ts';

interface LineEndsRowProps {
	readonly text: string;
	/** Gives every line end of the text this kind. */
	readonly onConvert: (end: LineEnd) => void;
}

/** The line ends within the message, as its bytes have them, and one click to make all the same. */
export function LineEndsRow({ text, onConvert }: LineEndsRowProps) {
	const counts = countLineEnds(text);
	const kinds = LINE_ENDS.filter((kind) => counts[kind] > 0);
	if (kinds.length === 0) return null;
	return (
		<fieldset className="composer-line composer-line-ends" aria-label="Line ends in the message">
			<span role="status" className={kinds.length > 1 ? 'composer-nudged' : undefined}>
				{lineEndsText(counts)}
			</span>
			{LINE_ENDS.map((kind) => (
				<Button
					key={kind}
					variant="ghost"
					disabled={kinds.length === 1 && kinds[0] === kind}
					aria-label={`Make all line ends ${LINE_END_NAMES[kind]}`}
					onClick={() => onConvert(kind)}
				>
					{`All ${LINE_END_NAMES[kind]}`}
				</Button>
			))}
		</fieldset>
	);
}

function lineEndsText(counts: LineEndCounts): string {
	const parts = LINE_ENDS.filter((kind) => counts[kind] > 0).map(
		(kind) => `${formatCount(counts[kind])} × ${LINE_END_NAMES[kind]}`,
	);
	return parts.length > 1 ? `Mixed line ends: ${parts.join(', ')}` : `Line ends: ${parts.join('')}`;
}
