import { ChevronDown } from 'lucide-react';
import { Menu, type MenuEntry } from './Menu.tsx';
import './bar-menu.css';

export interface BarMenuProps {
	/** What the title names: `Capture`. */
	readonly of: string;
	readonly title: string;
	/** The accessible name of the menu. */
	readonly label: string;
	readonly entries: readonly MenuEntry[];
}

/** A menu of the top bar that shows what is chosen in it. */
export function BarMenu({ of, title, label, entries }: BarMenuProps) {
	return (
		<Menu
			label={label}
			trigger={
				<button type="button" className="ui-bar-menu" aria-label={`${of}: ${title}`} title={title}>
					<span className="ui-bar-menu-title">{title}</span>
					<ChevronDown size={14} aria-hidden="true" />
				</button>
			}
			entries={entries}
		/>
	);
}
