// biome-ignore-all lint/a11y/useFocusableInteractive: the field keeps the focus and references it with aria-activedescendant
import type { Completion } from '../../../common/filter/index.ts';

export interface SuggestionsProps {
	/** Id of the field. */
	readonly id: string;
	readonly suggestions: Completion['suggestions'];
	/** -1 for none. */
	readonly active: number;
	readonly onChoose: (index: number) => void;
}

export function optionId(id: string, index: number): string {
	return `${id}-option-${index}`;
}

/** Completions of the word at the caret. */
export function Suggestions({ id, suggestions, active, onChoose }: SuggestionsProps) {
	return (
		<div role="listbox" id={`${id}-list`} className="ui-popup filter-list" aria-label="Suggestions">
			{suggestions.map(({ insert, about }, i) => (
				<div
					key={`${insert} ${about}`}
					role="option"
					id={optionId(id, i)}
					className="filter-option"
					aria-selected={i === active}
					onMouseDown={(event) => {
						// The field keeps the focus.
						event.preventDefault();
						onChoose(i);
					}}
				>
					<code>{insert}</code>
					<span>{about}</span>
				</div>
			))}
		</div>
	);
}
