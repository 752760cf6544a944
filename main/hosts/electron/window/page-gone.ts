import type { BrowserWindow } from 'electron';
import { desktop } from '../../../../common/words/en/desktop.ts';
import type { DesktopWords } from '../../../../common/words/load-desktop.ts';
import type { Ending } from '../ending/quit.ts';
import { askToLoadAgain } from './load-page.ts';
import { messageBox } from './message-box.ts';
import { ReloadBudget } from './reload-budget.ts';

/**
 * Reloads the page after its process has ended, and says so. Sockets and the capture are in the main process and go on.
 * A page that keeps ending is reloaded only when the person wants it.
 */
export function reloadWhenGone(window: BrowserWindow, ending: Ending, texts: () => DesktopWords['page']): void {
	const budget = new ReloadBudget();
	let reporting = false;
	const report = async (reason: string, words: DesktopWords['page']) => {
		if (reporting) return;
		reporting = true;
		await messageBox(window, {
			type: 'warning',
			message: words.gone,
			detail: `${words.reason(reason)}\n${words.goneOn}`,
			buttons: [words.ok],
		});
		reporting = false;
	};
	window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
		if (ending.started()) return;
		const english = desktop.page;
		const log = english.why(english.reasons[reason], reason, exitCode);
		console.error(`Wirebench: the process of the page is gone: ${log}.`);
		const words = texts();
		const why = words.why(words.reasons[reason], reason, exitCode);
		// Not within the event: Chromium has not finished the end of the process then.
		setImmediate(() => {
			if (window.isDestroyed()) return;
			if (budget.take(performance.now())) {
				window.webContents.reload();
				void report(why, words);
			} else {
				void askToLoadAgain(window, words.keepsEnding, words.reason(why), words);
			}
		});
	});
}
