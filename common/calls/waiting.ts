import type { CallEvent } from './call.ts';
import { type ConnectionBook, isConnected, LISTENER, socketOf } from './connections.ts';
import { hasDatagrams } from './listening.ts';
import type { SocketFacts } from './socket-facts.ts';

/** A call in which a program would wait. */
interface WaitsIn {
	readonly name: 'accept' | 'recv' | 'recvfrom';
	readonly on: string;
	/** Position of the event after which it waits. */
	readonly n: number;
	/** The wall clock of that event, nanoseconds since 1970. */
	readonly since: bigint;
}

/**
 * The calls in which a program with a thread for each connection would wait after the last event: a listener in `accept`, each connection in `recv`
 * since its last event. Nothing waits on a connection whose peer has ended its side.
 */
export class WaitingCalls {
	/** By connection; 0 for the socket of the endpoint itself. */
	readonly #waits = new Map<number, WaitsIn>();

	get count(): number {
		return this.#waits.size;
	}

	/** The first few: that of the endpoint itself, then in the order in which the connections opened. */
	first(most: number): WaitsIn[] {
		const own = this.#waits.get(0);
		const others = [...take(this.#waits, most)].flatMap(([id, wait]) => (id === 0 ? [] : [wait]));
		return [...(own === undefined ? [] : [own]), ...others].slice(0, most);
	}

	/** `book` has learned the event. */
	take(event: CallEvent, sockets: SocketFacts, book: ConnectionBook): void {
		const { connection, kind, direction, n, time: since } = event;
		if (kind === 'note') return;
		const name = hasDatagrams(sockets) ? 'recvfrom' : 'accept';
		if (connection === 0) {
			// A listener that starts again has new connections.
			if (kind === 'listening') this.#waits.clear();
			if (kind === 'listening') this.#waits.set(0, { name, on: LISTENER, n, since });
			else if (kind === 'error') this.#waits.delete(0);
			return;
		}
		const facts = book.of(connection, sockets);
		const isOwn = isConnected(facts, sockets);
		if (isOwn && (kind === 'close' || kind === 'reset' || (kind === 'end' && direction === 'in'))) {
			this.#waits.delete(connection);
			return;
		}
		const own: WaitsIn = { name: isOwn ? 'recv' : 'recvfrom', on: socketOf(connection, facts, sockets), n, since };
		if (!isOwn) {
			if (kind === 'data') this.#waits.set(0, own);
			return;
		}
		if (hasDatagrams(sockets) && own.on === LISTENER) this.#waits.delete(0);
		if (kind === 'open' && facts.accepted && this.#waits.has(0)) {
			this.#waits.set(0, { name: 'accept', on: LISTENER, n, since });
		}
		if (kind === 'open' || this.#waits.has(connection)) this.#waits.set(connection, own);
	}
}

function* take<T>(all: Iterable<T>, most: number): Generator<T> {
	let left = most;
	for (const one of all) {
		if (left-- <= 0) return;
		yield one;
	}
}
