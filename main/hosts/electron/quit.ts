/** Of Electron's App, what quitting needs. */
interface Quitting {
	on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown;
	quit(): void;
	exit(code: number): void;
}

/**
 * Holds the first request to quit back until `close` is done, so that the capture's files are whole, and then
 * quits. When closing fails, says so through `report` and exits with code 1.
 */
export function closeBeforeQuit(app: Quitting, close: () => Promise<void>, report: (error: unknown) => void): void {
	let state: 'running' | 'closing' | 'closed' = 'running';
	app.on('before-quit', (event) => {
		if (state === 'closed') return;
		event.preventDefault();
		if (state === 'closing') return;
		state = 'closing';
		close().then(
			() => {
				state = 'closed';
				app.quit();
			},
			(error: unknown) => {
				report(error);
				app.exit(1);
			},
		);
	});
}
