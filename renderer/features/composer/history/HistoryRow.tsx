import { useId, useState } from 'react';
import { TextField } from '../../../ui/TextField.tsx';
import { useWords } from '../../../words/index.ts';
import { entryLabel, findSent, type HistoryEntry } from './history.ts';
import { useHistory } from './history-store.ts';

/** What was sent, newest first, with a search. Enter in the search takes the first that fits. */
export function HistoryRow({ onChoose }: { readonly onChoose: (entry: HistoryEntry) => void }) {
	const text = useWords().composer.history;
	const entries = useHistory((history) => history.entries);
	const [query, setQuery] = useState('');
	const list = useId();
	const found = findSent(entries, query);
	return (
		<search className="composer-history" aria-label={text.title}>
			<TextField
				label={text.search}
				hideLabel
				type="search"
				placeholder={text.search}
				autoFocus
				aria-controls={list}
				value={query}
				onChange={setQuery}
				onKeyDown={(event) => {
					const [first] = found;
					if (event.key !== 'Enter' || first === undefined) return;
					event.preventDefault();
					onChoose(first);
				}}
			/>
			<ul id={list} className="composer-history-list">
				{found.map((entry) => (
					<li key={JSON.stringify(entry)}>
						<button type="button" className="composer-history-entry" onClick={() => onChoose(entry)}>
							<span>{entryLabel(entry)}</span>
							{entry.lineEnding === 'none' ? null : <small>{entry.lineEnding.toUpperCase()}</small>}
						</button>
					</li>
				))}
				{found.length === 0 ? <li className="composer-hint">{text.none}</li> : null}
			</ul>
		</search>
	);
}
