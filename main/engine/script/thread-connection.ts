import { HOLD_BYTES } from './limits.ts';

/** What the script is still to be called for. */
export type Task =
	| { readonly what: 'open'; readonly peer: string; readonly local: string; readonly after?: number }
	| { readonly what: 'message'; readonly data: Uint8Array; readonly head: Uint8Array; readonly eol: Uint8Array }
	| { readonly what: 'end' }
	| { readonly what: 'timer'; readonly key: number };

/** A connection as the script's thread knows it. */
export class ThreadConnection {
	/** Messages so far. */
	messages = 0;
	/** Bytes that the script has sent on it, and that are still owed to the peer. */
	unsent = 0;
	/** The script has ended or reset it: nothing more is sent. */
	finished = false;
	/** The script broke a limit: it is not called for this one any more. */
	stopped = false;
	/** What waits until less is owed. */
	readonly waiting: Task[] = [];
	readonly timers = new Map<number, NodeJS.Timeout>();
	/** Delayed calls for which the answer to the peer's end waits; undefined before that end. */
	ending: Set<number> | undefined;

	get held(): boolean {
		return this.unsent > HOLD_BYTES;
	}

	cancel(key: number): void {
		clearTimeout(this.timers.get(key));
		this.timers.delete(key);
	}

	clear(): void {
		for (const timer of this.timers.values()) clearTimeout(timer);
		this.timers.clear();
		this.waiting.length = 0;
	}
}
