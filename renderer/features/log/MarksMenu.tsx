import { Bookmark } from 'lucide-react';
import { formatCount } from '../../app/shared/format.ts';
import { applyFilter } from '../../app/state/capture/filter.ts';
import { sortedMarks, useMarks } from '../../app/state/capture/marks.ts';
import { revealEvent } from '../../app/state/capture/reveal.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';

/** Maximum number of entries in the menu; the log lists them all. */
const MOST = 30;
/** Maximum characters of a note in an entry. */
const NOTE = 60;

/** The marked events and those with a note, as a menu. */
export function MarksMenu() {
	const marks = useMarks();
	const all = sortedMarks(marks);
	const entries: MenuEntry[] =
		all.length === 0
			? [{ label: 'No marks yet', note: 'select an event, press M or N', disabled: true, onSelect: () => undefined }]
			: [
					{ heading: all.length > MOST ? `First ${MOST} of ${formatCount(all.length)}` : 'Marks and notes' },
					...all.slice(0, MOST).map(({ n, marked, note }) => ({
						label: note === '' ? 'marked' : note.length > NOTE ? `${note.slice(0, NOTE)}…` : note,
						icon: marked ? '◆' : '◇',
						note: `event ${formatCount(n + 1)}`,
						onSelect: () => revealEvent(n),
					})),
					'separator',
					{ label: 'List all in the log', note: 'a filter', onSelect: () => applyFilter('mark:yes or note:*') },
				];
	return (
		<Menu
			label="Marks and notes"
			align="end"
			trigger={
				<IconButton label="Marks and notes" tip="Marks and notes: M marks an event, N notes on it">
					<Bookmark size={15} />
				</IconButton>
			}
			entries={entries}
		/>
	);
}
