import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { TcpClientConfig } from '../../common/contract/endpoint.ts';
import { WirebenchError } from '../../common/contract/errors.ts';
import type { Framer } from '../../common/framing/index.ts';
import { socketAddress } from './address.ts';
import { connectHost } from './connect-host.ts';
import type { LiveConnection } from './context.ts';
import type { EndpointRecord } from './endpoint-record.ts';
import { errorText } from './errno.ts';
import { type Runner, stopped } from './runner.ts';
import { StreamConnection } from './stream-connection.ts';

/**
 * One TCP connection that we open. The endpoint stops when it closes, unless it is to be opened again: then it is, after
 * a while that doubles with each failure, until it is stopped, we end the connection ourselves, or the attempts are used up.
 */
export class TcpClient implements Runner {
	readonly #record: EndpointRecord;
	readonly #config: TcpClientConfig;
	/** Called when there will be no connection any more, with the reason if that is a failure. */
	readonly #onEnded: (error?: WirebenchError) => void;
	readonly #giveUp = new AbortController();
	#connection: StreamConnection | undefined;
	/** Settles when no attempt is under way. */
	#attempting: Promise<void> = Promise.resolve();
	#onClosed: (() => void) | undefined;
	/** Failures in a row. */
	#failed = 0;

	constructor(record: EndpointRecord, config: TcpClientConfig, onEnded: (error?: WirebenchError) => void) {
		this.#record = record;
		this.#config = config;
		this.#onEnded = onEnded;
	}

	open(): Promise<void> {
		return this.#attempt(this.#connect());
	}

	async close(): Promise<void> {
		this.#giveUp.abort();
		await this.#attempting;
		if (!this.#connection) return;
		const closed = new Promise<void>((resolve) => (this.#onClosed = resolve));
		this.#connection.close();
		await closed;
	}

	targets(): LiveConnection[] {
		return this.#connection ? [this.#connection] : [];
	}

	cutWith(createFramer: () => Framer): void {
		this.#connection?.cutWith(createFramer());
	}

	#attempt(work: Promise<void>): Promise<void> {
		this.#attempting = work.catch(() => undefined);
		return work;
	}

	/** Resolves when it is connected; rejects when it will not be. */
	async #connect(): Promise<void> {
		const { signal } = this.#giveUp;
		for (;;) {
			try {
				this.#connected(await connectHost(this.#config, signal, (text) => this.#tell(text)));
				return;
			} catch (thrown) {
				if (signal.aborted) throw stopped();
				if (!(thrown instanceof WirebenchError) || !this.#triesAgain()) throw thrown;
				this.#record.endpointEvent('error', errorText(thrown));
				await this.#wait();
			}
		}
	}

	/** After a connection that the peer ended. */
	async #reconnect(): Promise<void> {
		const record = this.#record;
		record.status = 'starting';
		record.local = undefined;
		record.changed();
		await this.#wait();
		await this.#connect();
		record.status = 'open';
		record.changed();
	}

	#triesAgain(): boolean {
		const { reconnect } = this.#config;
		this.#failed++;
		return reconnect !== undefined && (reconnect.attempts === 0 || this.#failed <= reconnect.attempts);
	}

	async #wait(): Promise<void> {
		const { reconnect } = this.#config;
		if (reconnect === undefined) return;
		const ms = Math.min(reconnect.maxMs, reconnect.firstMs * 2 ** Math.min(30, this.#failed - 1));
		const which = reconnect.attempts === 0 ? `${this.#failed}` : `${this.#failed} of ${reconnect.attempts}`;
		this.#tell(`Trying again in ${ms} ms (${which}).`);
		try {
			await pause(ms, undefined, { signal: this.#giveUp.signal });
		} catch (error) {
			throw this.#giveUp.signal.aborted ? stopped() : error;
		}
	}

	#connected(socket: Socket): void {
		const { context } = this.#record;
		const local = socketAddress(socket.localAddress, socket.localPort);
		const remote = socketAddress(socket.remoteAddress, socket.remotePort, local.address);
		const mirrored = context.bound.receiver('tcp', remote.address, remote.port) !== undefined;
		const opening = { role: 'opened', local, remote, mirrored } as const;
		const since = performance.now();
		this.#record.local = local;
		const connection = new StreamConnection(this.#record, socket, opening, () => {
			this.#connection = undefined;
			this.#onClosed?.();
			this.#closed(connection, performance.now() - since);
		});
		this.#connection = connection;
	}

	#closed(connection: StreamConnection, livedMs: number): void {
		const { reconnect } = this.#config;
		// A server that accepts and closes at once is not to be asked ever faster.
		if (reconnect !== undefined && livedMs >= reconnect.firstMs) this.#failed = 0;
		if (this.#giveUp.signal.aborted || connection.endedBy !== 'peer' || !this.#triesAgain()) {
			this.#onEnded();
			return;
		}
		this.#attempt(this.#reconnect()).catch((error: unknown) => {
			if (this.#giveUp.signal.aborted) return;
			this.#onEnded(error instanceof WirebenchError ? error : undefined);
		});
	}

	#tell(text: string): void {
		this.#record.endpointEvent('note', text);
	}
}
