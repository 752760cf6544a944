import { createSocket, type Socket } from 'node:dgram';
import type { ProxyDirection, ProxyFaults, ProxyHalf } from '../../../common/contract/proxy.ts';
import type { SocketAddress } from '../../../common/contract/workbench.ts';
import { describeProxyFaults } from '../../../common/faults/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { plainAddress, socketAddress } from '../address.ts';
import type { EndpointRecord } from '../endpoint-record.ts';
import { errorText, toWirebenchError } from '../errno.ts';
import { type DatagramRelay, UdpPeer, type UdpPeerOpening } from '../udp-peer.ts';
import { DatagramLane, type DatagramLaneOptions } from './datagram-lane.ts';
import { OwnFaults } from './own-faults.ts';

type Side = ProxyHalf['side'];

export interface FlowOptions {
	readonly record: EndpointRecord;
	/** Where the client's datagrams come to. */
	readonly listening: Socket;
	/** Of the client, in the form that the socket takes. */
	readonly wire: string;
	readonly client: SocketAddress;
	readonly target: SocketAddress;
	/** From 1: which of the run's clients it is. */
	readonly ordinal: number;
	readonly lane: (direction: ProxyDirection) => Pick<DatagramLaneOptions, 'chance' | 'rewriting'>;
	/** Its client counts as a new one from here on. */
	readonly onClosing: () => void;
	/** Both halves are closed. */
	readonly onGone: () => void;
}

/** What waits for the socket to the target, which takes a moment. */
const WAITING = 1024;

/** A client of a UDP proxy, and the socket of its own from which its datagrams go to the target. */
export class Flow {
	readonly client: UdpPeer;
	quietLooks = 0;
	readonly #options: FlowOptions;
	readonly #socket: Socket;
	readonly #lanes: Readonly<Record<ProxyDirection, DatagramLane>>;
	#target: UdpPeer | undefined;
	#release: (() => void) | undefined;
	readonly #faults: OwnFaults;
	#waiting: Uint8Array[] = [];
	#clientClosed = false;
	#socketClosed = false;
	#closing = false;

	constructor(options: FlowOptions) {
		const { record, listening, wire, client, target } = options;
		this.#options = options;
		this.#lanes = {
			toTarget: this.#lane('toTarget', client, (bytes) => this.#toTarget(bytes)),
			toClient: this.#lane('toClient', target, (bytes) => this.client.reply(bytes)),
		};
		this.#faults = new OwnFaults(this.#lanes);
		const opening: UdpPeerOpening = { remote: client, wire, role: 'accepted', connected: () => false };
		this.client = new UdpPeer(record, listening, { ...opening, relay: this.#relay('client') }, () => {
			this.#clientClosed = true;
			options.onClosing();
			this.close();
			this.#maybeGone();
		});
		this.#socket = createSocket({
			type: target.address.includes(':') ? 'udp6' : 'udp4',
			// The target's name has been looked up: what comes here is an address.
			lookup: (numeric, _options, callback) => callback(null, numeric, numeric.includes(':') ? 6 : 4),
		});
		this.#connect();
	}

	/** Something came or went since the last look. */
	get active(): boolean {
		return this.client.active || this.#target?.active === true;
	}

	set active(active: boolean) {
		this.client.active = active;
		if (this.#target) this.#target.active = active;
	}

	idle(ms: number): void {
		this.client.tell('note', `Nothing came or went for ${ms} ms: the client is forgotten.`);
		this.close();
	}

	has(connection: number): boolean {
		return this.client.id === connection || this.#target?.id === connection;
	}

	/** What the endpoint has now: it counts where the flow has no faults of its own. */
	configure(all: ProxyFaults): void {
		this.#faults.configure(all);
	}

	/** Faults of its own; undefined: those of the endpoint, `all`. */
	setOwn(faults: ProxyFaults | undefined, all: ProxyFaults): void {
		this.client.tell('note', `Faults of this client from here on: ${describeProxyFaults(faults ?? all)}.`);
		this.#faults.set(faults, all);
		const { changes } = this.#options.record.context;
		changes.connection(this.client);
		if (this.#target) changes.connection(this.#target);
	}

	close(): void {
		if (this.#closing) return;
		this.#closing = true;
		this.#lanes.toTarget.stop();
		this.#lanes.toClient.stop();
		this.#waiting = [];
		this.client.close();
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

	#connect(): void {
		const { target } = this.#options;
		const socket = this.#socket;
		socket.on('error', (error) => this.#failed(error));
		socket.once('close', () => {
			this.#socketClosed = true;
			this.#maybeGone();
		});
		socket.connect(target.port, target.address, (error?: Error) => {
			if (error) this.#failed(error);
			else if (!this.#closing) this.#connected();
		});
	}

	#connected(): void {
		const { record, target } = this.#options;
		const { address, port } = this.#socket.address();
		const local = socketAddress(address, port);
		this.#release = record.context.bound.add({ protocol: 'udp', endpoint: record.id, ...local });
		const opening: UdpPeerOpening = {
			remote: target,
			wire: target.address,
			role: 'opened',
			connected: () => true,
			local,
		};
		const half = new UdpPeer(record, this.#socket, { ...opening, relay: this.#relay('target') }, () => {
			this.#target = undefined;
			this.close();
			this.#shut();
		});
		this.#target = half;
		this.#socket.on('message', (bytes) => half.received(bytes));
		for (const bytes of this.#waiting) half.reply(bytes);
		this.#waiting = [];
		record.context.changes.connection(this.client);
	}

	/** The kernel tells of a refusal (ICMP port unreachable) for a datagram that had left. */
	#failed(error: Error): void {
		if (this.#closing) return;
		const { record, target } = this.#options;
		const attempt = { verb: 'send to', ...target, target: formatSocketAddress(target) } as const;
		const failure = toWirebenchError(error, attempt);
		record.error = failure.toInfo();
		record.changed();
		if (this.#target) {
			this.#target.failed(failure);
			return;
		}
		this.client.tell('error', errorText(failure));
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
		if (!this.#socketClosed) this.#socket.close();
	}

	#maybeGone(): void {
		if (this.#clientClosed && this.#socketClosed) this.#options.onGone();
	}
}

/** A client's address as people read it, from what the socket gives. */
export function clientAddress(wire: { readonly address: string; readonly port: number }): SocketAddress {
	return { address: plainAddress(wire.address), port: wire.port };
}
