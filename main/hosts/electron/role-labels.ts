import type { MenuItemConstructorOptions } from 'electron';
import type { DesktopWords } from '../../../common/words/load-desktop.ts';

type Roles = DesktopWords['roles'];

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The items that Electron gives to a role that is a whole menu (its lib/browser/api/menu-item-roles.ts). */
function itemsOf(role: string, mac: boolean): MenuItemConstructorOptions[] | undefined {
	if (role === 'windowMenu') {
		return [
			{ role: 'minimize' },
			{ role: 'zoom' },
			...(mac ? [separator, { role: 'front' as const }] : [{ role: 'close' as const }]),
		];
	}
	if (role !== 'appMenu') return undefined;
	return [
		{ role: 'about' },
		separator,
		{ role: 'services' },
		separator,
		{ role: 'hide' },
		{ role: 'hideOthers' },
		{ role: 'unhide' },
		separator,
		{ role: 'quit' },
	];
}

function isNamed(role: string, roles: Roles): role is keyof Roles {
	return Object.hasOwn(roles, role);
}

/** The same menu with labels for its roles, which Electron names in English: the system translates only some, on macOS. */
export function withRoleLabels(
	template: readonly MenuItemConstructorOptions[],
	roles: Roles,
	mac: boolean,
): MenuItemConstructorOptions[] {
	return template.map((item) => {
		const { role, submenu = role && itemsOf(role, mac) } = item;
		return {
			...item,
			...(role !== undefined && isNamed(role, roles) ? { label: roles[role] } : {}),
			...(Array.isArray(submenu) ? { submenu: withRoleLabels(submenu, roles, mac) } : {}),
		};
	});
}
