import { ContextMenu } from '../../ui/menu/ContextMenu.tsx';
import { closeContextMenu, useContextMenu } from '../state/window/context-menu.ts';

/** The context menu, wherever in the window it was opened. */
export function WindowMenu() {
	const { menu, returnTo, count } = useContextMenu();
	return menu === undefined ? null : (
		<ContextMenu key={count} menu={menu} returnTo={returnTo} onClose={closeContextMenu} />
	);
}
