import { callFailure } from '../../native/failure.ts';
import { sliceEnd } from '../../rules/loop-budget.ts';
import { BATCH, type Batch, batchAfter, ENOUGH_BYTES, QUEUED_BYTES } from './batch.ts';
import type { BulkSocket } from './bulk-socket.ts';
import { sharedInbox } from './inboxes.ts';
import type { Inbox } from './messages.ts';

/** Number of Node's datagrams that are not followed by a look for more, after looks without success. */
const MOST_SKIPPED = 31;

/**
 * A flood: full batches of so many bytes within so many milliseconds, or without an end of the queue, counted with what the system adds
 * to each datagram in it. At this rate, some 130,000 small datagrams a second, 8 MiB bridge a pause of 80 ms.
 */
const FLOOD_BYTES = 2 * 1024 * 1024;
const FLOOD_MS = 20;
/**
 * A flood is reported once it lasts so many milliseconds without a pause of so many. In its first moments the code is compiled, and
 * the start of a thread would take the processor from it.
 */
const LASTING_MS = 250;
const PAUSE_MS = 5000;

/** Receives the datagrams of a batch. */
export interface Drained {
	/** A batch begins. */
	arrived(): void;
	/** The `n`th datagram of the batch. */
	datagram(batch: Batch, n: number): void;
	/** Whether the rest is not wanted any more. */
	readonly closed: boolean;
}

/**
 * Reads what waits behind a datagram that node:dgram has read: one call for many. Node keeps the socket and wakes us, and
 * reads the next datagram after us, so the order is kept.
 */
export class Drain {
	readonly #bulk: BulkSocket;
	readonly #inbox: Inbox;
	readonly #onFlood: () => void;
	#most = BATCH;
	#more = false;
	/** Datagrams of Node until the next look for more, and how many are skipped after it if there are none. */
	#skip = 0;
	#skipNext = 1;
	/** Datagrams of the current drain. */
	#count = 0;
	#countSince = 0;
	#countBytes = 0;
	#floodSince = 0;
	#floodSeen = Number.NEGATIVE_INFINITY;

	/** `onFlood` is called while a lasting flood leaves no room for a pause of this thread in the system's queue. */
	constructor(bulk: BulkSocket, onFlood: () => void) {
		this.#bulk = bulk;
		this.#inbox = sharedInbox(bulk.calls, bulk.family);
		this.#onFlood = onFlood;
	}

	/** After a datagram of Node: hands over those behind it, within the budget of a turn of the loop. Cheap where none wait. */
	after(to: Drained): void {
		if (to.closed) return;
		if (this.#skip > 0) {
			this.#skip--;
			return;
		}
		this.#count = 0;
		const emptied = !this.#more;
		let bytes = this.#batch(to);
		if (bytes === undefined) {
			this.#skip = this.#skipNext;
			this.#skipNext = Math.min(MOST_SKIPPED, this.#skipNext * 2);
			return;
		}
		this.#skipNext = 1;
		if (!this.#more) return;
		const until = sliceEnd();
		let now = performance.now();
		while (this.#more && bytes < ENOUGH_BYTES && !to.closed && now < until) {
			bytes += this.#batch(to) ?? 0;
			now = performance.now();
		}
		this.#measure(now, bytes, emptied);
	}

	#measure(now: number, bytes: number, emptied: boolean): void {
		if (emptied && now - this.#countSince > FLOOD_MS) {
			this.#countSince = now;
			this.#countBytes = 0;
		}
		this.#countBytes += bytes + this.#count * QUEUED_BYTES;
		if (this.#countBytes < FLOOD_BYTES) return;
		this.#countBytes = 0;
		if (now - this.#floodSeen > PAUSE_MS) this.#floodSince = now;
		this.#floodSeen = now;
		if (now - this.#floodSince >= LASTING_MS) this.#onFlood();
	}

	/** One call; returns the number of bytes, or undefined if nothing waited. */
	#batch(to: Drained): number | undefined {
		const most = this.#most;
		const count = this.#receive(most);
		// A short batch was the last one, or an error follows, which the next call reports: that of Node.
		this.#more = count === most;
		if (count === 0) return undefined;
		const { batch } = this.#inbox;
		let bytes = 0;
		to.arrived();
		for (let n = 0; n < count && !to.closed; n++) {
			bytes += batch.length(n);
			to.datagram(batch, n);
		}
		this.#count += count;
		this.#most = batchAfter(bytes);
		return bytes;
	}

	#receive(most: number): number {
		const { calls, descriptor, socket } = this.#bulk;
		const count = calls.receive(descriptor, this.#inbox.headers, most);
		if (count >= 0) return count;
		// As node:dgram reports an error of its own call: a refusal of an earlier datagram.
		socket.emit('error', callFailure('recvmmsg', -count));
		return 0;
	}
}
