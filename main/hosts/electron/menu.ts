import type { MenuItemConstructorOptions } from 'electron';
import { WHEN_WINDOW_CLOSES, type WhenWindowCloses } from '../../../common/contract/calls/settings.ts';
import type { HostCommand } from '../../../preload/api.ts';

export interface MenuActions {
	readonly platform: NodeJS.Platform;
	readonly devTools: boolean;
	/** Lets the page carry out a command. */
	command(name: HostCommand): void;
	/** Workspace files that were open before, newest first. */
	readonly recentWorkspaces: readonly string[];
	openFile(path: string): void;
	/** The change of the workspace that can be undone or done again, by its name. */
	readonly undo: string | undefined;
	readonly redo: string | undefined;
	showDataFolder(): void;
	about(): void;
	/** What closing the window does while endpoints run. */
	readonly whenWindowCloses: WhenWindowCloses;
	setWhenWindowCloses(choice: WhenWindowCloses): void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

const CLOSING: Readonly<Record<WhenWindowCloses, string>> = {
	ask: 'Ask',
	'keep-running': 'Keep Running in the Tray',
	quit: 'Quit',
};

/** On macOS an application outlives its windows, so that there is nothing to choose. */
function closingMenu(actions: MenuActions): MenuItemConstructorOptions[] {
	if (actions.platform === 'darwin') return [];
	const item = (choice: WhenWindowCloses): MenuItemConstructorOptions => ({
		id: `when-window-closes-${choice}`,
		label: CLOSING[choice],
		type: 'radio',
		checked: actions.whenWindowCloses === choice,
		click: () => actions.setWhenWindowCloses(choice),
	});
	return [separator, { label: 'When Closing with Running Endpoints', submenu: WHEN_WINDOW_CLOSES.map(item) }];
}

/** A single ampersand would mark the key of the item. */
const plain = (label: string): string => label.replaceAll('&', '&&');

/**
 * Electron's Edit menu, with undo and redo of the workspace in place of those of texts: the page passes them on to a text
 * that has the focus. They are always enabled, because it may have one.
 */
function editMenu(actions: MenuActions): MenuItemConstructorOptions {
	const mac = actions.platform === 'darwin';
	const step = (id: 'undo' | 'redo', verb: string, accelerator: string): MenuItemConstructorOptions => {
		const name = actions[id];
		return {
			id,
			label: plain(name === undefined ? verb : `${verb} ${name}`),
			accelerator,
			click: () => actions.command(id),
		};
	};
	return {
		label: '&Edit',
		submenu: [
			step('undo', 'Undo', 'CommandOrControl+Z'),
			step('redo', 'Redo', 'CommandOrControl+Shift+Z'),
			separator,
			{ role: 'cut' },
			{ role: 'copy' },
			{ role: 'paste' },
			...(mac ? [{ role: 'pasteAndMatchStyle' } satisfies MenuItemConstructorOptions] : []),
			{ role: 'delete' },
			separator,
			{ role: 'selectAll' },
		],
	};
}

/** Workspaces that were open before, and the untitled one. */
function recentMenu(actions: MenuActions): MenuItemConstructorOptions {
	const recent = actions.recentWorkspaces.map((path): MenuItemConstructorOptions => {
		return { label: plain(path), click: () => actions.openFile(path) };
	});
	const untitled: MenuItemConstructorOptions = {
		id: 'open-untitled-workspace',
		label: 'Untitled',
		click: () => actions.command('open-untitled-workspace'),
	};
	return { label: 'Open Recent', submenu: [...recent, ...(recent.length === 0 ? [] : [separator]), untitled] };
}

/** The application menu: the roles that each platform expects, and Wirebench's own commands. */
export function menuTemplate(actions: MenuActions): MenuItemConstructorOptions[] {
	const mac = actions.platform === 'darwin';
	/** An item that the page carries out, with the command's name as its id. */
	const item = (id: HostCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({
		id,
		label,
		...(accelerator === undefined ? {} : { accelerator: `CommandOrControl+${accelerator}` }),
		click: () => actions.command(id),
	});
	const developer: MenuItemConstructorOptions[] = actions.devTools ? [separator, { role: 'toggleDevTools' }] : [];
	const about: MenuItemConstructorOptions[] = mac
		? []
		: [separator, { id: 'about', label: 'About Wirebench', click: () => actions.about() }];
	return [
		...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
		{
			label: '&File',
			submenu: [
				item('new-endpoint', 'New Endpoint…', 'N'),
				separator,
				item('new-workspace', 'New Workspace'),
				item('open-workspace', 'Open Workspace…', 'Shift+O'),
				recentMenu(actions),
				item('save-workspace-as', 'Save Workspace As…', 'Shift+S'),
				item('duplicate-workspace', 'Duplicate Workspace'),
				separator,
				item('open-capture', 'Open Capture…', 'O'),
				item('export', 'Export…', 'Shift+E'),
				separator,
				item('settings', 'Settings…', ','),
				...closingMenu(actions),
				separator,
				{ role: mac ? 'close' : 'quit' },
			],
		},
		editMenu(actions),
		{
			label: '&View',
			submenu: [
				{ role: 'reload' },
				separator,
				{ role: 'resetZoom' },
				{ role: 'zoomIn' },
				// The same key without Shift, its place on most keyboards.
				{ role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
				{ role: 'zoomOut' },
				separator,
				{ role: 'togglefullscreen' },
				...developer,
			],
		},
		{ role: 'windowMenu' },
		{
			role: 'help',
			submenu: [{ id: 'data-folder', label: 'Show Data Folder', click: () => actions.showDataFolder() }, ...about],
		},
	];
}
