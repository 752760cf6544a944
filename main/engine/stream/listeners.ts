import { once } from 'node:events';
import { createServer, type ListenOptions, type Server, type Socket } from 'node:net';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { type Attempt, toWirebenchError } from '../errors/errno.ts';
import { stopped } from '../errors/stopped.ts';

/** Where to listen. */
export interface ListenAt {
	readonly options: ListenOptions;
	/** The addresses of a host, those of a name in the system's order; left out: only the place in `options`. */
	readonly addresses?: (() => Promise<readonly string[]>) | undefined;
	/** The attempted operation, for errors. */
	readonly attempt: Attempt;
}

/** How sockets are accepted, and the handlers. */
export interface Accepting {
	readonly noDelay: boolean;
	readonly pauseOnConnect: boolean;
	accept(socket: Socket): void;
	/** A connection could not be accepted. */
	failed(error: Error): void;
}

/** The listening sockets of one server: one, or with a host name one for each address that it has on this machine. */
export class Listeners {
	readonly #at: ListenAt;
	readonly #accepting: Accepting;
	readonly #servers: Server[] = [];
	#closed = false;

	constructor(at: ListenAt, accepting: Accepting) {
		this.#at = at;
		this.#accepting = accepting;
	}

	/**
	 * Resolves with the sockets once all listen, on the same port. An address of a name that this machine does not have
	 * is skipped if there is another. Fails with a WirebenchError; then none listens.
	 */
	async listen(): Promise<readonly Server[]> {
		const { addresses, options } = this.#at;
		if (addresses === undefined) return [await this.#listenAt(options, this.#at.attempt)];
		let absent: WirebenchError | undefined;
		for (const host of await this.#resolved(addresses)) {
			try {
				const port = this.#port(options.port);
				const target = formatSocketAddress({ address: host, port: port ?? 0 });
				await this.#listenAt({ ...options, host, port }, { ...this.#at.attempt, address: host, target });
			} catch (error) {
				if (!(error instanceof WirebenchError) || error.code !== 'address-not-available') {
					await this.close();
					throw error;
				}
				absent ??= error;
			}
		}
		if (absent !== undefined && this.#servers.length === 0) throw absent;
		return this.#servers;
	}

	/** Resolves when nothing listens any more; accepted connections continue. */
	async close(): Promise<void> {
		this.#closed = true;
		const listening = this.#servers.filter((server) => server.listening);
		await Promise.all(
			listening.map((server) => {
				const closed = once(server, 'close');
				server.close();
				return closed;
			}),
		);
	}

	async #resolved(addresses: () => Promise<readonly string[]>): Promise<readonly string[]> {
		try {
			return await addresses();
		} catch (error) {
			throw toWirebenchError(error, this.#at.attempt);
		}
	}

	/** The others use the port that the system has chosen for the first. */
	#port(wanted: number | undefined): number | undefined {
		const address = this.#servers[0]?.address();
		return address === undefined || address === null || typeof address === 'string' ? wanted : address.port;
	}

	#listenAt(options: ListenOptions, attempt: Attempt): Promise<Server> {
		if (this.#closed) return Promise.reject(stopped());
		const { noDelay, pauseOnConnect } = this.#accepting;
		const server = createServer({ allowHalfOpen: true, noDelay, pauseOnConnect }, (socket) =>
			this.#accepting.accept(socket),
		);
		return new Promise((resolve, reject) => {
			const refused = (error: Error) => reject(toWirebenchError(error, attempt));
			server.once('error', refused);
			server.listen(options, () => {
				server.off('error', refused);
				server.on('error', (error) => this.#accepting.failed(error));
				this.#servers.push(server);
				resolve(server);
			});
		});
	}
}
