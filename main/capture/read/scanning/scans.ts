import type { ErrorInfo } from '../../../../common/contract/base/errors.ts';
import type { TopicRun } from '../../../../common/rpc/types.ts';
import { asInfo } from '../../segments/errors.ts';

/** Maximum wait of queries for work in slices, in ms. */
export const SLICE_MS = 6;
/** About thirty times a second. */
const TELL_MS = 33;

/** Work on a capture that continues while it has followers. */
export interface Scan<State> {
	/** There are events to process now. */
	readonly waits: boolean;
	/** Works for some milliseconds, no longer than a query may wait. Throws the errors of reading. */
	step(): void;
	/** Reading failed: the scan ends. */
	fail(error: ErrorInfo): void;
	/** Its progress. */
	readonly state: State;
}

interface Running<State, S> {
	readonly scan: S;
	readonly listeners: Set<(state: State) => void>;
	/** When `state` was last emitted; `performance.now()`. */
	emitted: number;
}

/**
 * The followed scans of one kind, by key: followers of the same key share one. They work in slices between which the
 * thread answers queries, and emit their progress at most about thirty times a second, and at the end.
 */
export class Scans<State, S extends Scan<State>> {
	readonly #running = new Map<string, Running<State, S>>();
	#scheduled = false;

	get(key: string): S | undefined {
		return this.#running.get(key)?.scan;
	}

	all(): S[] {
		return [...this.#running.values()].map(({ scan }) => scan);
	}

	/** `make` is called for a key without followers. */
	follow(key: string, make: () => S, listener: (state: State) => void): TopicRun<State> {
		const running = this.#running.get(key) ?? { scan: make(), listeners: new Set(), emitted: Number.NEGATIVE_INFINITY };
		this.#running.set(key, running);
		running.listeners.add(listener);
		this.wake();
		return {
			snapshot: running.scan.state,
			dispose: () => {
				running.listeners.delete(listener);
				if (running.listeners.size === 0) this.#running.delete(key);
			},
		};
	}

	/** Call it when a scan may have new events to process. */
	wake(): void {
		if (this.#scheduled || !this.all().some(({ waits }) => waits)) return;
		this.#scheduled = true;
		// Slices are queued after the thread's messages, so that a query never waits for a whole scan.
		setImmediate(() => {
			this.#scheduled = false;
			for (const running of this.#running.values()) if (running.scan.waits) this.#slice(running);
			this.wake();
		});
	}

	/** Emits the state of a scan that was changed from outside, or of all. */
	emit(changed?: S): void {
		for (const running of this.#running.values()) {
			if (changed === undefined || running.scan === changed) this.#emit(running);
		}
		this.wake();
	}

	#slice(running: Running<State, S>): void {
		const { scan, emitted } = running;
		try {
			scan.step();
		} catch (error) {
			scan.fail(asInfo(error));
		}
		if (!scan.waits || performance.now() - emitted >= TELL_MS) this.#emit(running);
	}

	#emit(running: Running<State, S>): void {
		running.emitted = performance.now();
		const { state } = running.scan;
		for (const listener of [...running.listeners]) listener(state);
	}
}
