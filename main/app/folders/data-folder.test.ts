import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newCaptureFolder } from './capture-folder.ts';
import { defaultDataFolder } from './data-folder.ts';

const home = homedir();

test.each([
	['linux', {}, join(home, '.local', 'share', 'wirebench')],
	['linux', { XDG_DATA_HOME: '/data' }, '/data/wirebench'],
	['linux', { XDG_DATA_HOME: 'relative' }, join(home, '.local', 'share', 'wirebench')],
	['linux', { XDG_DATA_HOME: '' }, join(home, '.local', 'share', 'wirebench')],
	['darwin', { XDG_DATA_HOME: '/data' }, join(home, 'Library', 'Application Support', 'Wirebench')],
	['win32', { APPDATA: '/roaming' }, join('/roaming', 'Wirebench')],
	['win32', {}, join(home, 'AppData', 'Roaming', 'Wirebench')],
	['win32', { APPDATA: '/roaming', WIREBENCH_DATA: '/mine' }, '/mine'],
] as const)('on %s with %j the data folder is %s', (platform, env, folder) => {
	expect(defaultDataFolder(env, platform)).toBe(folder);
});

test('a capture folder is named after time and process, valid on every file system', () => {
	const folder = newCaptureFolder(join('/data', 'captures'), new Date(Date.UTC(2026, 10, 21, 0, 49, 35, 7)), 42);
	expect(folder).toBe(join('/data', 'captures', '2026-11-21T00-49-35.007Z-42'));
});
