import { Star } from 'lucide-react';
import { useSavedFilters } from '../../app/state/capture/saved-filters.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { useWords } from '../../words/index.ts';

/** Number of recent filters in the menu; the arrow keys reach them all. */
const RECENT = 6;

export interface FilterMenuProps {
	/** Sets and applies a filter. */
	readonly onChoose: (text: string) => void;
}

/** Saved and recent filters, to be applied. */
export function FilterMenu({ onChoose }: FilterMenuProps) {
	const words = useWords().filter.menu;
	const filters = useSavedFilters((saved) => saved.filters);
	const recent = useSettings((settings) => settings.filterHistory);
	const entries: MenuEntry[] = [
		{ label: words.edit, onSelect: () => openDialog({ kind: 'filters' }) },
		{ label: words.colours, onSelect: () => openDialog({ kind: 'colours' }) },
		...(filters.length === 0 ? [] : ['separator' as const, { heading: words.saved }]),
		...filters.map(({ name, text }) => ({ label: name, note: shortened(text), onSelect: () => onChoose(text) })),
		...(recent.length === 0 ? [] : ['separator' as const, { heading: words.recent }]),
		...recent.slice(0, RECENT).map((text) => ({ label: shortened(text), onSelect: () => onChoose(text) })),
	];
	return (
		<Menu
			label={words.title}
			align="end"
			trigger={
				<IconButton label={words.title} tip={words.tip}>
					<Star size={14} />
				</IconButton>
			}
			entries={entries}
		/>
	);
}

function shortened(text: string): string {
	return text.length > 48 ? `${text.slice(0, 47)}…` : text;
}
