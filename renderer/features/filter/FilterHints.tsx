import type { FilterHint } from '../../../common/filter/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';

export interface FilterHintsProps {
	readonly hints: readonly FilterHint[];
	readonly onFollow: (hint: FilterHint) => void;
}

/** Words that are searched for, though they look like a mistyped condition, with what was probably meant. */
export function FilterHints({ hints, onFollow }: FilterHintsProps) {
	const { searched, end } = useWords().filter.hint;
	return (
		<div className="ui-popup filter-hints" role="status">
			{hints.map((hint) => (
				<div key={hint.position}>
					<code>{hint.written}</code> {searched}{' '}
					<Button
						// The field keeps the focus.
						onMouseDown={(event) => event.preventDefault()}
						onClick={() => onFollow(hint)}
					>
						{hint.meant}
					</Button>
					{end}
				</div>
			))}
		</div>
	);
}
