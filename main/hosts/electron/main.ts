/** The Electron host: the product. Everything required before `ready` happens while this file loads. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, protocol, session, shell } from 'electron';
import { CHANNELS, type HostCommand } from '../../../preload/api.ts';
import { CONTENT_SECURITY_POLICY } from '../../app/csp.ts';
import { createApp, defaultDataFolder } from '../../app/index.ts';
import { serveBridge } from './bridge.ts';
import { chooseFile } from './choose-file.ts';
import { containPage } from './contain.ts';
import { runElectronDoctor, wantsDoctor } from './doctor.ts';
import { menuTemplate } from './menu.ts';
import { readOptions } from './options.ts';
import { APP_SCHEME } from './origin.ts';
import { restrictPermissions } from './permissions.ts';
import { closeBeforeQuit } from './quit.ts';
import { choosePath } from './save-dialog.ts';
import { serveFiles } from './serve-files.ts';
import { applyTheme } from './theme.ts';
import { openWindow, raise } from './window.ts';

const options = readOptions(process.argv.slice(1), defaultDataFolder());
const devTools = !app.isPackaged || options.devTools;

app.setName('Wirebench');
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
	{
		scheme: APP_SCHEME,
		privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
	},
]);

/** Reports a start failure in a system dialog, which needs no page, and ends. */
function giveUp(error: unknown): void {
	dialog.showErrorBox('Wirebench could not start', error instanceof Error ? error.message : String(error));
	app.exit(1);
}

/**
 * One data folder for every host, so that they share settings and captures. Chromium's profile is in a separate folder
 * inside; the single instance lock is per profile, and so per data folder.
 */
function settleIntoDataFolder(): void {
	const profile = join(options.dataFolder, 'electron');
	mkdirSync(profile, { recursive: true });
	app.setPath('userData', profile);
}

try {
	settleIntoDataFolder();
	// Starting is not awaited here: Electron is not ready before this file has loaded.
	if (wantsDoctor(process.argv)) runElectronDoctor(app, process.argv).catch(giveUp);
	else if (app.requestSingleInstanceLock()) start().catch(giveUp);
	else app.quit();
} catch (error) {
	giveUp(error);
}

async function start(): Promise<void> {
	app.on('web-contents-created', (_event, contents) => containPage(contents));
	await app.whenReady();

	let window: BrowserWindow | undefined;
	const workbench = await createApp({
		dataFolder: options.dataFolder,
		...(options.captureFolder === undefined ? {} : { captureFolder: options.captureFolder }),
		chooseSavePath: (name) => choosePath(name, window),
		host: {
			host: 'electron',
			version: app.getVersion(),
			platform: process.platform,
			capabilities: { menu: true, revealFile: false, openDialog: true, upload: false, saveDialog: true },
		},
		chooseFile: (use) => chooseFile(window, use),
	});
	for (const note of workbench.notes) console.error(note);
	closeBeforeQuit(
		app,
		() => workbench.close(),
		(error) => console.error('Wirebench could not close its capture:', error),
	);

	restrictPermissions(session.defaultSession);
	protocol.handle(APP_SCHEME, serveFiles(join(import.meta.dirname, '../renderer'), CONTENT_SECURITY_POLICY));
	serveBridge((transport) => workbench.attach(transport));

	const open = () => {
		window = openWindow({ dataFolder: options.dataFolder, devTools });
		window.once('closed', () => {
			window = undefined;
		});
		return window;
	};
	const command = (name: HostCommand) => (window ?? open()).webContents.send(CHANNELS.command, name);

	applyTheme(workbench.settings.current().theme);
	workbench.settings.onChange((settings) => applyTheme(settings.theme));
	Menu.setApplicationMenu(
		Menu.buildFromTemplate(
			menuTemplate({
				platform: process.platform,
				devTools,
				newEndpoint: () => command('new-endpoint'),
				openCapture: () => command('open-capture'),
				export: () => command('export'),
				showDataFolder: () => void shell.openPath(options.dataFolder),
				about: () => app.showAboutPanel(),
			}),
		),
	);

	app.on('second-instance', () => raise(window ?? open()));
	app.on('activate', () => raise(window ?? open()));
	app.on('window-all-closed', () => {
		// On macOS an application outlives its windows, and with it its servers.
		if (process.platform !== 'darwin') app.quit();
	});
	open();
}
