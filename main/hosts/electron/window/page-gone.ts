import type { BrowserWindow } from 'electron';
import type { Ending } from '../ending/quit.ts';
import { askToLoadAgain } from './load-page.ts';
import { messageBox } from './message-box.ts';
import { ReloadBudget } from './reload-budget.ts';

const REASONS = {
	'clean-exit': 'it has ended',
	'abnormal-exit': 'it has ended with an error',
	killed: 'it was ended by another program',
	crashed: 'it has crashed',
	oom: 'it was out of memory',
	'launch-failed': 'it could not be started',
	'integrity-failure': 'Windows has refused its code',
	'memory-eviction': 'the system was short of memory',
} as const;

/**
 * Reloads the page after its process has ended, and says so. Sockets and the capture are in the main process and go on.
 * A page that keeps ending is reloaded only when the person wants it.
 */
export function reloadWhenGone(window: BrowserWindow, ending: Ending): void {
	const budget = new ReloadBudget();
	let reporting = false;
	const report = async (reason: string) => {
		if (reporting) return;
		reporting = true;
		await messageBox(window, {
			type: 'warning',
			message: "The process of Wirebench's page has ended, and the page was loaded again.",
			detail: `Reason: ${reason}.\nServers, clients and the capture have gone on.`,
			buttons: ['OK'],
		});
		reporting = false;
	};
	window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
		if (ending.started()) return;
		const why = `${REASONS[reason]} (${reason}, exit code ${exitCode})`;
		console.error(`Wirebench: the process of the page is gone: ${why}.`);
		// Not within the event: Chromium has not finished the end of the process then.
		setImmediate(() => {
			if (window.isDestroyed()) return;
			if (budget.take(performance.now())) {
				window.webContents.reload();
				void report(why);
			} else {
				void askToLoadAgain(window, "The process of Wirebench's page keeps ending.", `Reason: ${why}.`);
			}
		});
	});
}
