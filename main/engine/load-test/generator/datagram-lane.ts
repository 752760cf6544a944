import type { DatagramTarget } from '../../core/context.ts';
import type { Lane, LaneOwner } from './lane.ts';
import type { Messages } from './messages.ts';

/** As many as leave with one call, and as a receiver in this process reads with one: its system buffer does not fill up. */
const BURST = 64;
/** Maximum datagrams queued for the system, where it does not take them at once. */
const SLOTS = 256;

/** Datagrams to one peer. They are recorded when the system has taken them, in order. */
export class DatagramLane implements Lane {
	readonly #target: DatagramTarget;
	readonly #messages: Messages;
	readonly #owner: LaneOwner;
	/** Ring of buffers: one is free again when the system has taken its contents. */
	readonly #buffers: Uint8Array[];
	/** Waiting datagrams, at the same indexes. */
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
		// Each datagram is sent by itself.
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
