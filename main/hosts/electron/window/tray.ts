import { join } from 'node:path';
import { app, Menu, Tray } from 'electron';

/** Laid beside the bundle by its build; `tray@2x.png`, for displays of twice the density, is found by its name. */
const ICON = join(import.meta.dirname, process.platform === 'win32' ? 'tray.ico' : 'tray.png');

/** The icon that stands for Wirebench while its window is hidden. */
export class TrayIcon {
	readonly #show: () => void;
	/** Kept here: an icon that is collected disappears. */
	#tray: Tray | undefined;

	/** `show` brings the window back. */
	constructor(show: () => void) {
		this.#show = show;
	}

	appear(): void {
		if (this.#tray !== undefined) return;
		this.#tray = new Tray(ICON);
		this.#tray.setToolTip('Wirebench is running');
		this.#tray.setContextMenu(
			Menu.buildFromTemplate([
				{ id: 'show-window', label: 'Show Wirebench', click: () => this.#show() },
				{ type: 'separator' },
				{ id: 'quit', label: 'Quit Wirebench', click: () => app.quit() },
			]),
		);
		this.#tray.on('click', () => this.#show());
	}

	disappear(): void {
		this.#tray?.destroy();
		this.#tray = undefined;
	}
}
