import type { After, Outlet } from '../../core/outlet.ts';
import { destinationWords } from './address.ts';
import type { BulkSocket } from './bulk-socket.ts';
import { SLOT_BYTES } from './messages.ts';
import { type Outbox, type Outgoing, sharedOutbox } from './outbox.ts';

/**
 * Datagrams that node:dgram sends after a short batch. The system has lost the error that ended it (sendmmsg(2), BUGS):
 * one by one, each refusal is reported.
 */
const ONE_BY_ONE = 1024;
/** Most remembered addresses. */
const DESTINATIONS = 65_536;

/**
 * Datagrams of one turn leave with one call. In order: one that node:dgram has not sent yet holds back all later ones. The
 * bytes are copied, and `after` is never called during the `send` of its datagram.
 */
export class BulkOutlet implements Outlet {
	readonly bulk: BulkSocket;
	readonly #outbox: Outbox;
	readonly #destinations = new Map<string, Uint32Array>();
	/** Number of datagrams that node:dgram has not reported as sent. */
	#plain = 0;
	#oneByOne = 0;

	constructor(bulk: BulkSocket) {
		this.bulk = bulk;
		this.#outbox = sharedOutbox(bulk.calls);
	}

	send(bytes: Uint8Array, after: After): void;
	send(bytes: Uint8Array, port: number, address: string, after: After): void;
	send(bytes: Uint8Array, first: After | number, to = '', last?: After): void {
		if (typeof first === 'function') this.#send(bytes, 0, '', first);
		else if (last !== undefined) this.#send(bytes, first, to, last);
	}

	#send(bytes: Uint8Array, port: number, address: string, after: After): void {
		const words = address === '' ? undefined : this.#wordsOf(address);
		const known = address === '' || words !== undefined;
		if (!known || this.#plain > 0 || this.#oneByOne > 0 || bytes.length > SLOT_BYTES) {
			this.flush();
			this.#sendPlain({ bytes, port, address, after });
		} else this.#outbox.put(this, words, bytes, port, address, after);
	}

	/** Sends what waits for the end of the turn: before the socket is closed, or is connected or disconnected. */
	flush(): void {
		this.#outbox.flushOf(this);
	}

	/** The rest of a batch. `short`: the system stopped in the middle of it. */
	takeBack(rest: readonly Outgoing[], short: boolean): void {
		if (short) this.#oneByOne = ONE_BY_ONE;
		for (const one of rest) this.#sendPlain(one);
	}

	#sendPlain({ bytes, port, address, after }: Outgoing): void {
		this.#plain++;
		if (this.#oneByOne > 0) this.#oneByOne--;
		const done: After = (error) => {
			this.#plain--;
			after(error);
		};
		const { socket } = this.bulk;
		if (address === '') socket.send(bytes, done);
		else socket.send(bytes, port, address, done);
	}

	#wordsOf(address: string): Uint32Array | undefined {
		const known = this.#destinations.get(address);
		if (known !== undefined) return known;
		if (this.#destinations.size >= DESTINATIONS) this.#destinations.clear();
		const words = destinationWords(address, this.bulk.family);
		if (words !== undefined) this.#destinations.set(address, words);
		return words;
	}
}
