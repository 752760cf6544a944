import type { SocketAddress } from '../contract/base/address.ts';
import type { EndpointKind } from '../endpoints/index.ts';

/** The kinds of event, in the order of their codes (0 to 7) in ring and index. Append only. */
export const EVENT_KINDS = ['listening', 'open', 'data', 'end', 'close', 'reset', 'error', 'note'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** `in`: the peer did it. `out`: we did. `none`: neither. Codes 0 to 2. */
export const DIRECTIONS = ['none', 'in', 'out'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** One run of an endpoint, as the capture introduces it: an interface of the file. */
export interface CaptureEndpoint {
	readonly id: string;
	readonly name: string;
	readonly kind: EndpointKind;
	/** Without secrets. */
	readonly config: unknown;
}

/** A connection as the capture introduces it with its `open` event. */
export interface CaptureConnection {
	/** From 1, unique while the process lives. */
	readonly id: number;
	/** The handle that `addEndpoint` gave. */
	readonly endpoint: number;
	readonly protocol: 'tcp' | 'udp';
	/** `accepted`: the peer opened it (a `listen`ing side, a UDP peer that spoke first). `opened`: we did. */
	readonly role: 'accepted' | 'opened';
	readonly local: SocketAddress;
	readonly remote: SocketAddress;
	/**
	 * The other end is an endpoint of this same Wirebench, which records the same bytes as the side that accepted:
	 * this side is then written as exported PDUs. Only ever set for `opened` TCP connections.
	 */
	readonly mirrored: boolean;
}

/**
 * Where the engine puts what its sockets did, in the order in which it happened. All calls are synchronous and
 * cheap; bytes are copied before the call returns. Exactly one `open` and one `close` per connection.
 */
export interface CaptureSink {
	/** Announces a run of an endpoint; gives its handle, a small integer. Called once a start, before its first event. */
	addEndpoint(endpoint: CaptureEndpoint): number;
	/** The `open` event of a connection. */
	open(connection: CaptureConnection): void;
	/**
	 * A `data` event: bytes that one read returned, or that the kernel took from one write.
	 * `mirrored`: as in CaptureConnection, for a UDP datagram that goes out to another endpoint of this Wirebench.
	 */
	data(connection: number, direction: 'in' | 'out', bytes: Uint8Array, mirrored: boolean): void;
	/** Any other event of a connection. After `close` the connection number is never used again. */
	connectionEvent(
		connection: number,
		kind: 'end' | 'close' | 'reset' | 'error' | 'note',
		direction: Direction,
		text: string,
	): void;
	/** An event of the endpoint itself. */
	endpointEvent(endpoint: number, kind: 'listening' | 'error' | 'note', text: string): void;
	/**
	 * So many events of an endpoint never came: the system had no room for them. They count as received and as dropped, and
	 * `text` becomes a note.
	 */
	missed(endpoint: number, events: number, text: string): void;
	/**
	 * Does some work of which nothing is recorded or counted, whatever it hands over: so that the code on the way is fast when
	 * it matters. The connections of the work are its own.
	 */
	rehearse?(work: () => void): void;
	/** True while the sink is behind: stop reading sockets until `onRelief` fires. UDP cannot wait and is counted when dropped. */
	readonly saturated: boolean;
	/** Calls back each time the sink has caught up after having been saturated. Returns the way to stop listening. */
	onRelief(listener: () => void): () => void;
}
