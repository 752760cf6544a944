import type { Socket } from 'node:dgram';
import { sliceEnd } from '../../rules/loop-budget.ts';
import { type BulkCalls, bulkCalls } from './calls.ts';
import { releaseDescriptor, takeDescriptor } from './descriptor.ts';
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

/** The structures of a process: a batch is handled before the next one is read. */
interface Boxes {
	readonly calls: BulkCalls;
	readonly 4: Inbox;
	readonly 6: Inbox;
}

let boxes: Boxes | undefined;

function sharedBoxes(): Boxes | undefined {
	const calls = bulkCalls();
	if (boxes !== undefined || calls === undefined) return boxes;
	const data = Inbox.space();
	boxes = { calls, 4: new Inbox(calls, 4, data), 6: new Inbox(calls, 6, data) };
	return boxes;
}

/**
 * Reads what waits behind a datagram that node:dgram has read: one call for many. Node keeps the socket and wakes us, and
 * reads the next datagram after us, so the order is kept.
 */
export class Drain {
	readonly #socket: Socket;
	readonly #descriptor: number;
	readonly #calls: BulkCalls;
	readonly #inbox: Inbox;
	#most = BATCH;
	#more = false;
	/** Datagrams of Node until the next look for more, and how many are skipped after it if there are none. */
	#skip = 0;
	#skipNext = 1;

	/** For a bound socket; undefined where this machine has no such calls, or its number is not certain. */
	static of(socket: Socket, family: 4 | 6): Drain | undefined {
		const shared = sharedBoxes();
		if (shared === undefined) return undefined;
		const descriptor = takeDescriptor(socket.address(), shared.calls);
		return descriptor === undefined ? undefined : new Drain(socket, descriptor, shared.calls, shared[family]);
	}

	private constructor(socket: Socket, descriptor: number, calls: BulkCalls, inbox: Inbox) {
		this.#socket = socket;
		this.#descriptor = descriptor;
		this.#calls = calls;
		this.#inbox = inbox;
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

	/** Before the socket is closed. */
	release(): void {
		releaseDescriptor(this.#descriptor);
	}

	#receive(most: number): number {
		try {
			return this.#calls.receive(this.#descriptor, this.#inbox.headers, most);
		} catch (error) {
			// As node:dgram reports an error of its own call: a refusal of an earlier datagram.
			this.#socket.emit('error', error);
			return 0;
		}
	}
}
