import { isDatagram } from '../endpoints/shared/roles.ts';
import { eventTexts } from '../words/en/sentences/events.ts';
import type { CallEvent, Place } from './call.ts';
import { LargeSends, type SentPart } from './large-sends.ts';
import { type Ends, readEnds } from './places.ts';
import type { SocketFacts } from './socket-facts.ts';

/** Connections that are remembered: some 40 MiB of them. Of the others, the kind of the endpoint decides. */
const MOST = 200_000;

/** What the events of a connection say about it. Events are compared by their positions, so that any part of a capture can be derived again. */
export interface ConnectionFacts extends Ends {
	/** The peer opened it. */
	readonly accepted: boolean;
	/** The event whose call closed the socket, before the `close` event. */
	readonly closedBy?: number | undefined;
}

/** Learns about connections from events, which it sees once each and in order. */
export class ConnectionBook {
	readonly #known = new Map<number, ConnectionFacts>();
	/** Addresses that failed since the last error of an endpoint itself: that error sums them up. */
	#failures = 0;
	readonly #summaries = new Set<number>();
	readonly #largeSends = new LargeSends();

	learn(event: CallEvent): void {
		const { connection, kind, direction, text, n } = event;
		if (connection === 0) {
			if (kind === 'note' && isFailedAttempt(text)) this.#failures++;
			else if (kind === 'error' || kind === 'listening') {
				if (kind === 'error' && this.#failures > 0) this.#summaries.add(n);
				this.#failures = 0;
			}
			return;
		}
		if (kind === 'data') {
			if (direction === 'out') this.#largeSends.learn(event);
			return;
		}
		if (kind === 'close' || kind === 'reset') this.#largeSends.forget(connection);
		if (kind === 'open') {
			this.#failures = 0;
			const opened = direction === 'out';
			if (this.#known.size >= MOST) this.#known.clear();
			this.#known.set(connection, { accepted: !opened, ...readEnds(text, opened) });
		} else if (direction === 'out' && (kind === 'reset' || (kind === 'end' && text === eventTexts.weClosed))) {
			const known = this.#known.get(connection);
			if (known !== undefined) this.#known.set(connection, { ...known, closedBy: n });
		}
	}

	/** Without its `open` event: as the kind of its endpoint has them. */
	of(connection: number, { kind }: SocketFacts): ConnectionFacts {
		return this.#known.get(connection) ?? { accepted: kind !== 'tcp-client' && kind !== 'unix-client' };
	}

	/** What an event of sent data is of a larger message, on a stream; undefined for a message that was sent at once. */
	partOf(event: CallEvent): SentPart | undefined {
		return this.#largeSends.of(event);
	}

	/** Whether the error of an endpoint only sums up attempts that have events of their own. */
	sumsUp(n: number): boolean {
		return this.#summaries.has(n);
	}
}

/** Whether a note reports that one of several addresses failed. */
export function isFailedAttempt(text: string): boolean {
	return /^After [\d.]+ ms: E[A-Z]/.test(text);
}

/** Whether one socket, connected to one peer, carries the connection. */
export function isConnected(facts: ConnectionFacts, { kind, connected, own, remote }: SocketFacts): boolean {
	if (kind === undefined || !isDatagram(kind)) return true;
	if (kind === 'udp-proxy') return !facts.accepted;
	if (kind === 'unix-datagram') return false;
	return remote !== undefined && (connected ?? isPortless(own));
}

function isPortless(own: Place | undefined): boolean {
	return own === undefined || !('port' in own) || own.port === 0;
}

/** The variable of a connection's socket. */
export function socketOf(connection: number, facts: ConnectionFacts, sockets: SocketFacts): string {
	const { kind } = sockets;
	if (kind !== undefined && isDatagram(kind))
		return kind === 'udp-proxy' && !facts.accepted ? `up${connection}` : LISTENER;
	if (facts.accepted) return `conn${connection}`;
	if (kind === 'tcp-client' || kind === 'unix-client') return LISTENER;
	return kind === undefined ? `s${connection}` : `up${connection}`;
}

/** The variable of a listener, of a client's socket, and of one without connections. */
export const LISTENER = 's';
