import type { Server, Socket } from 'node:net';
import type { CaptureConnection } from '../../../common/capture/event.ts';
import type { SocketAddress } from '../../../common/contract/base/address.ts';
import type { OptionInForce } from '../../../common/contract/config/socket-options.ts';
import type { Serve } from '../../../common/endpoints/index.ts';
import type { Framer } from '../../../common/framing/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import type { BoundAddress } from '../addresses/bound-addresses.ts';
import type { LiveConnection } from '../core/context.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { Runner } from '../core/runner.ts';
import { stopped } from '../errors/stopped.ts';
import { streamOptionsInForce } from '../options/stream-options.ts';
import type { ServerTls } from '../tls/index.ts';
import { type ListenAt, Listeners } from './listeners.ts';
import { Refusals } from './refusals.ts';
import { StreamConnection } from './stream-connection.ts';
import { tcpEnds } from './tcp-place.ts';
import { Turns } from './turns.ts';

/** Where a server listens, and the names of its ends. */
export interface ListenPlace extends ListenAt {
	readonly noDelay: boolean;
	/** Default: all at once. */
	readonly serve?: Serve | undefined;
	/** Prepares TLS for each connection; left out: none. */
	readonly secure?: () => Promise<ServerTls>;
	/** The address of a listening socket. */
	local(server: Server): SocketAddress;
	/** `id`: of the connection. */
	ends(socket: Socket, id: number): { readonly local: SocketAddress; readonly remote: SocketAddress };
	/** Its entry in the table of the engine's endpoints. */
	bound(local: SocketAddress): Omit<BoundAddress, 'endpoint'>;
}

/** The constructor of StreamConnection, for a connection of this endpoint. */
export type TakeSocket = (
	socket: Socket,
	opening: Omit<CaptureConnection, 'endpoint' | 'protocol'>,
	onClosed: () => void,
) => StreamConnection;

/** The listening sockets of a server and its accepted connections. */
export class StreamServer implements Runner {
	readonly #record: EndpointRecord;
	readonly #place: ListenPlace;
	readonly #refusals: Refusals;
	readonly #listeners: Listeners;
	readonly #connections = new Set<StreamConnection>();
	/** For a server that serves one at a time. */
	readonly #turns: Turns | undefined;
	#tls: ServerTls | undefined;
	/** Functions that cancel the handshakes in progress. */
	readonly #handshakes = new Set<() => void>();
	/** Settles when listening has started or failed. */
	#opening: Promise<unknown> = Promise.resolve();
	#releases: (() => void)[] = [];
	#closed = false;
	readonly #take: TakeSocket;
	#onLastClosed: (() => void) | undefined;

	/** `take` creates the connection of an accepted socket, which by default answers by the rules. */
	constructor(record: EndpointRecord, place: ListenPlace, take?: TakeSocket) {
		this.#record = record;
		this.#place = place;
		this.#refusals = new Refusals(record, place.attempt);
		this.#turns = place.serve === 'one-at-a-time' ? new Turns() : undefined;
		const held = this.#turns !== undefined;
		this.#take = take ?? ((...taken) => new StreamConnection(record, ...taken, undefined, held));
		// A handshake must be read; data after it waits in the encrypted socket.
		this.#listeners = new Listeners(place, {
			noDelay: place.noDelay,
			pauseOnConnect: held && place.secure === undefined,
			accept: (socket) => this.#accept(socket),
			// One client that could not be accepted does not end the server.
			failed: (error) => this.#refusals.refused(error),
		});
	}

	async open(): Promise<void> {
		const listening = this.#prepareAndListen();
		this.#opening = Promise.allSettled([listening]);
		await listening;
		if (this.#closed) throw stopped();
	}

	async close(): Promise<void> {
		this.#closed = true;
		await this.#opening;
		this.#refusals.end();
		for (const release of this.#releases) release();
		const closed = this.#listeners.close();
		for (const giveUp of this.#handshakes) giveUp();
		for (const connection of this.#connections) connection.close();
		await closed;
		// The server closes before its last connection's `close` event: wait for that.
		if (this.#connections.size > 0) await new Promise<void>((resolve) => (this.#onLastClosed = resolve));
	}

	targets(): LiveConnection[] {
		const served = this.#turns?.served;
		if (this.#turns !== undefined) return served === undefined ? [] : [served];
		return [...this.#connections];
	}

	cutWith(createFramer: () => Framer): void {
		for (const connection of this.#connections) connection.cutWith(createFramer());
	}

	applyOptions(): void {
		for (const connection of this.#connections) connection.applyOptions();
	}

	optionsInForce(): OptionInForce[] {
		return streamOptionsInForce(this.#record.config);
	}

	async #prepareAndListen(): Promise<void> {
		this.#tls = await this.#place.secure?.();
		if (this.#closed) return;
		const servers = await this.#listeners.listen();
		if (!this.#closed) this.#listening(servers);
	}

	#listening([first, ...others]: readonly Server[]): void {
		if (first === undefined) return;
		const local = this.#place.local(first);
		this.#record.local = local;
		this.#hold(local);
		this.#record.endpointEvent('listening', formatSocketAddress(local));
		for (const other of others) {
			const more = this.#place.local(other);
			this.#hold(more);
			this.#record.endpointEvent('note', eventTexts.listensToo({ place: formatSocketAddress(more) }));
		}
	}

	#hold(local: SocketAddress): void {
		const { id, context } = this.#record;
		this.#releases.push(context.bound.add({ ...this.#place.bound(local), endpoint: id }));
	}

	#accept(raw: Socket): void {
		if (!this.#record.context.files.take()) {
			this.#refusals.refused();
			if (raw.remotePort === undefined) raw.destroy();
			else raw.resetAndDestroy();
			return;
		}
		const tls = this.#tls;
		if (tls === undefined || this.#closed) {
			this.#connected(raw);
			return;
		}
		const giveUp = tls.secure(raw, formatSocketAddress(tcpEnds(raw).remote), (result) => {
			this.#handshakes.delete(giveUp);
			if ('socket' in result) this.#connected(result.socket);
			else this.#record.errorEvent(result.error);
		});
		this.#handshakes.add(giveUp);
	}

	#connected(socket: Socket): void {
		const id = this.#record.context.nextConnectionId();
		const opening = { id, role: 'accepted', mirrored: false, ...this.#place.ends(socket, id) } as const;
		const connection = this.#take(socket, opening, () => this.#connectionClosed(connection));
		this.#connections.add(connection);
		if (this.#closed) connection.close();
		else this.#turns?.take(connection);
	}

	#connectionClosed(connection: StreamConnection): void {
		this.#connections.delete(connection);
		if (!this.#closed) this.#turns?.leave(connection);
		if (this.#connections.size === 0) this.#onLastClosed?.();
	}
}
