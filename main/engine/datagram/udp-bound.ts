import { createSocket, type Socket } from 'node:dgram';
import { isIPv4 } from 'node:net';
import type { SocketAddress } from '../../../common/contract/base/address.ts';
import { socketAddress } from '../addresses/address.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { Outlet } from '../core/outlet.ts';
import type { DatagramCalls } from '../core/runner.ts';
import { stopped } from '../errors/stopped.ts';
import { engineError } from '../sentences/engine-error.ts';
import type { Written } from './bulk/address.ts';
import type { Batch } from './bulk/batch.ts';
import { type BulkSocket, takeBulkSocket } from './bulk/bulk-socket.ts';
import { releaseDescriptor } from './bulk/descriptor.ts';
import { Drain, type Drained } from './bulk/drain.ts';
import { bulkMissing } from './bulk/load-calls.ts';
import { BulkOutlet } from './bulk/outlet.ts';
import { grantReceiveBuffer } from './receive-buffer.ts';
import { type TakenSocket, takeOver } from './thread/receiving-thread.ts';
import { UdpDrops } from './udp-drops.ts';
import type { UdpPeer } from './udp-peer.ts';
import { UdpPeers } from './udp-peers.ts';
import { SourceCheck } from './udp-source-check.ts';

/** Options that are set when a socket is created; left out: Node's defaults. */
export interface BoundOptions {
	readonly reuseAddress?: boolean | undefined;
	readonly reusePort?: boolean | undefined;
	readonly ipv6Only?: boolean | undefined;
	/** Maximum number of remembered peers. */
	readonly peers?: number;
}

/** Receives the datagrams of a socket. */
export interface Receiver {
	/** The peer at an address without one, in the socket's form. */
	admit(from: Written): UdpPeer;
	/** The bytes are only valid until it returns, unless the peer keeps them. */
	received(peer: UdpPeer, bytes: Uint8Array): void;
}

/** One UDP socket bound to a numeric address, and its peers. */
export class BoundUdp {
	readonly socket: Socket;
	readonly family: 4 | 6;
	readonly peers: UdpPeers;
	/** Its bound address; before binding, the wanted one. */
	local: SocketAddress;
	readonly #address: string;
	#release: (() => void) | undefined;
	#drops: UdpDrops | undefined;
	#source: SourceCheck | undefined;
	/** Set while it is bound, where the system has calls for many datagrams. */
	#bulk: BulkSocket | undefined;
	#outlet: BulkOutlet | undefined;
	/** Set from the first flood on. */
	#taken: TakenSocket | undefined;
	#forgotten = false;
	#closed = false;

	constructor(
		address: string,
		{ reuseAddress = false, reusePort = false, ipv6Only = false, peers }: BoundOptions = {},
	) {
		const family = isIPv4(address) ? 4 : 6;
		this.#address = address;
		this.local = socketAddress(address, 0);
		this.family = family;
		this.peers = new UdpPeers(peers);
		this.socket = createSocket({
			type: family === 6 ? 'udp6' : 'udp4',
			reuseAddr: reuseAddress,
			reusePort,
			ipv6Only: ipv6Only && family === 6,
			// Names are resolved already: this is an address, and the datagram is sent at once.
			lookup: (numeric, _options, callback) => callback(null, numeric, family),
		});
	}

	/** Rejects with the system's error, or when it is closed meanwhile. */
	bind(port: number): Promise<void> {
		const { socket } = this;
		return new Promise((resolve, reject) => {
			socket.once('error', reject);
			socket.once('close', () => reject(stopped()));
			socket.bind({ address: this.#address, port }, () => {
				socket.off('error', reject);
				this.#look();
				this.#bulk = takeBulkSocket(socket, this.family);
				if (this.#bulk !== undefined) this.#outlet = new BulkOutlet(this.#bulk);
				resolve();
			});
		});
	}

	/** An address in the socket's form: on an IPv6 socket, an IPv4 one is mapped (RFC 4291, 2.5.5.2). */
	wire(address: string): string {
		return this.family === 6 && isIPv4(address) ? `::ffff:${address}` : address;
	}

	/** Registers it with the other endpoints, and starts to count datagrams that the system discards. */
	known(record: EndpointRecord): SocketAddress {
		// Connecting has chosen one of this machine's addresses if it was bound to all.
		this.#look();
		const { local } = this;
		this.#release = record.context.bound.add({ protocol: 'udp', endpoint: record.id, ...local });
		this.#drops = new UdpDrops(this.socket, this.family, local, (count, text) => record.missed(count, text));
		this.#source = new SourceCheck(local, (warning) => record.warn(warning));
		return local;
	}

	/** Enlarges the receive buffer as far as the system permits, once it is bound. */
	grantReceiveBuffer(): void {
		grantReceiveBuffer(this.socket, this.#bulk);
	}

	#look(): void {
		const { address, port } = this.socket.address();
		this.local = socketAddress(address, port);
	}

	/** Sends datagrams: those of one turn with one call where the system has it. */
	get outlet(): Outlet {
		return this.#outlet ?? this.socket;
	}

	/** How its datagrams are read and sent, once it is bound. */
	get calls(): DatagramCalls {
		if (this.#bulk !== undefined) return { many: true, thread: this.#taken?.reading ?? false };
		const { message, details } = bulkMissing() ?? engineError('unavailable', 'bulkUncertain');
		return { many: false, why: details.says && { message, says: details.says } };
	}

	/** Sends what waits for the end of the turn: before the socket is closed or disconnected. */
	flush(): void {
		this.#outlet?.flush();
	}

	/** Reads datagrams from now on: many with one call where the system has it, and by another thread from the first flood on. */
	receive(to: Receiver): void {
		const bulk = this.#bulk;
		const drained = this.drained(to);
		const drain =
			bulk &&
			new Drain(bulk, () => {
				if (!this.#forgotten) this.#taken ??= takeOver(bulk, drained);
			});
		this.socket.on('message', (bytes, from) => {
			this.#drops?.touch();
			this.take(to, bytes, from);
			drain?.after(drained);
		});
	}

	/** Takes the datagrams of batches. */
	drained(to: Receiver): Drained {
		const isClosed = () => this.#closed;
		return {
			arrived: () => this.#drops?.touch(),
			datagram: (batch, n) => {
				const peer = this.#sender(to, batch, n);
				to.received(peer, peer.keeps ? batch.bytes(n) : batch.lent(n));
			},
			get closed() {
				return isClosed();
			},
		};
	}

	/** A datagram of node:dgram. */
	take(to: Receiver, bytes: Uint8Array, from: Written): void {
		to.received(this.peers.find(from.address, from.port) ?? to.admit(from), bytes);
	}

	/** Who has sent the `n`th datagram of a batch. */
	#sender(to: Receiver, batch: Batch, n: number): UdpPeer {
		const { peers } = this;
		const known = peers.senders.find(batch.senders, n * batch.words, batch.words);
		if (known !== undefined) return known;
		const from = batch.sender(n);
		const peer = peers.find(from.address, from.port) ?? to.admit(from);
		// It may have been closed at once.
		if (peers.find(from.address, from.port) === peer) {
			peers.senders.set(batch.senders, n * batch.words, batch.words, peer);
		}
		return peer;
	}

	/** Before the first answer to a peer: warns where it may be sent from another address. */
	answers(peer: SocketAddress): void {
		void this.#source?.answers(peer);
	}

	/** Unregisters it; resolves when what another thread has read is handed over, and the discarded datagrams are counted. */
	async forget(): Promise<void> {
		this.#forgotten = true;
		this.#source?.close();
		this.#release?.();
		this.#release = undefined;
		const drops = this.#drops;
		this.#drops = undefined;
		await Promise.all([this.#taken?.leave(), drops?.close()]);
	}

	/** Resolves when the socket is closed. */
	async close(): Promise<void> {
		if (this.#closed) return;
		this.#closed = true;
		await this.forget();
		this.flush();
		if (this.#bulk !== undefined) releaseDescriptor(this.#bulk.descriptor);
		await new Promise<void>((resolve) => this.socket.close(() => resolve()));
	}
}
