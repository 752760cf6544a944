import { createSocket, type Socket } from 'node:dgram';
import type { SocketAddress } from '../../../common/contract/base/address.ts';
import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { ProxyDirection, ProxyFaults, ProxyHalf } from '../../../common/contract/config/proxy.ts';
import { describeProxyFaults } from '../../../common/faults/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import { localFor, plainAddress, socketAddress } from '../addresses/address.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { BoundUdp } from '../datagram/udp-bound.ts';
import { connectUdp, UdpDial } from '../datagram/udp-dial.ts';
import { type DatagramRelay, UdpPeer, type UdpPeerOpening } from '../datagram/udp-peer.ts';
import { type Attempt, errorText, toWirebenchError } from '../errors/errno.ts';
import { stopped } from '../errors/stopped.ts';
import type { Rewriting } from '../rules/rewriting.ts';
import { DatagramLane, type DatagramLaneOptions } from './datagram-lane.ts';
import { OwnFaults } from './own-faults.ts';

type Side = ProxyHalf['side'];

export interface FlowOptions {
	readonly record: EndpointRecord;
	/** The socket that receives the client's datagrams. */
	readonly listening: BoundUdp;
	/** The client's address, in the socket's form. */
	readonly wire: string;
	readonly client: SocketAddress;
	/** The addresses of the target's name, tried in order. */
	readonly target: { readonly addresses: readonly string[]; readonly port: number };
	/** From 1: the position of the client in the run. */
	readonly ordinal: number;
	readonly lane: (direction: ProxyDirection) => Pick<DatagramLaneOptions, 'chance' | 'rewriting'>;
	/** From now on its client counts as a new one. */
	readonly onClosing: () => void;
	/** Both halves are closed. */
	readonly onGone: () => void;
}

/** Maximum number of datagrams that wait for the socket to the target. */
const WAITING = 1024;

/** A client of a UDP proxy, and the separate socket that sends its datagrams to the target. */
export class Flow {
	readonly client: UdpPeer;
	quietLooks = 0;
	readonly #options: FlowOptions;
	readonly #dial: UdpDial<Socket>;
	#socket: Socket | undefined;
	readonly #lanes: Readonly<Record<ProxyDirection, DatagramLane>>;
	#target: UdpPeer | undefined;
	#release: (() => void) | undefined;
	readonly #faults: OwnFaults;
	#waiting: Uint8Array[] = [];
	#clientClosed = false;
	/** Number of open sockets towards the target. */
	#open = 0;
	#closing = false;

	constructor(options: FlowOptions) {
		const { record, listening, wire, client, target } = options;
		const [address = ''] = target.addresses;
		this.#options = options;
		this.#lanes = {
			toTarget: this.#lane('toTarget', client, (bytes) => this.#toTarget(bytes)),
			toClient: this.#lane('toClient', { address, port: target.port }, (bytes) => this.client.reply(bytes)),
		};
		this.#faults = new OwnFaults(this.#lanes);
		const local = localFor(listening.local, client);
		const opening: UdpPeerOpening = {
			remote: client,
			wire,
			role: 'accepted',
			connected: () => false,
			local,
			answers: () => listening.answers(client),
		};
		this.client = new UdpPeer(record, listening.outlet, { ...opening, relay: this.#relay('client') }, () => {
			this.#clientClosed = true;
			options.onClosing();
			this.close();
			this.#maybeGone();
		});
		this.#dial = new UdpDial<Socket>({
			...target,
			verb: 'send to',
			open: (to) => this.#openTo(to),
			outlet: (socket) => socket,
			tell: (text, says) => this.client.tell('note', text, says),
			moved: (socket, to) => this.#moved(socket, to),
			failed: (error) => this.#unreached(error),
			refusedAgain: (error) => this.#unreached(error),
			resent: (bytes) => this.#target?.resent(bytes),
		});
		this.#dial.first().then(
			({ opened, address: to }) => this.#connected(opened, to),
			(error: unknown) => this.#unreached(toWirebenchError(error, this.#attempt(address))),
		);
	}

	/** Traffic since the last check. */
	get active(): boolean {
		return this.client.active || this.#target?.active === true;
	}

	set active(active: boolean) {
		this.client.active = active;
		if (this.#target) this.#target.active = active;
	}

	idle(ms: number): void {
		this.client.tell('note', eventTexts.idleClient({ ms }));
		this.close();
	}

	has(connection: number): boolean {
		return this.client.id === connection || this.#target?.id === connection;
	}

	/** The endpoint's current faults: used where the flow has none of its own. */
	configure(all: ProxyFaults): void {
		this.#faults.configure(all);
	}

	/** Faults of its own; undefined: the endpoint's, `all`. */
	setOwn(faults: ProxyFaults | undefined, all: ProxyFaults): void {
		this.client.tell('note', noteTexts.clientFaultsChanged({ faults: describeProxyFaults(faults ?? all) }));
		this.#faults.set(faults, all);
		const { changes } = this.#options.record.context;
		changes.connection(this.client);
		if (this.#target) changes.connection(this.#target);
	}

	rewriteWith(rewriting: Readonly<Record<ProxyDirection, Rewriting>>): void {
		this.#lanes.toTarget.rewriteWith(rewriting.toTarget);
		this.#lanes.toClient.rewriteWith(rewriting.toClient);
	}

	close(): void {
		if (this.#closing) return;
		this.#closing = true;
		this.#lanes.toTarget.stop();
		this.#lanes.toClient.stop();
		this.#waiting = [];
		this.client.close();
		void this.#dial.close(stopped());
		if (this.#target) this.#target.close();
		else this.#shut();
	}

	#lane(direction: ProxyDirection, from: SocketAddress, send: (bytes: Uint8Array) => void): DatagramLane {
		return new DatagramLane({
			...this.#options.lane(direction),
			direction,
			peer: formatSocketAddress(from),
			send,
			tell: (kind, text) => (direction === 'toTarget' ? this.client : (this.#target ?? this.client)).tell(kind, text),
			onClose: () => this.close(),
		});
	}

	#toTarget(bytes: Uint8Array): void {
		if (this.#target) this.#target.reply(bytes);
		else if (!this.#closing && this.#waiting.length < WAITING) this.#waiting.push(bytes);
	}

	async #openTo(address: string): Promise<Socket> {
		const family = address.includes(':') ? 6 : 4;
		const socket = createSocket({
			type: family === 6 ? 'udp6' : 'udp4',
			// The target's name is resolved already: this is an address.
			lookup: (numeric, _options, callback) => callback(null, numeric, family),
		});
		this.#open++;
		socket.once('close', () => {
			this.#open--;
			this.#maybeGone();
		});
		try {
			await connectUdp(socket, this.#options.target.port, address);
			if (this.#closing) throw stopped();
		} catch (error) {
			socket.close();
			throw error;
		}
		return socket;
	}

	/** Makes this the socket towards the target. */
	#use(socket: Socket, address: string): SocketAddress {
		const { record } = this.#options;
		this.#socket = socket;
		const own = socket.address();
		const local = socketAddress(own.address, own.port);
		this.#release = record.context.bound.add({ protocol: 'udp', endpoint: record.id, ...local });
		socket.on('error', (error) => {
			if (socket !== this.#socket || this.#closing || this.#dial.refused(error)) return;
			this.#unreached(toWirebenchError(error, this.#attempt(address)));
		});
		socket.on('message', (bytes) => {
			this.#dial.answered();
			this.#target?.received(bytes);
		});
		return local;
	}

	#connected(socket: Socket, address: string): void {
		const { record, target } = this.#options;
		if (this.#closing) {
			socket.close();
			return;
		}
		const opening: UdpPeerOpening = {
			remote: { address, port: target.port },
			wire: address,
			role: 'opened',
			connected: () => true,
			local: this.#use(socket, address),
		};
		const outlet = this.#dial.outlet(socket);
		const half = new UdpPeer(record, outlet, { ...opening, relay: this.#relay('target') }, () => {
			this.#target = undefined;
			this.close();
			this.#shut();
		});
		this.#target = half;
		for (const bytes of this.#waiting) half.reply(bytes);
		this.#waiting = [];
		record.context.changes.connection(this.client);
	}

	/** Nobody answered at the previous address. */
	#moved(socket: Socket, address: string): void {
		this.#shut();
		if (this.#closing) {
			socket.close();
			return;
		}
		const local = this.#use(socket, address);
		this.#target?.move({ address, port: this.#options.target.port }, address, local);
		this.#options.record.context.changes.connection(this.client);
	}

	#attempt(address: string): Attempt {
		const { port } = this.#options.target;
		return { verb: 'send to', address, port, target: formatSocketAddress({ address, port }) };
	}

	/** The kernel reports a refusal (ICMP port unreachable) of a sent datagram, or no address can be reached. */
	#unreached(failure: WirebenchError): void {
		if (this.#closing) {
			this.#maybeGone();
			return;
		}
		const { record } = this.#options;
		record.error = failure.toInfo();
		record.changed();
		if (this.#target) {
			this.#target.failed(failure);
			return;
		}
		this.client.tell('error', errorText(failure), failure.details.says);
		this.close();
	}

	#relay(side: Side): DatagramRelay {
		const lane = this.#lanes[side === 'client' ? 'toTarget' : 'toClient'];
		return {
			received: (bytes) => lane.received(bytes),
			closing: () => lane.tally.totals,
			state: () => this.#state(side),
		};
	}

	#state(side: Side): ProxyHalf {
		const other = side === 'client' ? this.#target?.id : this.client.id;
		return {
			side,
			...(other === undefined ? {} : { other }),
			ordinal: this.#options.ordinal,
			applied: { ...this.#lanes[side === 'client' ? 'toTarget' : 'toClient'].tally.counts },
			...this.#faults.state,
		};
	}

	#shut(): void {
		this.#release?.();
		this.#release = undefined;
		this.#socket?.close();
		this.#socket = undefined;
	}

	#maybeGone(): void {
		if (this.#clientClosed && this.#open === 0) this.#options.onGone();
	}
}

/** A client's address for people, from the socket's values. */
export function clientAddress(wire: { readonly address: string; readonly port: number }): SocketAddress {
	return { address: plainAddress(wire.address), port: wire.port };
}
