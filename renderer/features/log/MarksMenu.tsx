import { Bookmark } from 'lucide-react';
import { applyFilter } from '../../app/state/capture/filter.ts';
import { sortedMarks, useMarks } from '../../app/state/capture/marks.ts';
import { revealMark } from '../../app/state/capture/reveal.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { useWords } from '../../words/index.ts';

/** Maximum number of entries in the menu; the log lists them all. */
const MOST = 30;
/** Maximum characters of a note in an entry. */
const NOTE = 60;

/** The marked events and those with a note, as a menu. */
export function MarksMenu() {
	const { marks: text } = useWords().log;
	const marks = useMarks();
	const all = sortedMarks(marks);
	const entries: MenuEntry[] =
		all.length === 0
			? [{ label: text.none, note: text.how, disabled: true, onSelect: () => undefined }]
			: [
					{ heading: all.length > MOST ? text.first(MOST, all.length) : text.title },
					...all.slice(0, MOST).map(({ marked, note, ...place }) => ({
						label: note === '' ? text.marked : note.length > NOTE ? `${note.slice(0, NOTE)}…` : note,
						icon: marked ? '◆' : '◇',
						note: text.event(place.n + 1),
						onSelect: () => revealMark(place),
					})),
					'separator',
					{ label: text.list, note: text.filter, onSelect: () => applyFilter('mark:yes or note:*') },
				];
	return (
		<Menu
			label={text.title}
			align="end"
			trigger={
				<IconButton label={text.title} tip={text.tip}>
					<Bookmark size={15} />
				</IconButton>
			}
			entries={entries}
		/>
	);
}
