import { DropdownMenu as Radix } from 'radix-ui';
import { useRef } from 'react';
import { MenuEntries, type MenuEntry } from './MenuEntries.tsx';
import '../overlay.css';

/** A menu at a place of the window. */
export interface ContextMenuContent {
	/** px from the window's left and upper edge. */
	readonly x: number;
	readonly y: number;
	/** The menu's accessible name: what it is of. */
	readonly label: string;
	readonly entries: readonly MenuEntry[];
}

export interface ContextMenuProps {
	readonly menu: ContextMenuContent;
	/** The element that had the focus: it has it again afterwards, unless a command moved the focus on. */
	readonly returnTo: HTMLElement | undefined;
	readonly onClose: () => void;
}

/** The menu of what the pointer or the keyboard is at. The first entry is beside the place, not under the pointer. */
export function ContextMenu({ menu, returnTo, onClose }: ContextMenuProps) {
	const content = useRef<HTMLDivElement>(null);
	const { x, y, label, entries } = menu;
	return (
		<Radix.Root
			open
			modal={false}
			onOpenChange={(open) => {
				if (!open) onClose();
			}}
		>
			<Radix.Trigger asChild>
				<span className="ui-menu-place" style={{ left: x, top: y }} aria-hidden="true" />
			</Radix.Trigger>
			<Radix.Portal>
				<Radix.Content
					ref={content}
					className="ui-popup ui-menu"
					aria-label={label}
					aria-labelledby={undefined}
					side="right"
					align="start"
					sideOffset={2}
					collisionPadding={8}
					// A second right click, or the menu key's own event, is not for what lies below.
					onContextMenu={(event) => event.preventDefault()}
					onCloseAutoFocus={(event) => {
						event.preventDefault();
						const { activeElement } = document;
						const isFree = activeElement === document.body || content.current?.contains(activeElement) === true;
						if (isFree && returnTo?.isConnected) returnTo.focus();
					}}
				>
					<MenuEntries entries={entries} />
				</Radix.Content>
			</Radix.Portal>
		</Radix.Root>
	);
}
