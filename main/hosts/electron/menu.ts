import type { MenuItemConstructorOptions } from 'electron';
import { WHEN_WINDOW_CLOSES, type WhenWindowCloses } from '../../../common/contract/calls/settings.ts';

export interface MenuActions {
	readonly platform: NodeJS.Platform;
	readonly devTools: boolean;
	newEndpoint(): void;
	openCapture(): void;
	export(): void;
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

/** The application menu: the roles that each platform expects, and Wirebench's own commands. */
export function menuTemplate(actions: MenuActions): MenuItemConstructorOptions[] {
	const mac = actions.platform === 'darwin';
	const developer: MenuItemConstructorOptions[] = actions.devTools ? [separator, { role: 'toggleDevTools' }] : [];
	const about: MenuItemConstructorOptions[] = mac
		? []
		: [separator, { id: 'about', label: 'About Wirebench', click: () => actions.about() }];
	return [
		...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
		{
			label: '&File',
			submenu: [
				{
					id: 'new-endpoint',
					label: 'New Endpoint…',
					accelerator: 'CommandOrControl+N',
					click: () => actions.newEndpoint(),
				},
				{
					id: 'open-capture',
					label: 'Open Capture…',
					accelerator: 'CommandOrControl+O',
					click: () => actions.openCapture(),
				},
				{
					id: 'export',
					label: 'Export…',
					accelerator: 'CommandOrControl+Shift+E',
					click: () => actions.export(),
				},
				...closingMenu(actions),
				separator,
				{ role: mac ? 'close' : 'quit' },
			],
		},
		{ role: 'editMenu' },
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
