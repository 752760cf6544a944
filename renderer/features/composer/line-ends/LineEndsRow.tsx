import type { Words } from '../../../../common/words/en.ts';
import { formatCount } from '../../../app/shared/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../words/index.ts';
import { countLineEnds, LINE_END_NAMES, LINE_ENDS, type LineEnd, type LineEndCounts } from './line-ends.ts';

interface LineEndsRowProps {
	readonly text: string;
	/** Gives every line end of the text this kind. */
	readonly onConvert: (end: LineEnd) => void;
}

/** The line ends within the message, as its bytes have them, and one click to make all the same. */
export function LineEndsRow({ text, onConvert }: LineEndsRowProps) {
	const words = useWords().composer.lineEnds;
	const counts = countLineEnds(text);
	const kinds = LINE_ENDS.filter((kind) => counts[kind] > 0);
	if (kinds.length === 0) return null;
	return (
		<fieldset className="composer-line composer-line-ends" aria-label={words.label}>
			<span role="status" className={kinds.length > 1 ? 'composer-nudged' : undefined}>
				{lineEndsText(words, counts)}
			</span>
			{LINE_ENDS.map((kind) => (
				<Button
					key={kind}
					variant="ghost"
					disabled={kinds.length === 1 && kinds[0] === kind}
					aria-label={words.make(LINE_END_NAMES[kind])}
					onClick={() => onConvert(kind)}
				>
					{words.all(LINE_END_NAMES[kind])}
				</Button>
			))}
		</fieldset>
	);
}

function lineEndsText(words: Words['composer']['lineEnds'], counts: LineEndCounts): string {
	const parts = LINE_ENDS.filter((kind) => counts[kind] > 0).map(
		(kind) => `${formatCount(counts[kind])} × ${LINE_END_NAMES[kind]}`,
	);
	return parts.length > 1 ? words.mixed(parts.join(', ')) : words.same(parts.join(''));
}
