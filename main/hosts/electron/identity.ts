import type { AboutPanelOptionsOptions, App } from 'electron';

/** Application id of the packages (`appId` of electron-builder): the installer gives it to its shortcuts. */
export const APP_ID = 'dev.wirebench.app';

/** Versions of the runtime, undefined outside of Electron. */
interface Versions {
	readonly electron?: string | undefined;
	readonly chrome?: string | undefined;
	readonly node: string;
}

/** The texts of the About box. Linux shows no credits, so that there the runtime's versions follow the application's. */
export function aboutPanel(version: string, platform: NodeJS.Platform, versions: Versions): AboutPanelOptionsOptions {
	const runtime = `Electron ${versions.electron}, Chromium ${versions.chrome}, Node.js ${versions.node}`;
	const common = { applicationName: 'Wirebench', copyright: 'Copyright © 2026 Wirebench contributors. MIT licence.' };
	return platform === 'linux'
		? { ...common, applicationVersion: `${version} (${runtime})`, authors: ['Wirebench contributors'] }
		: { ...common, applicationVersion: version, credits: runtime };
}

/**
 * The name and id by which the system knows the application. Windows groups windows and notifications by the id; one
 * that is not installed has no shortcut with ours, and uses its executable's path.
 */
export function identify(app: App): void {
	app.setName('Wirebench');
	if (process.platform === 'win32') app.setAppUserModelId(app.isPackaged ? APP_ID : process.execPath);
	app.setAboutPanelOptions(aboutPanel(app.getVersion(), process.platform, process.versions));
}
