import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import type { UdpProxyConfig } from '../../../common/contract/endpoint.ts';
import type { ProxyDirection, ProxyFaults } from '../../../common/contract/proxy.ts';
import type { SocketAddress } from '../../../common/contract/workbench.ts';
import { Chance } from '../../../common/faults/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { socketAddress } from '../address.ts';
import type { LiveConnection } from '../context.ts';
import type { EndpointRecord } from '../endpoint-record.ts';
import { type Attempt, errorText, toWirebenchError } from '../errno.ts';
import { IdleSweep } from '../idle-sweep.ts';
import { grantReceiveBuffer } from '../receive-buffer.ts';
import { NameResolver } from '../resolve.ts';
import { type Runner, stopped } from '../runner.ts';
import { UdpDrops } from '../udp-drops.ts';
import { UdpPeers } from '../udp-peers.ts';
import { clientAddress, Flow } from './flow.ts';
import { datagramRewritings } from './lane-makers.ts';

/** Clients at once, each of which takes a socket: past that, the one that has been idle longest is forgotten. */
const CLIENTS = 16_384;

/** Takes datagrams of clients and sends those of each from a port of its own to the target, whose answers go back. */
export class UdpProxy implements Runner {
	readonly #record: EndpointRecord;
	readonly #config: UdpProxyConfig;
	readonly #rewriting: ReturnType<typeof datagramRewritings>;
	readonly #names = new NameResolver();
	readonly #peers = new UdpPeers(CLIENTS);
	readonly #flows = new Set<Flow>();
	readonly #sweep = new IdleSweep(() => [...this.#flows]);
	#faults: ProxyFaults;
	#socket: Socket | undefined;
	#release: (() => void) | undefined;
	#drops: UdpDrops | undefined;
	#lastOrdinal = 0;
	#closed = false;
	#onLastGone: (() => void) | undefined;

	constructor(record: EndpointRecord, config: UdpProxyConfig) {
		this.#record = record;
		this.#config = config;
		this.#faults = config.faults;
		this.#rewriting = datagramRewritings(config);
	}

	async open(): Promise<void> {
		const { host, port } = this.#config;
		const target = await this.#resolveTarget();
		try {
			const { address, family } = await this.#names.resolve(host, undefined);
			if (this.#closed) throw stopped();
			const socket = createSocket({
				type: family === 6 ? 'udp6' : 'udp4',
				lookup: (numeric, _options, callback) => callback(null, numeric, family),
			});
			this.#socket = socket;
			await bind(socket, address, port);
			grantReceiveBuffer(socket);
			this.#opened(socket, target);
		} catch (error) {
			this.#shut();
			throw toWirebenchError(error, attempt('bind to', host, port));
		}
	}

	async close(): Promise<void> {
		this.#closed = true;
		this.#release?.();
		this.#sweep.stop();
		await this.#drops?.close();
		for (const flow of [...this.#flows]) flow.close();
		const socket = this.#socket;
		if (socket !== undefined) {
			const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
			this.#shut();
			await closed;
		}
		if (this.#flows.size > 0) await new Promise<void>((resolve) => (this.#onLastGone = resolve));
		for (const one of Object.values(this.#rewriting)) one.stop();
	}

	/** A message to a proxy as a whole would have to say which way it goes: it is sent to a connection. */
	targets(): LiveConnection[] {
		return [];
	}

	setFaults(faults: ProxyFaults | undefined, connection?: number): void {
		if (connection === undefined) {
			this.#faults = faults ?? { toTarget: {}, toClient: {} };
			for (const flow of this.#flows) flow.configure(this.#faults);
			return;
		}
		for (const flow of this.#flows) if (flow.has(connection)) flow.setOwn(faults, this.#faults);
	}

	async #resolveTarget(): Promise<SocketAddress> {
		const { host, port } = this.#config.target;
		try {
			const { address } = await this.#names.resolve(host, undefined);
			return { address, port };
		} catch (error) {
			throw toWirebenchError(error, attempt('send to', host, port));
		}
	}

	#opened(socket: Socket, target: SocketAddress): void {
		const { address, port, family } = socket.address();
		const local = socketAddress(address, port);
		this.#record.local = local;
		this.#release = this.#record.context.bound.add({ protocol: 'udp', endpoint: this.#record.id, ...local });
		const drops = new UdpDrops(socket, family === 'IPv6' ? 6 : 4, local, (count, text) =>
			this.#record.missed(count, text),
		);
		this.#drops = drops;
		socket.on('message', (bytes, from) => {
			drops.touch();
			(this.#peers.find(from.address, from.port) ?? this.#admit(socket, target, from).client).received(bytes);
		});
		socket.on('error', (error) => {
			const failure = toWirebenchError(error, attempt('read from', this.#config.host, this.#config.port));
			this.#record.endpointEvent('error', errorText(failure));
		});
		this.#sweep.start(this.#config.idleMs);
		this.#record.endpointEvent('listening', formatSocketAddress(local));
	}

	/** A client's first datagram has come. */
	#admit(listening: Socket, target: SocketAddress, from: RemoteInfo): Flow {
		this.#lastOrdinal++;
		const ordinal = this.#lastOrdinal;
		const flow = new Flow({
			record: this.#record,
			listening,
			wire: from.address,
			client: clientAddress(from),
			target,
			ordinal,
			lane: (direction: ProxyDirection) => ({
				chance: new Chance(this.#config.seed, ordinal, direction),
				rewriting: this.#rewriting[direction],
			}),
			onClosing: () => this.#peers.delete(flow.client),
			onGone: () => this.#gone(flow),
		});
		this.#flows.add(flow);
		this.#peers.add(flow.client);
		flow.configure(this.#faults);
		return flow;
	}

	#gone(flow: Flow): void {
		this.#flows.delete(flow);
		if (this.#flows.size === 0) this.#onLastGone?.();
	}

	/** Closing a dgram socket twice throws. */
	#shut(): void {
		const socket = this.#socket;
		this.#socket = undefined;
		socket?.close();
	}
}

function bind(socket: Socket, address: string, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		socket.once('error', reject);
		socket.once('close', () => reject(stopped()));
		socket.bind({ address, port }, () => {
			socket.off('error', reject);
			resolve();
		});
	});
}

function attempt(verb: Attempt['verb'], address: string, port: number): Attempt {
	return { verb, address, port, target: formatSocketAddress({ address, port }) };
}
