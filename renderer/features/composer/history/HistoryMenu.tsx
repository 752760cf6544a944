import { ChevronDown, History } from 'lucide-react';
import { Button } from '../../../ui/Button.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { entryLabel, type HistoryEntry } from './history.ts';
import { useHistory } from './history-store.ts';

/** The last sent messages, newest first. */
export function HistoryMenu({ onChoose }: { readonly onChoose: (entry: HistoryEntry) => void }) {
	const entries = useHistory((history) => history.entries);
	return (
		<Menu
			align="end"
			trigger={
				<Button icon={<History size={13} />} title="History" disabled={entries.length === 0}>
					<span className="composer-label">History</span> <ChevronDown size={12} aria-hidden="true" />
				</Button>
			}
			entries={entries.map((entry) => ({
				label: entryLabel(entry),
				onSelect: () => onChoose(entry),
				...(entry.lineEnding === 'none' ? {} : { note: entry.lineEnding.toUpperCase() }),
			}))}
		/>
	);
}
