import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { useOverlayContainer } from './overlay.ts';
import './overlay.css';

export interface MenuAction {
	readonly label: string;
	readonly onSelect: () => void;
	readonly icon?: ReactNode;
	/** Muted text at the right: a key, a count, or why it is not available. */
	readonly note?: string;
	readonly danger?: boolean;
	readonly disabled?: boolean;
	/** Set: a switch, which is on or off. */
	readonly checked?: boolean;
}

/** A separator between groups, or a group's heading. */
export type MenuEntry = MenuAction | 'separator' | { readonly heading: string };

export interface MenuProps {
	/** The button that opens it. */
	readonly trigger: ReactElement;
	readonly entries: readonly MenuEntry[];
	/** The menu's accessible name; by default the trigger's. */
	readonly label?: string;
	readonly align?: 'start' | 'end';
	/** Both together make it controlled, as for the menu key. */
	readonly open?: boolean;
	readonly onOpenChange?: (open: boolean) => void;
	/** The focus target on closing, when not the trigger. */
	readonly onCloseAutoFocus?: (event: Event) => void;
}

/** A drop-down menu of commands. Not modal: its surroundings stay usable and can scroll. */
export function Menu({ trigger, entries, label, align = 'start', open, onOpenChange, onCloseAutoFocus }: MenuProps) {
	const container = useOverlayContainer();
	return (
		<Radix.Root
			modal={false}
			{...(open === undefined ? {} : { open })}
			{...(onOpenChange === undefined ? {} : { onOpenChange })}
		>
			<Radix.Trigger asChild>{trigger}</Radix.Trigger>
			<Radix.Portal container={container}>
				<Radix.Content
					className="ui-popup ui-menu"
					align={align}
					sideOffset={2}
					collisionPadding={8}
					{...(label === undefined ? {} : { 'aria-label': label, 'aria-labelledby': undefined })}
					{...(onCloseAutoFocus === undefined ? {} : { onCloseAutoFocus })}
				>
					{entries.map((entry, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: a menu's entries do not change while it is open
						<Entry key={index} entry={entry} />
					))}
				</Radix.Content>
			</Radix.Portal>
		</Radix.Root>
	);
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
	if (entry === 'separator') return <Radix.Separator className="ui-menu-line" />;
	if ('heading' in entry) return <Radix.Label className="ui-menu-heading">{entry.heading}</Radix.Label>;
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
			{entry.icon === undefined ? null : (
				<span className="ui-menu-icon" aria-hidden="true">
					{entry.icon}
				</span>
			)}
			{text}
		</Radix.Item>
	);
}
