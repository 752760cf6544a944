import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { MenuEntries, type MenuEntry } from './menu/MenuEntries.tsx';
import { useOverlayContainer } from './overlay.ts';
import './overlay.css';

export type { MenuEntry } from './menu/MenuEntries.tsx';

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
					<MenuEntries entries={entries} />
				</Radix.Content>
			</Radix.Portal>
		</Radix.Root>
	);
}
