import { describe, expect, it } from 'vitest';
import { electronUses } from './electron-uses.fixture.ts';

describe("Electron's API in our sources", () => {
	it('has every used member, on every platform on which it is reached', () => {
		const { uses, errors } = electronUses();
		expect(errors).toEqual([]);
		expect(uses.filter(({ missingOn }) => missingOn.length > 0)).toEqual([]);
		// It has found the uses, events and options among them.
		const members = uses.map(({ member }) => member);
		expect(members).toEqual(
			expect.arrayContaining([
				'app.whenReady',
				'window.on',
				'powerMonitor.on',
				'sandbox',
				'MessageChannelMain',
				'ipcRenderer.send',
			]),
		);
	});

	it('is found missing where a member is not there, or is of other platforms than where it is reached', () => {
		const text = `
			import { app, type BrowserWindow, powerMonitor } from 'electron';
			export function sample(window: BrowserWindow, platform: NodeJS.Platform, isPackaged: boolean) {
				app.setAppUserModelId('bare');
				if (process.platform === 'win32') app.setAppUserModelId('guarded');
				if (isPackaged && platform !== 'darwin') app.setAppUserModelId('too wide');
				const windows = platform === 'win32';
				windows && app.setAppUserModelId('guarded');
				if (!(windows || platform === 'linux')) return;
				window.on('query-session-end', () => undefined);
				powerMonitor.on('shutdown', () => undefined);
				app.setAboutPanelOptions({ authors: platform === 'linux' ? [] : [], applicationName: '' });
				app.dock?.hide();
				app.isDefault();
			}`;
		const file = 'main/hosts/electron/window/theme.ts';
		const { uses, errors } = electronUses({ file, text });
		const found = uses.filter(({ missingOn }) => missingOn.length > 0);
		expect(found.map(({ member, missingOn }) => `${member}: ${missingOn.join(', ')}`)).toEqual([
			'app.setAppUserModelId: darwin, linux',
			'app.setAppUserModelId: linux',
			'window.on: linux',
			'powerMonitor.on: win32',
			'authors: win32',
			'app.dock?.hide: linux, win32',
			'app.dock: linux, win32',
		]);
		expect(errors.join()).toContain("Property 'isDefault' does not exist on type 'App'");
	});
});
