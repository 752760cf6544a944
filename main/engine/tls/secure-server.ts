import { AsyncLocalStorage } from 'node:async_hooks';
import type { Socket } from 'node:net';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { TlsFacts, TlsServer } from '../../../common/contract/config/tls.ts';
import type { Authority } from './authority.ts';
import { agreeable, secureContext } from './context.ts';
import { agreed } from './facts.ts';
import { handshakeEnded, handshakeRefused, handshakeTooSlow } from './handshake-error.ts';
import { identityPair, serverNames } from './identity.ts';
import type { PemPair } from './make-certificate.ts';
import { NameContexts } from './name-contexts.ts';
import type { PathWords } from './pem.ts';
import { keepFacts } from './secured.ts';
import { readAuthority } from './trust.ts';
import { verdictOf, whyNot } from './verify-words.ts';

/** The result of a handshake. */
export type Handshake = { readonly socket: TLSSocket } | { readonly error: WirebenchError };

/** A socket whose handshake is in progress. */
interface Pending {
	/** Address and port of the client, for people. */
	readonly peer: string;
	readonly settle: (result: Handshake) => void;
}

interface Materials extends PemPair {
	readonly ca?: string[];
}

/** A server's TLS settings, prepared once. */
export class ServerTls {
	readonly #timeoutMs: number;
	/** Never listens: sockets are passed to it. */
	readonly #server: Server;
	/** Identifies the handshake of a Node event: an address would not do, as it may be gone. */
	readonly #current = new AsyncLocalStorage<Pending>();
	/** For sockets whose events follow after they have closed, where nothing is current. */
	readonly #known = new WeakMap<TLSSocket, Pending>();

	private constructor(config: TlsServer, materials: Materials, names: NameContexts | undefined) {
		const { clientCert, alpn, handshakeTimeoutMs } = config;
		this.#timeoutMs = handshakeTimeoutMs;
		this.#server = createServer({
			...materials,
			...agreeable(config),
			requestCert: clientCert !== 'none',
			// With `require` a client without a certificate gets an alert that names the reason.
			rejectUnauthorized: clientCert === 'require',
			...(alpn.length === 0 ? {} : { ALPNProtocols: [...alpn] }),
			// Node's own timeout measures silence; ours the whole handshake.
			handshakeTimeout: Math.min(2 * handshakeTimeoutMs, 0x7fff_ffff),
			...(names === undefined ? {} : { SNICallback: names.callback }),
		});
		this.#server.on('secureConnection', (socket) => this.#current.getStore()?.settle({ socket }));
		this.#server.on('tlsClientError', (error, socket) => this.#failed(error, socket));
		if (clientCert === 'require') this.#server.on('keylog', (_line, socket) => this.#remember(socket));
	}

	/** Reads or generates certificate and key. `host`: where it listens. Fails with `tls` and a sentence where one cannot be used. */
	static async prepare(config: TlsServer, authority: Authority, host: string, words?: PathWords): Promise<ServerTls> {
		const { identity, clientCert } = config;
		const chosen = identity.from === 'made' ? identity.names : [];
		const names = chosen.length > 0 ? chosen : serverNames(host);
		const pair = await identityPair(identity, authority, names, 'tls.identity', words);
		const materials: Materials =
			clientCert === 'none' ? pair : { ...pair, ca: await clientCa(config, authority, words) };
		const contextOf = (own: PemPair) => secureContext(config, { ...materials, ...own });
		// Reports its faults now.
		contextOf(pair);
		if (identity.from === 'own' || chosen.length > 0) return new ServerTls(config, materials, undefined);
		return new ServerTls(config, materials, new NameContexts(identity.flaw, authority, names, contextOf));
	}

	/**
	 * Secures an accepted socket. `done` is called once, in the turn in which the handshake ends; after an error the
	 * socket is closed. Returns a function that cancels it, after which `done` is not called.
	 * @param peer the client's address for people
	 */
	secure(raw: Socket, peer: string, done: (result: Handshake) => void): () => void {
		let over = false;
		const settle = (result?: Handshake) => {
			if (over) return;
			over = true;
			clearTimeout(timer);
			if (result !== undefined && 'socket' in result) takeOver(result.socket, raw);
			else raw.destroy();
			if (result !== undefined) done(result);
		};
		const pending: Pending = { peer, settle };
		const timer = setTimeout(() => settle({ error: handshakeTooSlow(peer, this.#timeoutMs) }), this.#timeoutMs);
		// The reason, where there is one, is emitted right after the close.
		raw.once('close', () => setImmediate(() => settle({ error: handshakeEnded(peer) })));
		// A client that ends its side now has not completed the handshake.
		raw.allowHalfOpen = false;
		this.#current.run(pending, () => this.#server.emit('connection', raw));
		return () => settle();
	}

	#remember(socket: TLSSocket): void {
		const pending = this.#current.getStore();
		if (pending !== undefined) this.#known.set(socket, pending);
	}

	/** An unknown one has closed, and is reported by that. */
	#failed(error: Error, socket: TLSSocket): void {
		const pending = this.#known.get(socket) ?? this.#current.getStore();
		if (pending === undefined) return;
		const code = refusedFor(socket);
		pending.settle({ error: handshakeRefused(error, pending.peer, code === undefined ? undefined : verdictOf(code)) });
	}
}

/** From now on it may be half open like any other. */
function takeOver(socket: TLSSocket, raw: Socket): void {
	raw.allowHalfOpen = true;
	socket.allowHalfOpen = true;
	const { servername } = socket;
	const asked = typeof servername === 'string' && servername !== '' ? servername : undefined;
	keepFacts(socket, raw, agreed(socket, { ...clientTrust(socket), servername: asked }));
}

function clientTrust(socket: TLSSocket): Pick<TlsFacts, 'trust' | 'why' | 'says'> {
	if (socket.getPeerX509Certificate() === undefined) return { trust: 'none' };
	const code = refusedFor(socket);
	if (code === undefined) return { trust: 'verified' };
	return { trust: 'not-verified', ...whyNot(code) };
}

/** The code for which a client's certificate is not verified. Node returns it as a string, despite its types. */
function refusedFor({ authorizationError }: TLSSocket): string | undefined {
	const code: unknown = authorizationError;
	return typeof code === 'string' ? code : undefined;
}

async function clientCa({ ca }: TlsServer, authority: Authority, words?: PathWords): Promise<string[]> {
	return ca === undefined ? [await authority.certificate()] : readAuthority(ca, 'tls.ca', words);
}
