import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Changes } from './changes.ts';
import type { StepFailure } from './step-failure.ts';

/** What is waited for. */
export interface Awaited<T> {
	/** Ends the wait. */
	readonly signal: AbortSignal;
	/** Looks again after each change of these. */
	readonly changes: Changes;
	readonly withinMs: number;
	/** Returns what was waited for; undefined: not yet. */
	readonly look: () => Promise<T | undefined> | T | undefined;
	/** What the last look has found that is good enough when the time is over. */
	readonly atLast?: () => T | undefined;
	/** Creates the error to throw when the time is over. */
	readonly late: () => StepFailure;
	/** Ends a running look, which rejects. */
	readonly interrupt?: () => void;
}

/** Waits until `look` returns something, for `withinMs` at most. */
export async function within<T>({ signal, changes, withinMs, look, atLast, late, interrupt }: Awaited<T>): Promise<T> {
	let expired = false;
	let turn: NodeJS.Immediate | undefined;
	const timer = setTimeout(() => {
		// Timers come first in a turn of the loop: what has arrived while it was busy is read before this.
		turn = setImmediate(() => {
			expired = true;
			stop();
		});
	}, withinMs);
	const stop = (): void => {
		interrupt?.();
		changes.wake();
	};
	signal.addEventListener('abort', stop);
	try {
		for (;;) {
			signal.throwIfAborted();
			const changed = changes.changed();
			const found = (await look()) ?? (expired ? atLast?.() : undefined);
			if (found !== undefined) return found;
			if (expired) throw late();
			await changed;
		}
	} catch (error) {
		signal.throwIfAborted();
		throw expired && isInterrupted(error) ? late() : error;
	} finally {
		clearTimeout(timer);
		clearImmediate(turn);
		signal.removeEventListener('abort', stop);
	}
}

function isInterrupted(error: unknown): boolean {
	return error instanceof WirebenchError && error.code === 'closed';
}
