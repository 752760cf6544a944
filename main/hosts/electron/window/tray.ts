import { join } from 'node:path';
import { app, Menu, Tray } from 'electron';
import type { DesktopWords } from '../../../../common/words/load-desktop.ts';

/** Laid beside the bundle by its build; `tray@2x.png`, for displays of twice the density, is found by its name. */
const ICON = join(import.meta.dirname, process.platform === 'win32' ? 'tray.ico' : 'tray.png');

/** The icon that stands for Wirebench while its window is hidden. */
export class TrayIcon {
	readonly #show: () => void;
	readonly #words: () => DesktopWords['tray'];
	/** Kept here: an icon that is collected disappears. */
	#tray: Tray | undefined;

	/** `show` brings the window back. */
	constructor(show: () => void, words: () => DesktopWords['tray']) {
		this.#show = show;
		this.#words = words;
	}

	appear(): void {
		if (this.#tray !== undefined) return;
		this.#tray = new Tray(ICON);
		this.#tray.on('click', () => this.#show());
		this.label();
	}

	/** Writes its texts, as they are now. */
	label(): void {
		const { tip, show, quit } = this.#words();
		this.#tray?.setToolTip(tip);
		this.#tray?.setContextMenu(
			Menu.buildFromTemplate([
				{ id: 'show-window', label: show, click: () => this.#show() },
				{ type: 'separator' },
				{ id: 'quit', label: quit, click: () => app.quit() },
			]),
		);
	}

	disappear(): void {
		this.#tray?.destroy();
		this.#tray = undefined;
	}
}
