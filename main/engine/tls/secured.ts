import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { TlsFacts } from '../../../common/contract/config/tls.ts';

interface Secured {
	/** The underlying TCP socket. */
	readonly raw: Socket;
	readonly facts: TlsFacts;
}

const known = new WeakMap<Socket, Secured>();

/** Stores the negotiated parameters of a handshake with the socket. */
export function keepFacts(socket: TLSSocket, raw: Socket, facts: TlsFacts): void {
	known.set(socket, { raw, facts });
	// The new owner adds its listeners a moment later; errors until then stay in `errored`.
	socket.on('error', () => undefined);
}

/** The negotiated parameters of a socket; undefined for one that is not encrypted. */
export function tlsFacts(socket: Socket): TlsFacts | undefined {
	return known.get(socket)?.facts;
}

/** RST, of a socket of either kind. */
export function resetSocket(socket: Socket): void {
	// Node resets TCP sockets only; the encrypted one above closes with it.
	(known.get(socket)?.raw ?? socket).resetAndDestroy();
}
