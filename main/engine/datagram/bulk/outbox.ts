import type { After } from '../../core/outlet.ts';
import { callFailure } from '../../native/failure.ts';
import type { BulkSocket } from './bulk-socket.ts';
import type { BulkCalls } from './calls.ts';
import { BATCH, OutMessages } from './messages.ts';

export interface Outgoing {
	readonly bytes: Uint8Array;
	/** The destination; an empty address: the one that the socket is connected to. */
	readonly port: number;
	readonly address: string;
	readonly after: After;
}

/** What it uses of the system. */
type Sender = Pick<BulkCalls, 'send' | 'addressOf'>;

/** The socket whose datagrams wait. */
interface Owner {
	readonly bulk: Pick<BulkSocket, 'descriptor'>;
	/** The system has no room for these now, or has stopped in the middle of the batch without a reason (`short`). */
	takeBack(rest: readonly Outgoing[], short: boolean): void;
}

/** `errno` of Linux where a later attempt works. */
const EAGAIN = 11;
const ENOBUFS = 105;

/** Datagrams that wait for the end of the turn, of one socket at a time: at most a batch. */
export class Outbox {
	readonly #calls: Sender;
	readonly #messages: OutMessages;
	#owner: Owner | undefined;
	#waiting: Outgoing[] = [];
	#scheduled = false;

	constructor(calls: Sender) {
		this.#calls = calls;
		this.#messages = new OutMessages(calls);
	}

	/** `to`: the address in the system's form, without its port; undefined for a connected socket. */
	put(owner: Owner, one: Outgoing, to: Uint32Array | undefined): void {
		// A callback of those before may have sent for another socket.
		while (this.#waiting.length > 0 && (this.#owner !== owner || this.#waiting.length === BATCH)) this.#flush();
		this.#owner = owner;
		this.#messages.write(this.#waiting.length, one.bytes, to, one.port);
		this.#waiting.push(one);
		if (this.#scheduled) return;
		this.#scheduled = true;
		queueMicrotask(this.#onTurnEnd);
	}

	flushOf(owner: Owner): void {
		if (this.#owner === owner) this.#flush();
	}

	readonly #onTurnEnd = (): void => {
		this.#scheduled = false;
		this.#flush();
	};

	#flush(): void {
		const owner = this.#owner;
		const all = this.#waiting;
		if (owner === undefined || all.length === 0) return;
		// A callback may send again.
		this.#waiting = [];
		this.#owner = undefined;
		const { descriptor } = owner.bulk;
		let failures: Map<number, Error> | undefined;
		let short = false;
		let at = 0;
		while (at < all.length && !short) {
			const sent = this.#calls.send(descriptor, this.#messages.from(at), all.length - at);
			if (sent === -EAGAIN || sent === -ENOBUFS) break;
			if (sent > 0) {
				at += sent;
				short = at < all.length;
			} else {
				failures ??= new Map();
				failures.set(at, callFailure('send', -sent));
				at++;
			}
		}
		if (at < all.length) owner.takeBack(all.slice(at), short);
		for (let n = 0; n < at; n++) all[n]?.after(failures?.get(n) ?? null);
	}
}

const outboxes = new WeakMap<BulkCalls, Outbox>();

/** One for all sockets of the process. */
export function sharedOutbox(calls: BulkCalls): Outbox {
	const known = outboxes.get(calls);
	if (known !== undefined) return known;
	const outbox = new Outbox(calls);
	outboxes.set(calls, outbox);
	return outbox;
}
