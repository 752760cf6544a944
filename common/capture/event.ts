import type { SocketAddress } from '../contract/base/address.ts';
import type { Sentence } from '../contract/base/sentence.ts';
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
	/** The handle that `addEndpoint` returned. */
	readonly endpoint: number;
	readonly protocol: 'tcp' | 'udp';
	/** `accepted`: the peer opened it (a `listen`ing side, a UDP peer that spoke first). `opened`: we did. */
	readonly role: 'accepted' | 'opened';
	readonly local: SocketAddress;
	readonly remote: SocketAddress;
	/**
	 * The other end is an endpoint of this same Wirebench, and the accepting side records the same bytes. This side is
	 * then written as exported PDUs. Only set for `opened` TCP connections.
	 */
	readonly mirrored: boolean;
}

/**
 * Records what the engine's sockets did, in order. All calls are synchronous and cheap; bytes are copied before the
 * call returns. Each connection has exactly one `open` and one `close`.
 */
export interface CaptureSink {
	/** Announces a run of an endpoint and returns its handle, a small integer. Called once per start, before the first event. */
	addEndpoint(endpoint: CaptureEndpoint): number;
	/** The `open` event of a connection. */
	open(connection: CaptureConnection): void;
	/**
	 * A `data` event: bytes that one read returned, or that the kernel took from one write.
	 * `mirrored`: as in CaptureConnection, for a UDP datagram that goes out to another endpoint of this Wirebench.
	 * Received bytes of a stream do not change afterwards, so that sent ones in the same memory are the same bytes.
	 */
	data(connection: number, direction: 'in' | 'out', bytes: Uint8Array, mirrored: boolean): void;
	/**
	 * Any other event of a connection. After `close` the connection number is never used again. `says`: the sentence that the
	 * text is, or contains.
	 */
	connectionEvent(
		connection: number,
		kind: 'end' | 'close' | 'reset' | 'error' | 'note',
		direction: Direction,
		text: string,
		says?: Sentence,
	): void;
	/** An event of the endpoint itself. */
	endpointEvent(endpoint: number, kind: 'listening' | 'error' | 'note', text: string, says?: Sentence): void;
	/**
	 * Records that the system discarded this many events of an endpoint for lack of room. They count as received and as
	 * dropped; `text` becomes a note.
	 */
	missed(endpoint: number, events: number, text: string): void;
	/**
	 * Runs `work` without recording or counting its events, to warm up the code before it is needed. `work` must use
	 * connections of its own.
	 */
	rehearse?(work: () => void): void;
	/**
	 * True while the sink is behind: stop reading sockets until `onRelief` fires. UDP cannot wait: datagrams that are
	 * dropped are counted.
	 */
	readonly saturated: boolean;
	/** Calls back each time the sink has caught up after being saturated. Returns a function that removes the listener. */
	onRelief(listener: () => void): () => void;
}
