import { create } from 'zustand';
import type { ContextMenuContent } from '../../../ui/menu/ContextMenu.tsx';
import type { MenuEntry } from '../../../ui/menu/MenuEntries.tsx';

interface OpenContextMenu {
	readonly menu: ContextMenuContent | undefined;
	readonly returnTo: HTMLElement | undefined;
	/** Grows with each menu. */
	readonly count: number;
}

/** The window's context menu: one at most is open. */
export const useContextMenu = create<OpenContextMenu>()(() => ({ menu: undefined, returnTo: undefined, count: 0 }));

/** px from the window's left and upper edge. */
export interface MenuPlace {
	readonly x: number;
	readonly y: number;
}

/** Opens the menu of something. Its entries are made at this moment: closed menus cost nothing. */
export function openContextMenu({ x, y }: MenuPlace, label: string, entries: readonly MenuEntry[]): void {
	const { activeElement } = document;
	useContextMenu.setState(({ count }) => ({
		menu: { x, y, label, entries },
		returnTo: activeElement instanceof HTMLElement ? activeElement : undefined,
		count: count + 1,
	}));
}

export function closeContextMenu(): void {
	useContextMenu.setState({ menu: undefined });
}

/** Whether a key opens the context menu: the menu key, or Shift F10 where there is none. */
export function isMenuKey({ key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }): boolean {
	return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

/** Where the pointer is. */
export function menuPlace({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): MenuPlace {
	return { x: clientX, y: clientY };
}

/** The place of a menu for the keyboard: below the start of what it is of. */
export function placeOf(thing: Element): MenuPlace {
	const { left, bottom } = thing.getBoundingClientRect();
	return { x: left + 8, y: bottom - 4 };
}
