import { Search } from 'lucide-react';
import type { InputHTMLAttributes } from 'react';
import { useWords } from '../words/index.ts';
import './search.css';

export interface SearchFieldProps
	extends Omit<
		InputHTMLAttributes<HTMLInputElement>,
		'value' | 'onChange' | 'aria-activedescendant' | 'aria-controls'
	> {
	readonly value: string;
	readonly onChange: (value: string) => void;
	/** Id of the listbox that it filters. */
	readonly list: string;
	/** Id of the option that Enter chooses. */
	readonly current: string | undefined;
}

/** The search field of a dialog's list: it keeps the focus, and references the option that Enter chooses. */
export function SearchField({ value, onChange, list, current, ...rest }: SearchFieldProps) {
	const text = useWords().ui;
	return (
		<div className="ui-search">
			<Search size={14} aria-hidden="true" />
			<input
				// biome-ignore lint/a11y/noAutofocus: the dialog opens on request, and typing is the first step in it
				autoFocus
				role="combobox"
				aria-label={text.search}
				aria-expanded="true"
				aria-autocomplete="list"
				autoComplete="off"
				spellCheck={false}
				{...rest}
				aria-controls={list}
				aria-activedescendant={current}
				value={value}
				onChange={(event) => onChange(event.target.value)}
			/>
		</div>
	);
}
