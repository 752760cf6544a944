import type { ProxyHalf } from '../../../common/contract/config/proxy.ts';
import type { Framer } from '../../../common/framing/index.ts';

/** The consumer of a stream's received bytes: the endpoint's responder, or the other half of a proxied connection. */
export interface StreamHandler {
	/** Bytes and pieces that it holds: beyond a limit reading pauses. While both are 0, received bytes are not needed any more. */
	readonly heldBytes: number;
	readonly heldPieces: number;
	/** A summary reported before the connection's close. */
	readonly totals: string | undefined;
	/** Reading starts. */
	begin(): void;
	/** Received bytes, which are recorded already. Valid until it returns, unless it holds them. */
	received(bytes: Uint8Array): void;
	/** The peer's FIN was received. */
	ended(): void;
	/** The bytes passed to this connection have been sent. */
	drained(): void;
	/** Drops pending sends; nothing more is passed to the connection. */
	stop(): void;
	/** The connection is closed: `undefined` when both sides have ended it, else how it was broken. */
	closed(broken: 'closed' | 'reset' | undefined): void;
	/** Replaces the framer for bytes received from now on. */
	cutWith(framer: Framer): void;
	/** The endpoint's answers have changed. */
	answerAnew?(): void;
	/** For a proxied connection. */
	state(): ProxyHalf | undefined;
}
