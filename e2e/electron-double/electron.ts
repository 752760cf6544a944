/** The module `electron` of the main process, as far as README.md lists it. */
import { app, switches } from './app.ts';
import { openDialogs, openMessageBoxes } from './dialogs.ts';
import { answerQuestion, incoming } from './link.ts';
import { LoudEmitter, loud, preventable } from './loud.ts';
import type { ToDouble } from './messages.ts';
import { defaultSession, schemes } from './session.ts';
import { chosenItems, menuNames, nativeTheme } from './system.ts';
import { trays } from './tray.ts';
import { WebContents, windowNumbered, windows } from './window.ts';

export { app } from './app.ts';
export { dialog } from './dialogs.ts';
export { powerMonitor } from './endings.ts';
export { MessageChannelMain } from './ports.ts';
export { safeStorage } from './safe-storage.ts';
export { protocol } from './session.ts';
export { Menu, nativeTheme, screen, shell } from './system.ts';
export { Tray } from './tray.ts';
export { BrowserWindow } from './window.ts';

export const session = loud('session', { defaultSession });

/** Channels are those that the bundle listens to. */
class IpcMain extends LoudEmitter {
	constructor() {
		super('ipcMain', []);
	}
	override on(channel: string, listener: (...args: unknown[]) => void): this {
		this.events.add(channel);
		return super.on(channel, listener);
	}
}
export const ipcMain = loud('ipcMain', new IpcMain());

incoming.on('from-page', (message: Extract<ToDouble, { type: 'from-page' }>) => {
	const { webContents } = windowNumbered(message.window);
	// What it is sent still reaches the page of the window.
	const sender = message.beside ? loud('WebContents', new WebContents(message.window)) : webContents;
	const parent = message.isMainFrame ? null : sender.mainFrame;
	const senderFrame = loud('WebFrameMain', { origin: message.origin, parent, url: `${message.origin}/` });
	if (ipcMain.listenerCount(message.channel) === 0) throw new Error(`Nothing listens to ${message.channel}.`);
	ipcMain.emit(message.channel, loud('IpcMainEvent', { sender, senderFrame, ports: [] }), ...message.args);
});

answerQuestion('navigate', ({ window, url, isMainFrame }) => {
	const event = preventable({ url, isMainFrame });
	windowNumbered(window).webContents.emit('will-frame-navigate', event);
	return !event.defaultPrevented;
});

answerQuestion('open', ({ window, url }) => {
	const handler = windowNumbered(window).webContents.openHandler;
	return handler?.({ url }).action ?? 'allow';
});

answerQuestion('facts', () => ({
	sandboxEnabled: app.sandboxEnabled,
	schemes,
	menu: menuNames(),
	chosenItems: chosenItems(),
	messageBoxes: openMessageBoxes(),
	openDialogs,
	trays: [...trays].map(({ toolTip, items }) => ({
		toolTip,
		items: items.map(({ label, type }) => label ?? type ?? ''),
	})),
	about: app.about,
	handover: app.handover,
	appUserModelId: app.appUserModelId,
	switches: Object.fromEntries(switches),
	themeSource: nativeTheme.themeSource,
	userData: app.getPath('userData'),
	windows: [...windows.values()].map((window) => ({
		id: window.id,
		webPreferences: window.webPreferences,
		bounds: window.getNormalBounds(),
		maximized: window.isMaximized(),
		visible: window.visible,
		backgroundColor: window.backgroundColor,
	})),
}));
