/** The part of Electron's App that quitting needs. */
interface Quitting {
	on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown;
	quit(): void;
	exit(code: number): void;
}

/** How far the end of the process is. */
export interface Ending {
	/** A quit was requested: windows close without a question. */
	started(): boolean;
	/** The capture is closed: nothing holds the process any more. */
	done(): boolean;
}

/**
 * Delays the first quit request until `close` is done, so that the capture's files are complete, and then quits. When
 * closing fails, reports it through `report` and exits with code 1.
 */
export function closeBeforeQuit(app: Quitting, close: () => Promise<void>, report: (error: unknown) => void): Ending {
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
	return { started: () => state !== 'running', done: () => state === 'closed' };
}
