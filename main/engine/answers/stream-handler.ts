import type { ProxyHalf } from '../../../common/contract/config/proxy.ts';
import type { Framer } from '../../../common/framing/index.ts';

/** What takes what a stream receives: the endpoint's responder, or the other half of a proxied connection. */
export interface Relay {
	/** Bytes and pieces that wait on its account: beyond a bound nothing more is read. */
	readonly heldBytes: number;
	readonly heldPieces: number;
	/** What is told before the connection's close. */
	readonly totals: string | undefined;
	/** The connection is read from here on. */
	begin(): void;
	/** These bytes have come, and are recorded. */
	received(bytes: Uint8Array): void;
	/** The peer's FIN has come. */
	ended(): void;
	/** What was given to this connection to send has gone out. */
	drained(): void;
	/** It is given nothing more to send: what is owed is forgotten. */
	stop(): void;
	/** The connection is closed: `undefined` when both sides have ended it, else what was done to it. */
	closed(broken: 'closed' | 'reset' | undefined): void;
	/** What comes from here on is cut by another framer. */
	cutWith(framer: Framer): void;
	/** The endpoint's answers have changed. */
	answerAnew?(): void;
	/** Of a proxied connection. */
	state(): ProxyHalf | undefined;
}
