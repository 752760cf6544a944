// biome-ignore-all lint/a11y/useFocusableInteractive: the field keeps the focus and references it with aria-activedescendant
import { useWords } from '../../words/index.ts';

/** A completion, and what it is in the page's language; an empty text for nothing to explain. */
interface ExplainedSuggestion {
	readonly insert: string;
	readonly about: string;
}

export interface SuggestionsProps {
	/** Id of the field. */
	readonly id: string;
	readonly suggestions: readonly ExplainedSuggestion[];
	/** -1 for none. */
	readonly active: number;
	readonly onChoose: (index: number) => void;
}

export function optionId(id: string, index: number): string {
	return `${id}-option-${index}`;
}

/** Completions of the word at the caret. */
export function Suggestions({ id, suggestions, active, onChoose }: SuggestionsProps) {
	const { suggestions: label } = useWords().filter;
	return (
		<div role="listbox" id={`${id}-list`} className="ui-popup filter-list" aria-label={label}>
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
