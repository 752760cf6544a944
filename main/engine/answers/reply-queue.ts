import { sliceEnd } from '../rules/loop-budget.ts';

interface Entry {
	readonly due: number;
	readonly bytes: number;
	readonly run: () => void | Promise<void>;
}

/**
 * The pending replies of a connection, in order: each is due its delay after its message was received, and not before
 * the previous one has completed. One timer, for the first. Many due at once are spread over several turns of the loop,
 * so that other sockets are served.
 */
export class ReplyQueue {
	/** Message bytes held for pending replies. */
	heldBytes = 0;
	#entries: Entry[] = [];
	/** Index of the first entry: cheaper than shifting the array. */
	#first = 0;
	#timer: NodeJS.Timeout | undefined;
	/** Replaces the timer where the first is due already. */
	#turn: NodeJS.Immediate | undefined;
	/** The running asynchronous reply; another object after a clear. */
	#giving: object | undefined;
	readonly #afterRun: () => void;

	/** `afterRun` is called each time entries have run. */
	constructor(afterRun: () => void) {
		this.#afterRun = afterRun;
	}

	get length(): number {
		return this.#entries.length - this.#first + (this.#giving === undefined ? 0 : 1);
	}

	/** `bytes`: memory held by the entry. A promise of `run` must not reject; later entries wait for it. */
	push(delayMs: number, bytes: number, run: () => void | Promise<void>): void {
		const due = Math.max(performance.now() + delayMs, this.#entries.at(-1)?.due ?? 0);
		this.#entries.push({ due, bytes, run });
		this.heldBytes += bytes;
		if (this.length === 1) this.#arm(due);
	}

	/** For the running entry: `run` takes its place, due at a time of `performance.now`. */
	putBack(due: number, bytes: number, run: () => void | Promise<void>): void {
		if (this.#first === 0) this.#entries.unshift({ due, bytes, run });
		else this.#entries[--this.#first] = { due, bytes, run };
		this.heldBytes += bytes;
	}

	/** Limits the remaining wait of all entries. */
	hurry(delayMs: number): void {
		const latest = performance.now() + delayMs;
		this.#entries = this.#entries.slice(this.#first).map((entry) => ({ ...entry, due: Math.min(entry.due, latest) }));
		this.#first = 0;
		const [first] = this.#entries;
		if (first !== undefined) this.#arm(first.due);
	}

	clear(): void {
		this.#disarm();
		this.#entries = [];
		this.#first = 0;
		this.#giving = undefined;
		this.heldBytes = 0;
	}

	#arm(due: number): void {
		this.#disarm();
		const delayMs = due - performance.now();
		if (delayMs > 0) this.#timer = setTimeout(() => this.#run(), delayMs);
		else this.#turn = setImmediate(() => this.#run());
	}

	#disarm(): void {
		clearTimeout(this.#timer);
		clearImmediate(this.#turn);
	}

	#run(): void {
		// A timer may fire a fraction of a millisecond before its time.
		const now = performance.now() + 1;
		const until = sliceEnd();
		for (
			let entry = this.#entries[this.#first];
			entry !== undefined && entry.due <= now;
			entry = this.#entries[this.#first]
		) {
			this.#first++;
			this.heldBytes -= entry.bytes;
			const giving = entry.run();
			if (giving !== undefined) {
				this.#wait(giving);
				return;
			}
			if (performance.now() > until) break;
		}
		const next = this.#entries[this.#first];
		if (next === undefined) this.clear();
		else {
			if (this.#first > 1024) {
				this.#entries = this.#entries.slice(this.#first);
				this.#first = 0;
			}
			this.#arm(next.due);
		}
		this.#afterRun();
	}

	#wait(given: Promise<void>): void {
		const giving = {};
		this.#giving = giving;
		void given.then(() => {
			if (this.#giving !== giving) return;
			this.#giving = undefined;
			this.#run();
		});
	}
}
