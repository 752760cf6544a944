import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import type { Asks } from '../../common/contract/asks.ts';
import type { UdpConfig } from '../../common/contract/endpoint.ts';
import { WirebenchError } from '../../common/contract/errors.ts';
import { isMulticast, type OptionInForce, type UdpOptions } from '../../common/contract/socket-options.ts';
import { formatSocketAddress, withoutZone } from '../../common/payload/index.ts';
import { isWildcard, plainAddress, socketAddress } from './address.ts';
import { Asking } from './asking.ts';
import type { LiveConnection } from './context.ts';
import type { EndpointRecord } from './endpoint-record.ts';
import { type Attempt, errorText, toWirebenchError } from './errno.ts';
import { IdleSweep } from './idle-sweep.ts';
import { isBroadcast } from './interfaces.ts';
import { UdpSocketOptions } from './options/udp-options.ts';
import { NameResolver } from './resolve.ts';
import { type Runner, stopped } from './runner.ts';
import { UdpDrops } from './udp-drops.ts';
import { UdpPeer } from './udp-peer.ts';
import { UdpPeers } from './udp-peers.ts';

/** A destination in the form that the socket takes and gives: on an IPv6 socket, IPv4 addresses are mapped. */
interface Wire {
	readonly address: string;
	readonly port: number;
}

/** A bound UDP socket. Each remote address is a connection of its own. */
export class UdpSocket implements Runner {
	readonly #record: EndpointRecord;
	readonly #config: UdpConfig;
	readonly #peers = new UdpPeers();
	readonly #sweep = new IdleSweep(() => this.#peers.all());
	readonly #names = new NameResolver();
	#socket: Socket | undefined;
	#release: (() => void) | undefined;
	#drops: UdpDrops | undefined;
	#options: UdpSocketOptions | undefined;
	/** The one address that the kernel sends to and receives from, while the socket is connected. */
	#connected: Wire | undefined;
	#closed = false;
	/** Peers that are not closed yet, and who waits for the last. */
	#alive = 0;
	#onLastClosed: (() => void) | undefined;

	constructor(record: EndpointRecord, config: UdpConfig) {
		this.#record = record;
		this.#config = config;
	}

	async open(): Promise<void> {
		const { host, port, remote } = this.#config;
		try {
			const { address, family } = await this.#names.resolve(host, undefined);
			if (this.#closed) throw stopped();
			this.#names.family = family;
			const { reuseAddress = false, reusePort = false, ipv6Only = false } = this.#wanted;
			const socket = createSocket({
				type: family === 6 ? 'udp6' : 'udp4',
				reuseAddr: reuseAddress,
				reusePort,
				ipv6Only: ipv6Only && family === 6,
				// Names are resolved before: what comes here is an address, and the datagram leaves at once.
				lookup: (numeric, _options, callback) => callback(null, numeric, family),
			});
			this.#socket = socket;
			await this.#bind(socket, address, port);
			this.#setOptions(socket, family);
			if (remote !== undefined) await this.#connectMaybe(socket, remote);
			this.#opened(socket);
			if (remote !== undefined && this.#config.asks !== undefined) this.#ask(this.#config.asks, remote);
		} catch (error) {
			this.#shut();
			throw toWirebenchError(error, attempt('bind to', host, port));
		}
	}

	/** Begins to send the list of messages; what comes back is told by events and by the endpoint's state. */
	#ask(asks: Asks, remote: { host: string; port: number }): void {
		const record = this.#record;
		const asking = new Asking(asks, {
			send: async (bytes) => (await this.peer(remote)).send(bytes),
			tell: (kind, text) => record.endpointEvent(kind, text),
			changed: () => record.changed(),
		});
		record.asking = asking;
		void asking.run();
	}

	async close(): Promise<void> {
		this.#closed = true;
		this.#record.asking?.stop();
		this.#release?.();
		this.#record.context.bound.setGroups(this.#record.id, new Set());
		this.#sweep.stop();
		await this.#drops?.close();
		for (const peer of this.#peers.all()) peer.close();
		const socket = this.#socket;
		if (socket !== undefined) {
			const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
			this.#shut();
			await closed;
		}
		if (this.#alive > 0) await new Promise<void>((resolve) => (this.#onLastClosed = resolve));
	}

	targets(): LiveConnection[] {
		return this.#peers.all();
	}

	async peer(to: { host: string; port: number } | undefined): Promise<LiveConnection> {
		const target = to ?? this.#config.remote;
		if (target === undefined) {
			const message = 'Say where to send: this socket has no remote address of its own.';
			throw new WirebenchError('bad-input', message, { path: 'to' });
		}
		const wire = await this.#resolve(target.host, target.port);
		const socket = this.#socket;
		if (socket === undefined || this.#closed) throw new WirebenchError('wrong-state', 'The socket is closed.');
		this.#leaveConnection(socket, wire);
		return this.#peers.find(wire.address, wire.port) ?? this.#admit(socket, wire, 'opened');
	}

	applyOptions(): void {
		this.#options?.apply(this.#wanted);
		this.#listenToGroups();
		this.#sweep.start(this.#wanted.idleTimeoutMs);
	}

	optionsInForce(): OptionInForce[] {
		return this.#options?.inForce() ?? [];
	}

	get #wanted(): UdpOptions {
		const { config } = this.#record;
		return (config.kind === 'udp' ? config.options : undefined) ?? {};
	}

	/** Before it is connected: the system asks for the permission to broadcast then. */
	#setOptions(socket: Socket, family: 4 | 6): void {
		const options = new UdpSocketOptions(socket, family, (kind, text) => this.#record.endpointEvent(kind, text));
		this.#options = options;
		options.opened(this.#wanted);
		options.apply(this.#wanted);
		if (options.groups.size > 0 && !hearsGroups(socket.address().address, options.groups)) {
			this.#record.endpointEvent(
				'note',
				`Bound to ${this.#config.host}, the socket may get nothing of its groups: ${EVERYWHERE}`,
			);
		}
	}

	/** So that what our own endpoints send to a group is known to come here as well. */
	#listenToGroups(): void {
		this.#record.context.bound.setGroups(this.#record.id, this.#options?.groups ?? new Set());
	}

	#bind(socket: Socket, address: string, port: number): Promise<void> {
		return new Promise((resolve, reject) => {
			socket.once('error', reject);
			socket.once('close', () => reject(stopped()));
			socket.bind({ address, port }, () => {
				socket.off('error', reject);
				resolve();
			});
		});
	}

	/** Answers of groups and of whole networks come from elsewhere: there the socket stays open to all, unless it is to be connected. */
	async #connectMaybe(socket: Socket, remote: { host: string; port: number }): Promise<void> {
		const { connected } = this.#wanted;
		if (connected === false) return;
		const wire = await this.#resolve(remote.host, remote.port);
		const many = isMulticast(wire.address) || isBroadcast(wire.address);
		if (connected || (this.#config.port === 0 && !many)) await this.#connect(socket, wire, remote);
	}

	/**
	 * A socket with a remote address and no port of its own is a client: connected, the kernel tells it of refusals
	 * (ICMP port unreachable), which it keeps from other sockets.
	 */
	async #connect(socket: Socket, wire: Wire, remote: { host: string; port: number }): Promise<void> {
		if (this.#closed) throw stopped();
		await new Promise<void>((resolve, reject) => {
			socket.connect(wire.port, wire.address, (error?: Error) => {
				if (error) reject(toWirebenchError(error, attempt('connect to', remote.host, remote.port)));
				else resolve();
			});
		});
		if (this.#closed) throw stopped();
		this.#connected = wire;
		this.#options?.connected(true);
	}

	#opened(socket: Socket): void {
		const address = socket.address();
		const local = socketAddress(address.address, address.port);
		this.#record.local = local;
		this.#release = this.#record.context.bound.add({ protocol: 'udp', endpoint: this.#record.id, ...local });
		const drops = new UdpDrops(socket, address.family === 'IPv6' ? 6 : 4, local, (count, text) =>
			this.#record.missed(count, text),
		);
		this.#drops = drops;
		this.#listenToGroups();
		this.#sweep.start(this.#wanted.idleTimeoutMs);
		socket.on('message', (bytes, from) => {
			drops.touch();
			this.receive(socket, bytes, from);
		});
		socket.on('error', (error) => this.#onError(socket, error));
		this.#record.endpointEvent('listening', formatSocketAddress(local));
	}

	/** A datagram has come. */
	receive(socket: Socket, bytes: Uint8Array, from: RemoteInfo): void {
		const peer = this.#peers.find(from.address, from.port) ?? this.#admit(socket, from, 'accepted');
		peer.received(bytes);
	}

	#admit(socket: Socket, wire: Wire, role: 'accepted' | 'opened'): UdpPeer {
		const remote = { address: plainAddress(wire.address), port: wire.port };
		const connected = (): boolean => this.#connected !== undefined;
		const opening = { remote, wire: wire.address, role, connected };
		const peer = new UdpPeer(this.#record, socket, opening, () => this.#peerClosed(peer));
		this.#alive++;
		this.#peers.add(peer);
		return peer;
	}

	#peerClosed(peer: UdpPeer): void {
		this.#peers.delete(peer);
		this.#alive--;
		if (this.#alive === 0) this.#onLastClosed?.();
	}

	/** A failure that came back for a datagram that had left: a refusal, told to a connected socket. */
	#onError(socket: Socket, error: Error): void {
		const wire = this.#connected;
		const { host, port } = this.#config;
		const failure = toWirebenchError(
			error,
			wire ? attempt('send to', wire.address, wire.port) : attempt('read from', host, port),
		);
		if (wire) (this.#peers.find(wire.address, wire.port) ?? this.#admit(socket, wire, 'opened')).failed(failure);
		else this.#record.endpointEvent('error', errorText(failure));
		this.#record.error = failure.toInfo();
		this.#record.changed();
	}

	/** Sending elsewhere ends the kernel's tie to the one remote address. */
	#leaveConnection(socket: Socket, wire: Wire): void {
		const connected = this.#connected;
		if (connected === undefined || (connected.address === wire.address && connected.port === wire.port)) return;
		if (this.#wanted.connected) throw tied(connected);
		socket.disconnect();
		this.#connected = undefined;
		this.#options?.connected(false);
		const text = `No longer connected to ${formatSocketAddress(connected)} alone: refusals are not reported any more.`;
		this.#record.endpointEvent('note', text);
	}

	async #resolve(host: string, port: number): Promise<Wire> {
		try {
			const { address } = await this.#names.resolve(host, this.#names.family);
			return { address: this.#names.onTheSocket(address), port };
		} catch (error) {
			throw toWirebenchError(error, attempt('send to', host, port));
		}
	}

	/** Closing a dgram socket twice throws. */
	#shut(): void {
		const socket = this.#socket;
		this.#socket = undefined;
		socket?.close();
	}
}

const EVERYWHERE = 'bind it to 0.0.0.0 (or ::), or to the group itself.';

/** Datagrams to a group come to sockets that are bound to everything or to that group; elsewhere the system decides. */
function hearsGroups(bound: string, groups: ReadonlySet<string>): boolean {
	return isWildcard(bound) || groups.has(withoutZone(bound));
}

function tied(to: Wire): WirebenchError {
	return new WirebenchError('wrong-state', `The socket is connected to ${formatSocketAddress(to)} alone.`, {
		hint: 'Switch “connected” off in its options to send elsewhere too.',
	});
}

function attempt(verb: Attempt['verb'], host: string, port: number): Attempt {
	const address = plainAddress(host);
	return { verb, address, port, target: formatSocketAddress({ address, port }) };
}
