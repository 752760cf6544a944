import { describe, expect, it } from 'vitest';
import { menuTemplate } from './menu.ts';

const build = (platform: NodeJS.Platform, devTools = false) => {
	const chosen: string[] = [];
	const template = menuTemplate({
		platform,
		devTools,
		newEndpoint: () => chosen.push('new'),
		openCapture: () => chosen.push('open'),
		export: () => chosen.push('export'),
		showDataFolder: () => chosen.push('folder'),
		about: () => chosen.push('about'),
	});
	const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
	return { template, items, chosen, roles: items.map((item) => item.role) };
};

describe('the menu', () => {
	it('has the application menu on macOS only, and the quit command in File elsewhere', () => {
		expect(build('darwin').template[0]).toEqual({ role: 'appMenu' });
		expect(build('darwin').roles).not.toContain('quit');
		expect(build('linux').template.map((menu) => menu.role)).not.toContain('appMenu');
		expect(build('linux').roles).toContain('quit');
	});

	it('offers the developer tools only where they may be opened', () => {
		expect(build('win32', false).roles).not.toContain('toggleDevTools');
		expect(build('win32', true).roles).toContain('toggleDevTools');
	});

	it('runs the commands of its own items', () => {
		const { items, chosen } = build('linux');
		// Electron passes the item, the window and the event; ours use none of them.
		for (const item of items) if (item.id !== undefined) Reflect.apply(item.click ?? (() => undefined), item, []);
		expect(chosen).toEqual(['new', 'open', 'export', 'folder', 'about']);
	});
});
