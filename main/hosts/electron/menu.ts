import type { MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
	readonly platform: NodeJS.Platform;
	readonly devTools: boolean;
	newEndpoint(): void;
	openCapture(): void;
	export(): void;
	showDataFolder(): void;
	about(): void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

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
				{ role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false, acceleratorWorksWhenHidden: true },
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
