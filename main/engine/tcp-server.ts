import { createServer, type Server, type Socket } from 'node:net';
import type { TcpServerConfig } from '../../common/contract/endpoint.ts';
import type { Framer } from '../../common/framing/index.ts';
import { formatSocketAddress } from '../../common/payload/index.ts';
import { socketAddress } from './address.ts';
import type { LiveConnection } from './context.ts';
import type { EndpointRecord } from './endpoint-record.ts';
import { type Attempt, errorText, toWirebenchError } from './errno.ts';
import { type Runner, stopped } from './runner.ts';
import { StreamConnection } from './stream-connection.ts';

/** A listening TCP socket and what it has accepted. */
export class TcpServer implements Runner {
	readonly #record: EndpointRecord;
	readonly #config: TcpServerConfig;
	readonly #server: Server;
	readonly #connections = new Set<StreamConnection>();
	/** Settles when listening has begun or failed. */
	#opening: Promise<unknown> = Promise.resolve();
	#release: (() => void) | undefined;
	#closed = false;
	#onLastClosed: (() => void) | undefined;

	constructor(record: EndpointRecord, config: TcpServerConfig) {
		this.#record = record;
		this.#config = config;
		this.#server = createServer({ allowHalfOpen: true, noDelay: config.noDelay }, (socket) => this.#accept(socket));
	}

	async open(): Promise<void> {
		const listening = this.#listen();
		this.#opening = Promise.allSettled([listening]);
		await listening;
		if (this.#closed) throw stopped();
	}

	async close(): Promise<void> {
		this.#closed = true;
		await this.#opening;
		this.#release?.();
		const closed = new Promise<void>((resolve) => {
			if (this.#server.listening) this.#server.close(() => resolve());
			else resolve();
		});
		for (const connection of this.#connections) connection.close();
		await closed;
		// The server is closed when its last connection is being closed: its `close` event is still to come.
		if (this.#connections.size > 0) await new Promise<void>((resolve) => (this.#onLastClosed = resolve));
	}

	targets(): LiveConnection[] {
		return [...this.#connections];
	}

	cutWith(createFramer: () => Framer): void {
		for (const connection of this.#connections) connection.cutWith(createFramer());
	}

	#listen(): Promise<void> {
		const { host, port, backlog } = this.#config;
		return new Promise((resolve, reject) => {
			const refused = (error: Error) => reject(toWirebenchError(error, this.#attempt()));
			this.#server.once('error', refused);
			this.#server.listen({ host, port, backlog }, () => {
				this.#server.off('error', refused);
				this.#server.on('error', (error) => this.#acceptFailed(error));
				if (!this.#closed) this.#listening();
				resolve();
			});
		});
	}

	#listening(): void {
		const address = this.#server.address();
		if (address === null || typeof address === 'string') throw new Error('A TCP server has a socket address.');
		const local = socketAddress(address.address, address.port);
		this.#record.local = local;
		this.#release = this.#record.context.bound.add({ protocol: 'tcp', endpoint: this.#record.id, ...local });
		this.#record.endpointEvent('listening', formatSocketAddress(local));
	}

	#accept(socket: Socket): void {
		const local = socketAddress(socket.localAddress, socket.localPort);
		const remote = socketAddress(socket.remoteAddress, socket.remotePort, local.address);
		const opening = { role: 'accepted', local, remote, mirrored: false } as const;
		const connection = new StreamConnection(this.#record, socket, opening, () => this.#connectionClosed(connection));
		this.#connections.add(connection);
		if (this.#closed) connection.close();
	}

	#connectionClosed(connection: StreamConnection): void {
		this.#connections.delete(connection);
		if (this.#connections.size === 0) this.#onLastClosed?.();
	}

	/** One client that could not be accepted does not end the server. */
	#acceptFailed(error: Error): void {
		this.#record.endpointEvent('error', errorText(toWirebenchError(error, this.#attempt())));
	}

	#attempt(): Attempt {
		const { host, port } = this.#config;
		return { verb: 'listen on', address: host, port, target: formatSocketAddress({ address: host, port }) };
	}
}
