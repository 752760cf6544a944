import { isIP, type Socket } from 'node:net';
import { checkServerIdentity, connect, type SecureContext, type TLSSocket } from 'node:tls';
import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { TlsClient } from '../../../common/contract/config/tls.ts';
import { formatSocketAddress, withoutZone } from '../../../common/payload/index.ts';
import { stopped } from '../errors/stopped.ts';
import { libraryCode } from '../errors/tls-handshake-words.ts';
import { engineError } from '../sentences/engine-error.ts';
import { asciiName } from './ascii-name.ts';
import type { Authority } from './authority.ts';
import { secureContext } from './context.ts';
import { agreed, peerChain, wholeCertificate } from './facts.ts';
import { handshakeEnded, handshakeRefused, handshakeTooSlow, refusedCertificate } from './handshake-error.ts';
import { identityPair } from './identity.ts';
import type { PathWords } from './pem.ts';
import { keepFacts } from './secured.ts';
import { trustedAuthorities } from './trust.ts';
import { verdictOf, whyNot } from './verify-words.ts';

/** The destination of a connection: for SNI, for the name in the certificate, and for texts. */
export interface SecureTarget {
	readonly host: string;
	readonly port: number;
}

/** A client's TLS settings, prepared once. */
export class ClientTls {
	readonly #config: TlsClient;
	readonly #context: SecureContext;

	private constructor(config: TlsClient, context: SecureContext) {
		this.#config = config;
		this.#context = context;
	}

	/** Reads certificates and keys. Fails with `tls` and a sentence where one cannot be used. */
	static async prepare(config: TlsClient, authority: Authority, words?: PathWords): Promise<ClientTls> {
		const { identity } = config;
		const ca = await trustedAuthorities(authority, config.ca, words);
		const names = identity?.from === 'made' && identity.names.length > 0 ? identity.names : ['wirebench-client'];
		const pair = identity && (await identityPair(identity, authority, names, 'tls.identity', words));
		return new ClientTls(config, secureContext(config, { ca, ...pair }));
	}

	/**
	 * Secures a connected socket. Fails with `tls` and the server's certificates, and with `wrong-state` when it is
	 * cancelled; then the socket is closed.
	 */
	secure(raw: Socket, target: SecureTarget, signal: AbortSignal): Promise<TLSSocket> {
		const { servername, alpn, handshakeTimeoutMs: ms } = this.#config;
		const { host: address, port } = target;
		const peer = formatSocketAddress({ address, port });
		// A zone is only known to this machine: no certificate has one.
		const expected = servername ?? withoutZone(address);
		const place = { address, port };
		// A server that ends its side now has not completed the handshake.
		raw.allowHalfOpen = false;
		const socket = connect({
			socket: raw,
			secureContext: this.#context,
			// Verified below, where the chain is still available.
			rejectUnauthorized: false,
			checkServerIdentity: () => undefined,
			// SNI has no addresses (RFC 6066, section 3).
			servername: askedName(expected) ?? '',
			...(alpn.length === 0 ? {} : { ALPNProtocols: [...alpn] }),
		});
		return new Promise((resolve, reject) => {
			const settle = (error?: WirebenchError) => {
				clearTimeout(timer);
				signal.removeEventListener('abort', abort);
				socket.off('error', failed).off('close', ended).off('secureConnect', done);
				if (error === undefined) return resolve(socket);
				// Later errors of it do not matter.
				socket.on('error', () => undefined);
				socket.destroy();
				reject(error);
			};
			const abort = () => settle(stopped());
			const failed = (error: Error) => settle(handshakeRefused(error, peer, undefined, place));
			const ended = () => settle(handshakeEnded(peer, place));
			const done = () => {
				const error = this.#judge(socket, expected, peer, place);
				if (error === undefined) this.#takeOver(socket, raw, expected);
				settle(error);
			};
			const timer = setTimeout(() => settle(handshakeTooSlow(peer, ms, place)), ms);
			signal.addEventListener('abort', abort, { once: true });
			socket.on('error', failed).on('close', ended).on('secureConnect', done);
			if (signal.aborted) abort();
		});
	}

	/** Why the connection is refused; undefined when it is accepted. */
	#judge(
		socket: TLSSocket,
		expected: string,
		peer: string,
		place: { address: string; port: number },
	): WirebenchError | undefined {
		const code = failedCheck(socket, expected);
		if (code === undefined || !this.#config.verify) return undefined;
		const chain = peerChain(socket).map(wholeCertificate);
		const verdict = verdictOf(code);
		const listed = chain[0]?.names.join(', ') || engineError('tls', 'certNoName');
		const names = verdict.reason === 'wrong-name' ? { names: listed } : {};
		return refusedCertificate(verdict, peer, { ...place, ...names, code, chain, expected });
	}

	/** From now on it may be half open like any other. */
	#takeOver(socket: TLSSocket, raw: Socket, expected: string): void {
		raw.allowHalfOpen = true;
		socket.allowHalfOpen = true;
		const code = failedCheck(socket, expected);
		const trust = code === undefined ? ('verified' as const) : ('not-verified' as const);
		const why = code === undefined ? {} : whyNot(code);
		keepFacts(socket, raw, agreed(socket, { trust, ...why, servername: askedName(expected) }));
	}
}

/** The name for SNI; undefined for an address. */
function askedName(expected: string): string | undefined {
	return isIP(expected) === 0 ? asciiName(expected) : undefined;
}

/** Why the server is not trusted; undefined when it is. */
function failedCheck(socket: TLSSocket, expected: string): string | undefined {
	if (!socket.authorized) return errorCode(socket.authorizationError);
	const mismatch = checkServerIdentity(expected, socket.getPeerCertificate());
	return mismatch === undefined ? undefined : 'ERR_TLS_CERT_ALTNAME_INVALID';
}

/** Node returns a code here, despite its types. */
function errorCode(error: unknown): string {
	if (typeof error === 'string') return error;
	return error instanceof Error ? (libraryCode(error) ?? error.message) : 'UNKNOWN';
}
