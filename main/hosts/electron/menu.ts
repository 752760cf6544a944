import type { MenuItemConstructorOptions } from 'electron';
import { WHEN_WINDOW_CLOSES, type WhenWindowCloses } from '../../../common/contract/calls/settings.ts';
import { desktop } from '../../../common/words/en/desktop.ts';
import type { DesktopWords } from '../../../common/words/load-desktop.ts';
import { changeWords, type WorkspaceChange } from '../../../common/workspace/index.ts';
import type { HostCommand } from '../../../preload/api.ts';

export interface MenuActions {
	/** The texts of this moment. Left out: English. */
	readonly words?: DesktopWords | undefined;
	readonly platform: NodeJS.Platform;
	readonly devTools: boolean;
	/** Lets the page carry out a command. */
	command(name: HostCommand): void;
	/** Workspace files that were open before, newest first. */
	readonly recentWorkspaces: readonly string[];
	openFile(path: string): void;
	/** The change of the workspace that can be undone or done again. */
	readonly undo: WorkspaceChange | undefined;
	readonly redo: WorkspaceChange | undefined;
	showDataFolder(): void;
	about(): void;
	/** What closing the window does while endpoints run. */
	readonly whenWindowCloses: WhenWindowCloses;
	setWhenWindowCloses(choice: WhenWindowCloses): void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The title of a menu. macOS has no keys for them: `(&F)` behind a Chinese one is left out there. */
function title(label: string, platform: NodeJS.Platform): string {
	return platform === 'darwin' ? label.replace(/ \(&\w\)$/, '') : label;
}

/** On macOS an application outlives its windows, so that there is nothing to choose. */
function closingMenu(actions: MenuActions, words: DesktopWords['menu']): MenuItemConstructorOptions[] {
	if (actions.platform === 'darwin') return [];
	const item = (choice: WhenWindowCloses): MenuItemConstructorOptions => ({
		id: `when-window-closes-${choice}`,
		label: words.closing[choice],
		type: 'radio',
		checked: actions.whenWindowCloses === choice,
		click: () => actions.setWhenWindowCloses(choice),
	});
	return [separator, { label: words.whenClosing, submenu: WHEN_WINDOW_CLOSES.map(item) }];
}

/** A single ampersand would mark the key of the item. */
const plain = (label: string): string => label.replaceAll('&', '&&');

/**
 * Electron's Edit menu, with undo and redo of the workspace in place of those of texts: the page passes them on to a text
 * that has the focus. They are always enabled, because it may have one.
 */
function editMenu(actions: MenuActions, all: DesktopWords): MenuItemConstructorOptions {
	const mac = actions.platform === 'darwin';
	const { menu: words } = all;
	const step = (id: 'undo' | 'redo', accelerator: string): MenuItemConstructorOptions => {
		const change = actions[id];
		return {
			id,
			label: plain(change === undefined ? words[id] : words[`${id}Change`](changeWords(change, all.changes))),
			accelerator,
			click: () => actions.command(id),
		};
	};
	return {
		label: title(words.edit, actions.platform),
		submenu: [
			step('undo', 'CommandOrControl+Z'),
			step('redo', 'CommandOrControl+Shift+Z'),
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
function recentMenu(actions: MenuActions, words: DesktopWords['menu']): MenuItemConstructorOptions {
	const recent = actions.recentWorkspaces.map((path): MenuItemConstructorOptions => {
		return { label: plain(path), click: () => actions.openFile(path) };
	});
	const untitled: MenuItemConstructorOptions = {
		id: 'open-untitled-workspace',
		label: words.untitled,
		click: () => actions.command('open-untitled-workspace'),
	};
	return { label: words.openRecent, submenu: [...recent, ...(recent.length === 0 ? [] : [separator]), untitled] };
}

/** The application menu: the roles that each platform expects, and Wirebench's own commands. */
export function menuTemplate(actions: MenuActions): MenuItemConstructorOptions[] {
	const mac = actions.platform === 'darwin';
	const all = actions.words ?? desktop;
	const { menu: words } = all;
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
		: [separator, { id: 'about', label: words.about, click: () => actions.about() }];
	return [
		...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
		{
			label: title(words.file, actions.platform),
			submenu: [
				item('new-endpoint', words.newEndpoint, 'N'),
				separator,
				item('new-workspace', words.newWorkspace),
				item('open-workspace', words.openWorkspace, 'Shift+O'),
				recentMenu(actions, words),
				item('save-workspace-as', words.saveWorkspaceAs, 'Shift+S'),
				item('duplicate-workspace', words.duplicateWorkspace),
				separator,
				item('open-capture', words.openCapture, 'O'),
				item('export', words.export, 'Shift+E'),
				separator,
				item('settings', words.settings, ','),
				...closingMenu(actions, words),
				separator,
				{ role: mac ? 'close' : 'quit' },
			],
		},
		editMenu(actions, all),
		{
			label: title(words.view, actions.platform),
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
			submenu: [{ id: 'data-folder', label: words.dataFolder, click: () => actions.showDataFolder() }, ...about],
		},
	];
}
