import { hurryOutputs } from './console.ts';
import { EXIT } from './exit-codes.ts';

/** Signals that ask a command to stop. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Milliseconds in which further signals count as the same request: one Ctrl+C in a terminal reaches a program twice
 * when npm runs it, from the terminal and from npm.
 */
const SAME_REQUEST_MS = 1000;

let requested: Promise<void> | undefined;

/**
 * Resolves at the first stop signal; from then on no output waits for a blocked reader. A later one, when stopping
 * takes too long, ends the process at once with `EXIT.interrupted`.
 */
export function stopRequested(): Promise<void> {
	requested ??= new Promise((resolve) => {
		let first: number | undefined;
		const onSignal = (): void => {
			const now = performance.now();
			if (first === undefined) {
				first = now;
				hurryOutputs();
				resolve();
			} else if (now - first > SAME_REQUEST_MS) {
				process.exit(EXIT.interrupted);
			}
		};
		for (const signal of STOP_SIGNALS) process.on(signal, onSignal);
	});
	return requested;
}
