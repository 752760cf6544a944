import { describe, expect, it } from 'vitest';
import { desktop } from '../../../common/words/zh-hans/desktop.ts';
import { menuTemplate } from './menu.ts';
import { withRoleLabels } from './role-labels.ts';

const build = (platform: NodeJS.Platform, devTools = false) => {
	const chosen: string[] = [];
	const template = menuTemplate({
		platform,
		devTools,
		command: (name) => chosen.push(name),
		recentWorkspaces: ['/lab/a & b.wirebench.json'],
		openFile: (path) => chosen.push(path),
		undo: { what: 'remove', name: 'a & b' },
		redo: undefined,
		showDataFolder: () => chosen.push('folder'),
		about: () => chosen.push('about'),
		whenWindowCloses: 'ask',
		setWhenWindowCloses: (choice) => chosen.push(choice),
	});
	const below = (parents: typeof template): typeof template =>
		parents.flatMap((item) => [item, ...below(Array.isArray(item.submenu) ? item.submenu : [])]);
	const items = below(template).filter((item) => !template.includes(item));
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

	it('shows what closing does, where an application does not outlive its windows', () => {
		const chosen = (platform: NodeJS.Platform) => build(platform).items.filter((item) => item.type === 'radio');
		expect(chosen('linux').map(({ id, checked }) => [id, checked])).toEqual([
			['when-window-closes-ask', true],
			['when-window-closes-keep-running', false],
			['when-window-closes-quit', false],
		]);
		expect(chosen('darwin')).toEqual([]);
	});

	it('runs the commands of its own items', () => {
		const { items, chosen } = build('linux');
		// Electron passes the item, the window and the event; ours use none of them.
		for (const item of items) if (item.id !== undefined) Reflect.apply(item.click ?? (() => undefined), item, []);
		expect(chosen).toEqual([
			'new-endpoint',
			'new-workspace',
			'open-workspace',
			'open-untitled-workspace',
			'save-workspace-as',
			'duplicate-workspace',
			'open-capture',
			'export',
			'settings',
			'ask',
			'keep-running',
			'quit',
			'undo',
			'redo',
			'folder',
			'about',
		]);
	});

	it('names what is undone, and keeps the roles of texts', () => {
		const { items, roles } = build('linux');
		expect(items.filter(({ id }) => id === 'undo' || id === 'redo').map(({ label }) => label)).toEqual([
			'Undo Remove a && b',
			'Redo',
		]);
		expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll']));
	});

	it.each(['linux', 'darwin'] as const)(
		'is in Chinese in every label on %s, also where Electron has its own',
		(platform) => {
			const actions = {
				platform,
				devTools: true,
				command: () => undefined,
				recentWorkspaces: [],
				openFile: () => undefined,
				undo: { what: 'part', name: 'payloads' },
				redo: { what: 'several', name: '3' },
				showDataFolder: () => undefined,
				about: () => undefined,
				whenWindowCloses: 'ask',
				setWhenWindowCloses: () => undefined,
				words: desktop,
			} as const;
			const labels = (items: ReturnType<typeof menuTemplate>): (string | undefined)[] =>
				items.flatMap(({ type, role, label, submenu }) => [
					...(type === 'separator' || role === 'appMenu' ? [] : [label ?? role]),
					...(Array.isArray(submenu) ? labels(submenu) : []),
				]);
			const all = labels(withRoleLabels(menuTemplate(actions), desktop.roles, platform === 'darwin'));
			expect(all.filter((label) => !/[\u4e00-\u9fff]/.test(label ?? ''))).toEqual([]);
			expect(all).toEqual(
				expect.arrayContaining([
					platform === 'darwin' ? '文件' : '文件 (&F)',
					'撤销：编辑“载荷”',
					'重做：更改 3 个端点',
					'窗口',
					'最小化',
				]),
			);
		},
	);

	it('offers the workspaces that were open before, by their paths', () => {
		const { items, chosen } = build('linux');
		const recent = items.find((item) => item.label === '/lab/a && b.wirebench.json');
		Reflect.apply(recent?.click ?? (() => undefined), recent, []);
		expect(chosen).toEqual(['/lab/a & b.wirebench.json']);
	});
});
