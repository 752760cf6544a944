import { connect, type Socket } from 'node:net';
import type { TcpClientConfig } from '../../common/contract/endpoint.ts';
import type { Framer } from '../../common/framing/index.ts';
import { formatSocketAddress } from '../../common/payload/index.ts';
import { socketAddress } from './address.ts';
import type { LiveConnection } from './context.ts';
import type { EndpointRecord } from './endpoint-record.ts';
import { type Attempt, toWirebenchError } from './errno.ts';
import { type Runner, stopped } from './runner.ts';
import { StreamConnection } from './stream-connection.ts';

/** One TCP connection that we open. The endpoint stops when it closes. */
export class TcpClient implements Runner {
	readonly #record: EndpointRecord;
	readonly #config: TcpClientConfig;
	/** Called when the connection has closed. */
	readonly #onEnded: () => void;
	#socket: Socket | undefined;
	#connection: StreamConnection | undefined;
	#closed: Promise<void> = Promise.resolve();

	constructor(record: EndpointRecord, config: TcpClientConfig, onEnded: () => void) {
		this.#record = record;
		this.#config = config;
		this.#onEnded = onEnded;
	}

	open(): Promise<void> {
		const { host, port, noDelay, connectTimeoutMs } = this.#config;
		const socket = connect({ host, port, noDelay, allowHalfOpen: true });
		this.#socket = socket;
		this.#closed = new Promise((resolve) => socket.once('close', () => resolve()));
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => socket.destroy(timedOut()), connectTimeoutMs);
			const failed = (error: Error) => reject(toWirebenchError(error, this.#attempt()));
			const closed = () => reject(stopped());
			socket.once('error', failed);
			socket.once('close', closed);
			socket.once('connect', () => {
				clearTimeout(timer);
				socket.off('error', failed);
				socket.off('close', closed);
				this.#connected(socket);
				resolve();
			});
			socket.once('close', () => clearTimeout(timer));
		});
	}

	close(): Promise<void> {
		if (this.#connection) this.#connection.close();
		else this.#socket?.destroy();
		return this.#closed;
	}

	targets(): LiveConnection[] {
		return this.#connection ? [this.#connection] : [];
	}

	cutWith(createFramer: () => Framer): void {
		this.#connection?.cutWith(createFramer());
	}

	#connected(socket: Socket): void {
		const { context } = this.#record;
		const local = socketAddress(socket.localAddress, socket.localPort);
		const remote = socketAddress(socket.remoteAddress, socket.remotePort, local.address);
		const mirrored = context.bound.receiver('tcp', remote.address, remote.port) !== undefined;
		this.#record.local = local;
		this.#connection = new StreamConnection(this.#record, socket, { role: 'opened', local, remote, mirrored }, () => {
			this.#connection = undefined;
			this.#onEnded();
		});
	}

	#attempt(): Attempt {
		const { host, port } = this.#config;
		return { verb: 'connect to', address: host, port, target: formatSocketAddress({ address: host, port }) };
	}
}

/** The error that the system gives when a connection attempt takes too long; ours comes earlier. */
function timedOut(): NodeJS.ErrnoException {
	return Object.assign(new Error('connect timed out'), { code: 'ETIMEDOUT', syscall: 'connect' });
}
