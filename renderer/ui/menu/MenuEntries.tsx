import { Check, ChevronRight } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import '../overlay.css';

export interface MenuAction {
	readonly label: string;
	readonly onSelect: () => void;
	readonly icon?: ReactNode;
	/** Muted text at the right: a key, a count, or why it is not available. */
	readonly note?: string | undefined;
	readonly danger?: boolean;
	readonly disabled?: boolean;
	/** Set: a switch, which is on or off. */
	readonly checked?: boolean;
}

/** A menu of its own, beside its entry. */
export interface Submenu {
	readonly label: string;
	readonly entries: readonly MenuEntry[];
	readonly icon?: ReactNode;
}

/** A separator between groups, or a group's heading. */
export type MenuEntry = MenuAction | Submenu | 'separator' | { readonly heading: string };

/** The content of a menu. */
export function MenuEntries({ entries }: { readonly entries: readonly MenuEntry[] }) {
	return entries.map((entry, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: a menu's entries do not change while it is open
		<Entry key={index} entry={entry} />
	));
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
	if (entry === 'separator') return <Radix.Separator className="ui-menu-line" />;
	if ('heading' in entry) return <Radix.Label className="ui-menu-heading">{entry.heading}</Radix.Label>;
	if ('entries' in entry) return <SubmenuEntry entry={entry} />;
	const look = {
		className: entry.danger ? 'ui-menu-item ui-menu-item-danger' : 'ui-menu-item',
		disabled: entry.disabled ?? false,
		onSelect: entry.onSelect,
	};
	const text = (
		<>
			<span className="ui-menu-item-text">{entry.label}</span>
			{entry.note === undefined ? null : <span className="ui-menu-item-note">{entry.note}</span>}
		</>
	);
	if (entry.checked !== undefined) {
		return (
			<Radix.CheckboxItem {...look} checked={entry.checked}>
				{text}
				<Radix.ItemIndicator className="ui-menu-icon">
					<Check size={14} />
				</Radix.ItemIndicator>
			</Radix.CheckboxItem>
		);
	}
	return (
		<Radix.Item {...look}>
			<Icon icon={entry.icon} />
			{text}
		</Radix.Item>
	);
}

function SubmenuEntry({ entry }: { readonly entry: Submenu }) {
	return (
		<Radix.Sub>
			<Radix.SubTrigger className="ui-menu-item">
				<Icon icon={entry.icon} />
				<span className="ui-menu-item-text">{entry.label}</span>
				<span className="ui-menu-icon" aria-hidden="true">
					<ChevronRight size={14} />
				</span>
			</Radix.SubTrigger>
			<Radix.SubContent className="ui-popup ui-menu" aria-label={entry.label} sideOffset={2} collisionPadding={8}>
				<MenuEntries entries={entry.entries} />
			</Radix.SubContent>
		</Radix.Sub>
	);
}

function Icon({ icon }: { readonly icon: ReactNode }) {
	if (icon === undefined) return null;
	return (
		<span className="ui-menu-icon" aria-hidden="true">
			{icon}
		</span>
	);
}
