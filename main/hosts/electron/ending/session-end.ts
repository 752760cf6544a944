import { app, type BrowserWindow, powerMonitor } from 'electron';
import type { Ending } from './quit.ts';
import { type Counted, storeRest } from './wait-until-stored.ts';

/**
 * Windows ends a session (logoff, shutdown, restart) without `before-quit`. It asks each window first: the answer
 * delays the end until this process has closed its capture and ended by itself. An end that cannot be delayed (critical,
 * or the person has forced it) only lets the writer finish: such a capture opens complete, as after a kill.
 */
export function endWithSession(window: BrowserWindow, ending: Ending, capture: Counted): void {
	if (process.platform !== 'win32') return;
	window.on('query-session-end', (event) => {
		if (ending.done()) return;
		event.preventDefault();
		app.quit();
	});
	window.on('session-end', () => storeRest(ending, capture));
}

/**
 * Lets the writer finish in an end that nothing can delay: Electron exits without `before-quit` when it loses the display
 * server or the session's bus, as a logout on Linux may cause (shell/browser/electron_browser_main_parts.cc).
 */
export function endWithDisplay(ending: Ending, capture: Counted): void {
	app.on('quit', () => storeRest(ending, capture));
}

/** Linux (logind) and macOS ask the application before they shut down, and wait while it ends. */
export function endWithSystem(): void {
	if (process.platform !== 'linux' && process.platform !== 'darwin') return;
	// Electron's declaration leaves the event out; its documentation and its sources pass one.
	const end = (...[event]: readonly Electron.Event[]) => {
		event?.preventDefault();
		app.quit();
	};
	powerMonitor.on('shutdown', end);
	// The first listener of all only creates Electron's monitor. On Linux the monitor asks logind to wait when a listener
	// of `shutdown` is added after that, and emits the event only then (lib/browser/api/power-monitor.ts).
	powerMonitor.off('shutdown', end);
	powerMonitor.on('shutdown', end);
}
