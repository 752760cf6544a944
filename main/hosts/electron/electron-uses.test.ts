import { beforeAll, describe, expect, it } from 'vitest';
import { electronUses, type Reading } from './electron-uses.fixture.ts';

const SAMPLE = `
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

describe("Electron's API", () => {
	let ours: Reading;
	let sample: Reading;
	beforeAll(() => {
		({ ours, sample } = electronUses(SAMPLE));
	});

	it('has every member that our sources use, on every platform on which it is reached', () => {
		expect(ours.errors).toEqual([]);
		expect(ours.uses.filter(({ missingOn }) => missingOn.length > 0)).toEqual([]);
		// The uses were found, events and options among them.
		expect(ours.uses.map(({ member }) => member)).toEqual(
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

	it('is found to lack what is not there, and what is of other platforms than where it is reached', () => {
		const missing = sample.uses.filter(({ missingOn }) => missingOn.length > 0);
		expect(missing.map(({ member, missingOn }) => `${member}: ${missingOn.join(', ')}`)).toEqual([
			'app.setAppUserModelId: darwin, linux',
			'app.setAppUserModelId: linux',
			'window.on: linux',
			'powerMonitor.on: win32',
			'authors: win32',
			'app.dock?.hide: linux, win32',
			'app.dock: linux, win32',
		]);
		expect(sample.errors.join()).toContain("Property 'isDefault' does not exist on type 'App'");
	});
});
