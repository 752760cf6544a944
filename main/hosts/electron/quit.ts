/** The part of Electron's App that quitting needs. */
interface Quitting {
	on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown;
	quit(): void;
	exit(code: number): void;
}

/**
 * Delays the first quit request until `close` is done, so that the capture's files are complete, and then quits. When
 * closing fails, reports it through `report` and exits with code 1.
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
