import { sliceEnd } from '../../rules/loop-budget.ts';
import type { BulkSocket } from './bulk-socket.ts';
import type { BulkCalls } from './calls.ts';
import { BATCH, Inbox } from './messages.ts';

/**
 * Bytes read before the loop runs what the datagrams have caused: replies are in flight until then, and a peer may
 * have 4 MiB of them. A batch of large ones is small.
 */
const ENOUGH_BYTES = 1024 * 1024;
const LARGE_BATCH = 16;
/** Number of Node's datagrams that are not followed by a look for more, after looks without success. */
const MOST_SKIPPED = 31;

/** Receives the datagrams of a batch. */
export interface Drained {
	/** The `n`th datagram of the batch. */
	datagram(batch: Inbox, n: number): void;
	/** Whether the rest is not wanted any more. */
	readonly closed: boolean;
}

/** The structures of the process: a batch is handled before the next one is read. */
interface Inboxes {
	readonly 4: Inbox;
	readonly 6: Inbox;
}

const inboxes = new WeakMap<BulkCalls, Inboxes>();

function sharedInbox(calls: BulkCalls, family: 4 | 6): Inbox {
	const known = inboxes.get(calls);
	if (known !== undefined) return known[family];
	const data = Inbox.space();
	const both = { 4: new Inbox(calls, 4, data), 6: new Inbox(calls, 6, data) };
	inboxes.set(calls, both);
	return both[family];
}

/**
 * Reads what waits behind a datagram that node:dgram has read: one call for many. Node keeps the socket and wakes us, and
 * reads the next datagram after us, so the order is kept.
 */
export class Drain {
	readonly #bulk: BulkSocket;
	readonly #inbox: Inbox;
	#most = BATCH;
	#more = false;
	/** Datagrams of Node until the next look for more, and how many are skipped after it if there are none. */
	#skip = 0;
	#skipNext = 1;

	constructor(bulk: BulkSocket) {
		this.#bulk = bulk;
		this.#inbox = sharedInbox(bulk.calls, bulk.family);
	}

	/** After a datagram of Node: hands over those behind it, within the budget of a turn of the loop. Cheap where none wait. */
	after(to: Drained): void {
		if (to.closed) return;
		if (this.#skip > 0) {
			this.#skip--;
			return;
		}
		let bytes = this.#batch(to);
		if (bytes === undefined) {
			this.#skip = this.#skipNext;
			this.#skipNext = Math.min(MOST_SKIPPED, this.#skipNext * 2);
			return;
		}
		this.#skipNext = 1;
		const until = sliceEnd();
		while (this.#more && bytes < ENOUGH_BYTES && !to.closed && performance.now() < until) {
			bytes += this.#batch(to) ?? 0;
		}
	}

	/** One call; returns the number of bytes, or undefined if nothing waited. */
	#batch(to: Drained): number | undefined {
		const most = this.#most;
		const count = this.#receive(most);
		// A short batch was the last one, or an error follows, which the next call reports: that of Node.
		this.#more = count === most;
		if (count === 0) return undefined;
		let bytes = 0;
		for (let n = 0; n < count && !to.closed; n++) {
			bytes += this.#inbox.length(n);
			to.datagram(this.#inbox, n);
		}
		this.#most = bytes > ENOUGH_BYTES / 4 ? LARGE_BATCH : BATCH;
		return bytes;
	}

	#receive(most: number): number {
		const { calls, descriptor, socket } = this.#bulk;
		try {
			return calls.receive(descriptor, this.#inbox.headers, most);
		} catch (error) {
			// As node:dgram reports an error of its own call: a refusal of an earlier datagram.
			socket.emit('error', error);
			return 0;
		}
	}
}
