/** The Electron host: the product. Everything required before `ready` happens while this file loads. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, protocol, session, shell } from 'electron';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { Settings, WhenWindowCloses } from '../../../common/contract/calls/settings.ts';
import type { WorkspaceState } from '../../../common/contract/calls/workspace.ts';
import { preferredLanguage } from '../../../common/words/locale/language.ts';
import type { HostCommand } from '../../../preload/api.ts';
import { CONTENT_SECURITY_POLICY } from '../../app/csp.ts';
import { createApp, defaultDataFolder, type App as Workbench } from '../../app/index.ts';
import { serveBridge } from './bridge.ts';
import { chooseFile } from './choose-file.ts';
import { runElectronDoctor, wantsDoctor } from './doctor.ts';
import { endOnFaults, faultHandler } from './ending/faults.ts';
import { closeBeforeQuit } from './ending/quit.ts';
import { endWithDisplay, endWithSession, endWithSystem } from './ending/session-end.ts';
import { HostWords } from './host-words.ts';
import { identify } from './identity.ts';
import { KEY_STORE } from './key-store.ts';
import { menuTemplate } from './menu.ts';
import { FilesToOpen, filesNamed } from './open-files.ts';
import { readOptions } from './options.ts';
import { restrictPermissions } from './permissions.ts';
import { withRoleLabels } from './role-labels.ts';
import { requireSandbox } from './sandbox-off.ts';
import { choosePath } from './save-dialog.ts';
import { serveFiles } from './serve-files.ts';
import { containPage } from './window/contain.ts';
import { guardLastWindow } from './window/last-window.ts';
import { APP_SCHEME } from './window/origin.ts';
import { followDocuments, PageCommands } from './window/page-commands.ts';
import { reloadWhenGone } from './window/page-gone.ts';
import { applyTheme } from './window/theme.ts';
import { TrayIcon } from './window/tray.ts';
import { openWindow, raise } from './window/window.ts';
import { enlargeYoungGeneration } from './young-generation.ts';

const options = readOptions(process.argv.slice(1), defaultDataFolder(), app.isPackaged);
/** Before `ready`: macOS may name a file earlier. */
const files = new FilesToOpen(app, filesNamed(options.names, process.cwd()));
const devTools = !app.isPackaged || options.devTools;
/** The texts of menus and dialogs. */
const hostWords = new HostWords();
/** Set once it is being created. */
let workbench: Promise<Workbench> | undefined;

enlargeYoungGeneration(app.commandLine);
identify(app);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
	{
		scheme: APP_SCHEME,
		privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
	},
]);

/** Reports a start failure in a system dialog, which needs no page, and ends. */
function giveUp(error: unknown): void {
	dialog.showErrorBox('Wirebench could not start', messageOf(error));
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
	endOnFaults(
		faultHandler({
			logFile: join(options.dataFolder, 'faults.log'),
			version: app.getVersion(),
			close: async () => (await workbench)?.close(),
			tell: (title, text) => dialog.showErrorBox(title, text),
			exit: (code) => app.exit(code),
			words: () => hostWords.now().faults,
		}),
	);
	// Starting is not awaited here: Electron is not ready before this file has loaded.
	if (wantsDoctor(process.argv)) runElectronDoctor(app, process.argv).catch(giveUp);
	else if (app.requestSingleInstanceLock(files.handover)) start().catch(giveUp);
	else app.quit();
} catch (error) {
	giveUp(error);
}

/** The application behind the contract, with the dialogs of the given window. */
function createWorkbench(window: () => BrowserWindow | undefined): Promise<Workbench> {
	return createApp({
		dataFolder: options.dataFolder,
		keyStore: KEY_STORE,
		...(options.captureFolder === undefined ? {} : { captureFolder: options.captureFolder }),
		chooseSavePath: (name) => choosePath(name, window()),
		host: {
			host: 'electron',
			version: app.getVersion(),
			platform: process.platform,
			capabilities: { menu: true, revealFile: false, openDialog: true, upload: false, saveDialog: true },
		},
		chooseFile: (use) => chooseFile(window(), use, hostWords.now().files),
	});
}

async function start(): Promise<void> {
	app.on('web-contents-created', (_event, contents) => containPage(contents));
	await app.whenReady();
	requireSandbox(app);

	let window: BrowserWindow | undefined;
	const creating = createWorkbench(() => window);
	workbench = creating;
	// A quit meanwhile waits for what is being created, and closes it.
	const ending = closeBeforeQuit(
		app,
		async () => (await creating).close(),
		(error) => console.error('Wirebench could not close its capture:', error),
	);
	endWithSystem();
	const running = await creating;
	if (ending.started()) return;
	endWithDisplay(ending, running.capture);
	const { engine, settings } = running;
	for (const { message } of running.notes) console.error(message);

	const commands = new PageCommands();
	restrictPermissions(session.defaultSession);
	protocol.handle(APP_SCHEME, serveFiles(join(import.meta.dirname, '../renderer'), CONTENT_SECURITY_POLICY));
	serveBridge((transport, page) => {
		running.attach(transport);
		commands.listens(page);
	});

	const choose = (choice: WhenWindowCloses) => {
		// It holds for this run, also when it cannot be written.
		settings.update({ whenWindowCloses: choice }).catch((error: Error) => console.error(error.message));
	};
	const tray = new TrayIcon(
		() => show(),
		() => hostWords.now().tray,
	);
	const open = () => {
		const opened = openWindow({ dataFolder: options.dataFolder, devTools, words: () => hostWords.now().page });
		window = opened;
		followDocuments(opened.webContents, commands);
		reloadWhenGone(opened, ending, () => hostWords.now().page);
		guardLastWindow(opened, {
			running: () => engine.endpoints().filter(({ status }) => status === 'open' || status === 'starting').length,
			setting: () => settings.current().whenWindowCloses,
			remember: choose,
			keepRunning: () => {
				opened.hide();
				tray.appear();
			},
			ending,
			words: () => hostWords.now().lastWindow,
		});
		endWithSession(opened, ending, running.capture);
		opened.once('closed', () => {
			window = undefined;
		});
		return opened;
	};
	/** A window that opened during the end would close again with it. */
	const needWindow = () => window ?? (ending.started() ? undefined : open());
	/** Opens the window, or brings it to the front. */
	const show = () => {
		tray.disappear();
		const needed = needWindow();
		if (needed !== undefined) raise(needed);
	};
	const command = (name: HostCommand) => {
		needWindow();
		commands.send(name);
	};

	const openFile = (path: string) => {
		needWindow();
		commands.openFile(path);
	};

	let steps: Required<Pick<WorkspaceState, 'undo' | 'redo'>> = { undo: undefined, redo: undefined };
	const setMenu = () => {
		const words = hostWords.now();
		const template = menuTemplate({
			words,
			platform: process.platform,
			devTools,
			command,
			recentWorkspaces: settings.current().recentWorkspaces,
			openFile,
			...steps,
			showDataFolder: () => void shell.openPath(options.dataFolder),
			about: () => app.showAboutPanel(),
			whenWindowCloses: settings.current().whenWindowCloses,
			setWhenWindowCloses: choose,
		});
		const mac = process.platform === 'darwin';
		// Electron names its roles in English itself.
		const labelled = hostWords.language === 'en' ? template : withRoleLabels(template, words.roles, mac);
		Menu.setApplicationMenu(Menu.buildFromTemplate(labelled));
	};
	let { whenWindowCloses, recentWorkspaces } = settings.current();
	setMenu();
	const speak = (choice: Settings['language']) => {
		const language = preferredLanguage(choice === 'system' ? app.getPreferredSystemLanguages() : [choice]);
		const changed = () => {
			setMenu();
			tray.label();
		};
		hostWords.use(language, changed).catch((error: Error) => console.error('The language was not loaded:', error));
	};
	speak(settings.current().language);
	running.followWorkspace(({ undo, redo }) => {
		if (undo?.id === steps.undo?.id && redo?.id === steps.redo?.id) return;
		steps = { undo, redo };
		setMenu();
	});
	applyTheme(settings.current().theme);
	settings.onChange((changed) => {
		applyTheme(changed.theme);
		speak(changed.language);
		if (changed.whenWindowCloses === whenWindowCloses && changed.recentWorkspaces === recentWorkspaces) return;
		({ whenWindowCloses, recentWorkspaces } = changed);
		setMenu();
	});

	app.on('second-instance', show);
	// On macOS an application outlives its windows, and with it its servers; its icon, or a file, brings a window back.
	if (process.platform === 'darwin') {
		app.on('activate', show);
		app.on('open-file', show);
	}
	app.on('window-all-closed', () => {
		if (process.platform !== 'darwin') app.quit();
	});
	open();
	files.openWith(openFile);
}
