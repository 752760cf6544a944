import { NO_BYTES } from '../../../../common/framing/index.ts';
import type { After } from '../../core/outlet.ts';
import { callFailure } from '../../native/failure.ts';
import { BATCH } from './batch.ts';
import type { BulkSocket } from './bulk-socket.ts';
import type { BulkCalls } from './calls.ts';
import { OutMessages } from './messages.ts';

export interface Outgoing {
	readonly bytes: Uint8Array;
	/** The destination; an empty address: the one that the socket is connected to. */
	readonly port: number;
	readonly address: string;
	readonly after: After;
}

/** A place for a datagram that waits, used again for others: nothing is allocated for each. */
type Waiting = { -readonly [Key in keyof Outgoing]: Outgoing[Key] };

const NOBODY: After = () => undefined;

function places(): Waiting[] {
	return Array.from({ length: BATCH }, () => ({ bytes: NO_BYTES, port: 0, address: '', after: NOBODY }));
}

/** What it uses of the system. */
type Sender = Pick<BulkCalls, 'send' | 'addressOf'>;

/** The socket whose datagrams wait. */
interface Owner {
	readonly bulk: Pick<BulkSocket, 'descriptor'>;
	/**
	 * The system has no room for these now, or has stopped in the middle of the batch without a reason (`short`). Their places
	 * are used again as soon as it returns.
	 */
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
	#waiting = places();
	#count = 0;
	/** Those of the last batch, whose callbacks have run. */
	#spare: Waiting[] | undefined;
	#scheduled = false;

	constructor(calls: Sender) {
		this.#calls = calls;
		this.#messages = new OutMessages(calls);
	}

	/** `to`: the address in the system's form, without its port; undefined for a connected socket. */
	put(owner: Owner, to: Uint32Array | undefined, bytes: Uint8Array, port: number, address: string, after: After): void {
		// A callback of those before may have sent for another socket.
		while (this.#count > 0 && (this.#owner !== owner || this.#count === BATCH)) this.#flush();
		this.#owner = owner;
		this.#messages.write(this.#count, bytes, to, port);
		const place = this.#waiting[this.#count];
		if (place === undefined) throw new Error('A batch has a place for each datagram.');
		place.bytes = bytes;
		place.port = port;
		place.address = address;
		place.after = after;
		this.#count++;
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
		const count = this.#count;
		if (owner === undefined || count === 0) return;
		// A callback may send again.
		this.#waiting = this.#spare ?? places();
		this.#spare = undefined;
		this.#count = 0;
		this.#owner = undefined;
		const { descriptor } = owner.bulk;
		let failures: Map<number, Error> | undefined;
		let short = false;
		let at = 0;
		while (at < count && !short) {
			const sent = this.#calls.send(descriptor, this.#messages.from(at), count - at);
			if (sent === -EAGAIN || sent === -ENOBUFS) break;
			if (sent > 0) {
				at += sent;
				short = at < count;
			} else {
				failures ??= new Map();
				failures.set(at, callFailure('send', -sent));
				at++;
			}
		}
		if (at < count) owner.takeBack(all.slice(at, count), short);
		for (let n = 0; n < at; n++) all[n]?.after(failures?.get(n) ?? null);
		for (let n = 0; n < count; n++) {
			const place = all[n];
			if (place === undefined) break;
			place.bytes = NO_BYTES;
			place.after = NOBODY;
		}
		this.#spare = all;
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
