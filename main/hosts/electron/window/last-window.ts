import { app, type BrowserWindow, dialog } from 'electron';
import type { WhenWindowCloses } from '../../../../common/contract/calls/settings.ts';
import type { DesktopWords } from '../../../../common/words/load-desktop.ts';
import type { Ending } from '../ending/quit.ts';

export interface LastWindow {
	/** Number of endpoints that run. */
	running(): number;
	setting(): WhenWindowCloses;
	/** Stores the setting. */
	remember(choice: WhenWindowCloses): void;
	/** Hides the window and leaves an icon in the tray. */
	keepRunning(): void;
	readonly ending: Ending;
	readonly words: () => DesktopWords['lastWindow'];
}

const CHOICES = ['keep-running', 'quit'] as const;

/**
 * Closing the window while endpoints run asks what happens to them, or does what the person has chosen once: go on in
 * the tray, or quit. Without running endpoints it closes. On macOS an application outlives its windows anyway.
 */
export function guardLastWindow(window: BrowserWindow, guard: LastWindow): void {
	if (process.platform === 'darwin') return;
	let asking = false;
	const act = (choice: WhenWindowCloses) => (choice === 'quit' ? app.quit() : guard.keepRunning());
	const ask = async (running: number) => {
		asking = true;
		const words = guard.words();
		const { response, checkboxChecked } = await dialog.showMessageBox(window, {
			type: 'question',
			message: words.running(running),
			detail: words.detail,
			buttons: [words.keepRunning, words.quit, words.cancel],
			defaultId: 0,
			cancelId: 2,
			noLink: true,
			checkboxLabel: words.remember,
		});
		asking = false;
		const choice = CHOICES[response];
		if (choice === undefined || window.isDestroyed() || guard.ending.started()) return;
		if (checkboxChecked) guard.remember(choice);
		act(choice);
	};
	window.on('close', (event) => {
		const running = guard.running();
		if (guard.ending.started() || running === 0) return;
		event.preventDefault();
		const setting = guard.setting();
		if (setting !== 'ask') act(setting);
		else if (!asking) void ask(running);
	});
}
