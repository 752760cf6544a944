import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchMissingElectron, whyNoElectron } from '../e2e/support/electron-runtime.ts';
import { systemOfElectron } from '../e2e/support/system-side.ts';

afterEach(() => {
	vi.unstubAllEnvs();
	Reflect.deleteProperty(globalThis, 'chosen');
});

describe.skipIf(process.platform !== 'linux')('the reason why specs are skipped in Electron', () => {
	it('names what the machine lacks, and no runtime is fetched for it', async () => {
		vi.stubEnv('DISPLAY', '');
		vi.stubEnv('WAYLAND_DISPLAY', '');
		expect(whyNoElectron()).toMatch(/^Electron: there is no display \(neither DISPLAY nor WAYLAND_DISPLAY is set\)/);
		const said = [];
		await fetchMissingElectron((line) => said.push(line));
		expect(said).toEqual([]);
	});

	it('names why the runtime could not be fetched', () => {
		vi.stubEnv('DISPLAY', ':0');
		vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/none/such');
		vi.stubEnv('WIREBENCH_ELECTRON_FETCH_FAILURE', 'getaddrinfo ENOTFOUND github.com');
		expect(whyNoElectron()).toMatch(/its runtime could not be fetched \(getaddrinfo ENOTFOUND github\.com\)$/);
	});
});

describe('the system side of Electron in tests', () => {
	/** As Playwright: the function reaches the main process as text. */
	const appOver = (electron) => ({
		evaluate: async (use, arg) => new Function(`return ${use}`)()(electron, arg),
	});

	it('answers dialogs in order, and fails one that nobody answers', async () => {
		const dialog = {};
		const system = await systemOfElectron(appOver({ dialog }));
		await system.chooseFile('/a.pcapng');
		await system.chooseFile();
		await system.chooseFile('/b.pcapng');
		expect(await dialog.showOpenDialog()).toEqual({ canceled: false, filePaths: ['/a.pcapng'] });
		expect(await dialog.showOpenDialog()).toEqual({ canceled: true, filePaths: [] });
		expect(await dialog.showSaveDialog()).toEqual({ canceled: false, filePath: '/b.pcapng' });
		await expect(dialog.showOpenDialog()).rejects.toThrow('Nobody is there to choose a file.');
	});

	it('chooses a menu item by its id, and fails without one', async () => {
		const items = new Map([['open-capture', { click: vi.fn() }]]);
		const Menu = { getApplicationMenu: () => ({ getMenuItemById: (id) => items.get(id) ?? null }) };
		const system = await systemOfElectron(appOver({ dialog: {}, Menu }));
		await system.chooseMenuItem('open-capture');
		expect(items.get('open-capture')?.click).toHaveBeenCalledOnce();
		await expect(system.chooseMenuItem('none')).rejects.toThrow('The menu has no item "none".');
	});
});
