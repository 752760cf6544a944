import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { TlsFacts } from '../../../common/contract/config/tls.ts';

interface Secured {
	/** The TCP socket below. */
	readonly raw: Socket;
	readonly facts: TlsFacts;
}

const known = new WeakMap<Socket, Secured>();

/** Keeps what a handshake has agreed on, for whoever is given the socket. */
export function keepFacts(socket: TLSSocket, raw: Socket, facts: TlsFacts): void {
	known.set(socket, { raw, facts });
	// Whoever takes the socket over listens a moment later; what comes until then stays in `errored`.
	socket.on('error', () => undefined);
}

/** What was agreed on for a socket; undefined for one that is not encrypted. */
export function tlsFacts(socket: Socket): TlsFacts | undefined {
	return known.get(socket)?.facts;
}

/** RST, of a socket of either kind. */
export function resetSocket(socket: Socket): void {
	// Node resets TCP sockets only; the encrypted one above closes with it.
	(known.get(socket)?.raw ?? socket).resetAndDestroy();
}
