import { HOLD_BYTES } from './limits.ts';

/** A pending call of the script. */
export type Task =
	| { readonly what: 'open'; readonly peer: string; readonly local: string; readonly after?: number }
	| { readonly what: 'message'; readonly data: Uint8Array; readonly head: Uint8Array; readonly eol: Uint8Array }
	| { readonly what: 'end' }
	| { readonly what: 'timer'; readonly key: number };

/** A connection on the script's thread. */
export class ThreadConnection {
	/** Messages so far. */
	messages = 0;
	/** Bytes sent by the script that are still pending. */
	unsent = 0;
	/** The script has ended or reset it: nothing more is sent. */
	finished = false;
	/** The script exceeded a limit: it is not called for this connection any more. */
	stopped = false;
	/** Tasks that wait until fewer bytes are pending. */
	readonly waiting: Task[] = [];
	readonly timers = new Map<number, NodeJS.Timeout>();
	/** Delayed calls that must run before the answer to the peer's end is complete; undefined before that end. */
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
