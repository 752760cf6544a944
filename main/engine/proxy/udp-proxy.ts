import type { ProxyDirection, ProxyFaults } from '../../../common/contract/config/proxy.ts';
import type { UdpProxyConfig } from '../../../common/endpoints/index.ts';
import { Chance } from '../../../common/faults/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import { addressesOf } from '../addresses/addresses-of.ts';
import type { LiveConnection } from '../core/context.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { DatagramCalls, Runner } from '../core/runner.ts';
import type { Written } from '../datagram/bulk/address.ts';
import { IdleSweep } from '../datagram/idle-sweep.ts';
import type { BoundUdp } from '../datagram/udp-bound.ts';
import { bindEach } from '../datagram/udp-listen.ts';
import { type Attempt, toWirebenchError } from '../errors/errno.ts';
import { stopped } from '../errors/stopped.ts';
import { clientAddress, Flow } from './flow.ts';
import { datagramRewritings } from './lane-makers.ts';

/** Maximum number of clients, each of which has a socket: beyond it, the one that has been idle longest is removed. */
const CLIENTS = 16_384;

/** Receives datagrams of clients and sends those of each from a separate port to the target, whose answers are sent back. */
export class UdpProxy implements Runner {
	readonly #record: EndpointRecord;
	readonly #config: UdpProxyConfig;
	#rewriting: ReturnType<typeof datagramRewritings>;
	readonly #flows = new Set<Flow>();
	readonly #sweep = new IdleSweep(() => [...this.#flows]);
	#faults: ProxyFaults;
	#sockets: BoundUdp[] = [];
	#lastOrdinal = 0;
	#closed = false;
	#onLastGone: (() => void) | undefined;

	constructor(record: EndpointRecord, config: UdpProxyConfig) {
		this.#record = record;
		this.#config = config;
		this.#faults = config.faults;
		this.#rewriting = datagramRewritings(config, record.draws);
	}

	async open(): Promise<void> {
		const { host, port } = this.#config;
		const addresses = await this.#targetAddresses();
		this.#sockets = await bindEach({ host, port, family: 'any' }, { peers: CLIENTS });
		if (this.#closed) {
			await this.#shut();
			throw stopped();
		}
		for (const [n, bound] of this.#sockets.entries()) this.#opened(bound, addresses, n > 0);
		this.#sweep.start(this.#config.idleMs);
	}

	datagramCalls(): DatagramCalls | undefined {
		return this.#sockets[0]?.calls;
	}

	async close(): Promise<void> {
		this.#closed = true;
		this.#sweep.stop();
		await Promise.all(this.#sockets.map((bound) => bound.forget()));
		for (const flow of [...this.#flows]) flow.close();
		await this.#shut();
		if (this.#flows.size > 0) await new Promise<void>((resolve) => (this.#onLastGone = resolve));
		for (const one of Object.values(this.#rewriting)) one.stop();
	}

	/** A message to a whole proxy has no direction: messages go to a connection. */
	targets(): LiveConnection[] {
		return [];
	}

	recode(): void {
		const { config, draws } = this.#record;
		if (config.kind === 'udp-proxy') this.#rewriting = datagramRewritings(config, draws);
		for (const flow of this.#flows) flow.rewriteWith(this.#rewriting);
	}

	setFaults(faults: ProxyFaults | undefined, connection?: number): void {
		if (connection === undefined) {
			this.#faults = faults ?? { toTarget: {}, toClient: {} };
			for (const flow of this.#flows) flow.configure(this.#faults);
			return;
		}
		for (const flow of this.#flows) if (flow.has(connection)) flow.setOwn(faults, this.#faults);
	}

	async #targetAddresses(): Promise<string[]> {
		const { host, port } = this.#config.target;
		try {
			return await addressesOf(host, this.#config.family);
		} catch (error) {
			throw toWirebenchError(error, attempt('send to', host, port));
		}
	}

	#opened(bound: BoundUdp, addresses: readonly string[], further: boolean): void {
		bound.grantReceiveBuffer();
		const local = bound.known(this.#record);
		if (!further) this.#record.local = local;
		bound.receive({
			admit: (from) => this.#admit(bound, addresses, from).client,
			received: (peer, bytes) => peer.received(bytes),
		});
		bound.socket.on('error', (error) => {
			this.#record.errorEvent(toWirebenchError(error, attempt('read from', local.address, local.port)));
		});
		const place = formatSocketAddress(local);
		if (further) this.#record.endpointEvent('note', eventTexts.listensToo({ place }));
		else this.#record.endpointEvent('listening', place);
	}

	/** Handles a client's first datagram. */
	#admit(bound: BoundUdp, addresses: readonly string[], from: Written): Flow {
		this.#lastOrdinal++;
		const ordinal = this.#lastOrdinal;
		const flow = new Flow({
			record: this.#record,
			listening: bound,
			wire: from.address,
			client: clientAddress(from),
			target: { addresses, port: this.#config.target.port },
			ordinal,
			lane: (direction: ProxyDirection) => ({
				chance: new Chance(this.#config.seed, ordinal, direction),
				rewriting: this.#rewriting[direction],
			}),
			onClosing: () => bound.peers.delete(flow.client),
			onGone: () => this.#gone(flow),
		});
		this.#flows.add(flow);
		bound.peers.add(flow.client);
		flow.configure(this.#faults);
		return flow;
	}

	#gone(flow: Flow): void {
		this.#flows.delete(flow);
		if (this.#flows.size === 0) this.#onLastGone?.();
	}

	async #shut(): Promise<void> {
		await Promise.all(this.#sockets.splice(0).map((bound) => bound.close()));
	}
}

function attempt(verb: Attempt['verb'], address: string, port: number): Attempt {
	return { verb, address, port, target: formatSocketAddress({ address, port }) };
}
