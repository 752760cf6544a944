import type { ProxyHalf } from '../../common/contract/proxy.ts';

/** What takes what a connection receives, in place of a responder: the other half of a proxied connection is behind it. */
export interface Relay {
	/** Bytes and pieces that wait to be passed on: beyond a bound nothing more is read. */
	readonly heldBytes: number;
	readonly heldPieces: number;
	/** What is told before its close. */
	readonly totals: string | undefined;
	/** These bytes have come, and are recorded. */
	received(bytes: Uint8Array): void;
	/** The peer's FIN has come. */
	ended(): void;
	/** What was given to this connection to send has gone out. */
	drained(): void;
	/** The connection is closed: `undefined` when both sides have ended it, else what was done to it. */
	closed(broken: 'closed' | 'reset' | undefined): void;
	state(): ProxyHalf;
}
