import type { DatagramTarget } from '../../core/context.ts';
import type { Lane, LaneOwner } from './lane.ts';
import type { Messages } from './messages.ts';

/**
 * As many as libuv reads from a socket in one turn of the loop: a receiver in this process gets its turn as often as it
 * needs. With more in a row its buffer in the system would fill up.
 */
const BURST = 32;
/** Datagrams that may wait for the system, where it does not take them at once. */
const SLOTS = 256;

/** Datagrams of one peer. They are recorded when the system has taken them, in their order. */
export class DatagramLane implements Lane {
	readonly #target: DatagramTarget;
	readonly #messages: Messages;
	readonly #owner: LaneOwner;
	/** Buffers, used in turn: one is free again when the system has taken what is in it. */
	readonly #buffers: Uint8Array[];
	/** What waits, at the same places. */
	readonly #waiting: Uint8Array[];
	#put = 0;
	#done = 0;

	constructor(target: DatagramTarget, messages: Messages, owner: LaneOwner) {
		this.#target = target;
		this.#messages = messages;
		this.#owner = owner;
		this.#buffers = Array.from({ length: SLOTS }, () => messages.prepare());
		this.#waiting = [...this.#buffers];
	}

	get room(): number {
		return Math.min(BURST, SLOTS - this.waiting);
	}

	get waiting(): number {
		return this.#put - this.#done;
	}

	put(number: number): void {
		const slot = this.#put % SLOTS;
		const bytes = this.#messages.write(this.#buffers[slot] ?? this.#messages.prepare(), number);
		this.#waiting[slot] = bytes;
		this.#put++;
		this.#target.hand(bytes, this.#handed);
	}

	flush(): void {
		// Each has left by itself.
	}

	/** One function for all of them: the system takes them in order. */
	readonly #handed = (error: Error | null): void => {
		const bytes = this.#waiting[this.#done % SLOTS];
		this.#done++;
		if (bytes === undefined) return;
		this.#target.handed(bytes, error);
		if (error) this.#owner.refused(error);
		else this.#owner.taken(1, bytes.length);
		if (this.#done === this.#put) this.#owner.room();
	};
}
