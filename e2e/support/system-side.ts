import type { ElectronApplication } from '@playwright/test';
import type { ElectronDouble } from '../electron-double/driver.ts';

/** What a person does with the system's own parts of Electron: dialogs, and the menu. */
export interface SystemSide {
	/** The result of the next open or save dialog; without a path the dialog is cancelled. */
	chooseFile(path?: string): Promise<void>;
	/** Chooses the item of the application menu with this id. */
	chooseMenuItem(id: string): Promise<void>;
}

export function systemOfDouble(double: ElectronDouble): SystemSide {
	return {
		async chooseFile(path) {
			double.person(path === undefined ? { what: 'choose-file' } : { what: 'choose-file', path });
		},
		async chooseMenuItem(id) {
			double.person({ what: 'choose-menu-item', id });
		},
	};
}

/**
 * Replaces the system's dialogs, which no test can answer, in the main process: a dialog that opens without a prepared
 * answer fails.
 */
export async function systemOfElectron(app: ElectronApplication): Promise<SystemSide> {
	await app.evaluate(({ dialog }) => {
		const chosen: (string | undefined)[] = [];
		Object.assign(globalThis, { chosen });
		const next = () => {
			if (chosen.length === 0) throw new Error('Nobody is there to choose a file.');
			return chosen.shift();
		};
		dialog.showOpenDialog = async () => {
			const path = next();
			return { canceled: path === undefined, filePaths: path === undefined ? [] : [path] };
		};
		dialog.showSaveDialog = async () => {
			const path = next();
			return { canceled: path === undefined, filePath: path ?? '' };
		};
	});
	return {
		chooseFile: (path) =>
			app.evaluate((_electron, chosen) => void Reflect.get(globalThis, 'chosen').push(chosen), path),
		chooseMenuItem: (id) =>
			app.evaluate(({ Menu }, id) => {
				const item = Menu.getApplicationMenu()?.getMenuItemById(id);
				if (item === undefined || item === null) throw new Error(`The menu has no item "${id}".`);
				item.click();
			}, id),
	};
}
