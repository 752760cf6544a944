import { isIPv4 } from 'node:net';
import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import type { RequestList } from '../../../common/contract/config/request-list.ts';
import { isMulticast, type OptionInForce, type UdpOptions } from '../../../common/contract/config/socket-options.ts';
import { optionsOf, type UdpConfig } from '../../../common/endpoints/index.ts';
import { charsetNamed, charsetOf, formatSocketAddress, withoutZone } from '../../../common/payload/index.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import { isWildcard, localFor, plainAddress } from '../addresses/address.ts';
import { addressesOf } from '../addresses/addresses-of.ts';
import { isBroadcast } from '../addresses/interfaces.ts';
import type { LiveConnection } from '../core/context.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { DatagramCalls, Runner } from '../core/runner.ts';
import { type Attempt, toWirebenchError } from '../errors/errno.ts';
import { stopped } from '../errors/stopped.ts';
import { UdpSocketOptions } from '../options/udp-options.ts';
import { engineError } from '../sentences/engine-error.ts';
import { IdleSweep } from './idle-sweep.ts';
import { type RequestLine, RequestListRun } from './request-list.ts';
import { type BoundOptions, BoundUdp, type Receiver } from './udp-bound.ts';
import { connectUdp, UdpDial } from './udp-dial.ts';
import { bindEach } from './udp-listen.ts';
import { UdpPeer } from './udp-peer.ts';
import { sourceFor } from './udp-source.ts';

/** A destination in the socket's form: on an IPv6 socket, IPv4 addresses are mapped. */
interface Wire {
	readonly address: string;
	readonly port: number;
}

/** One of the endpoint's sockets. */
interface Open {
	readonly bound: BoundUdp;
	readonly options: UdpSocketOptions;
}

/**
 * A bound UDP socket, or one for each address of a name. Each remote address is a separate connection. With a remote it
 * is a client, which is bound again for each address of the remote's name that is tried.
 */
export class UdpSocket implements Runner {
	readonly #record: EndpointRecord;
	readonly #config: UdpConfig;
	#asking: RequestListRun | undefined;
	readonly #sweep = new IdleSweep(() => this.targets());
	#sockets: Open[] = [];
	/** The addresses of `host`; a client is bound to one of them. */
	#from: readonly string[] = [];
	/** For a client. */
	#dial: UdpDial<Open> | undefined;
	/** The one address that a client sends to, and its peer. */
	#dialled: Wire | undefined;
	#dialledPeer: UdpPeer | undefined;
	/** The kernel sends to that address and receives only from it. */
	#connected = false;
	#closed = false;
	/** Number of open peers, and the callback for the last one's close. */
	#alive = 0;
	#onLastClosed: (() => void) | undefined;

	constructor(record: EndpointRecord, config: UdpConfig) {
		this.#record = record;
		this.#config = config;
	}

	async open(): Promise<void> {
		const { host, port, remote, asks } = this.#config;
		const dials = remote !== undefined && (port === 0 || this.#wanted.connected === true);
		if (dials) await this.#openClient(remote);
		else await this.#openServer();
		if (this.#closed) {
			await this.#shut();
			throw toWirebenchError(stopped(), attempt('bind to', host, port));
		}
		if (remote !== undefined && asks !== undefined) this.#ask(asks, remote);
	}

	/** Starts to send the request list; events and the endpoint's state show the answers. */
	#ask(asks: RequestList, remote: { host: string; port: number }): void {
		const record = this.#record;
		const target = {
			line: async () => this.#line(await this.peer(remote)),
			freshLine: () => this.#freshLine(),
			tell: (kind: 'note' | 'error', text: string, says?: Sentence) => record.endpointEvent(kind, text, says),
			changed: () => record.changed(),
		};
		const asking = new RequestListRun(asks, target, record.draws, charsetNamed(charsetOf(record.config)));
		record.asking = asking;
		this.#asking = asking;
		void asking.run();
	}

	#line(peer: LiveConnection): RequestLine {
		// A refusal may replace the current socket by another.
		const socket = () => this.#sockets[0]?.bound ?? peer;
		return { socket, send: (bytes) => peer.send(bytes) };
	}

	/** A line from another port to the same address. Undefined with a fixed port, and while the address may change. */
	async #freshLine(): Promise<RequestLine | undefined> {
		const [now] = this.#sockets;
		const { remote, port } = this.#config;
		if (now === undefined || this.#dialled === undefined || remote === undefined || port !== 0) return undefined;
		if (this.#dial?.settle() === false) return undefined;
		const address = plainAddress(this.#dialled.address);
		try {
			const open = await this.#openTo(address);
			this.#dial = undefined;
			for (const { bound } of this.#sockets.splice(SPENT)) void this.#retire(bound);
			this.#take(open, address, this.#sockets);
			const text = eventTexts.portChanged({ place: formatSocketAddress(open.bound.local) });
			this.#record.endpointEvent('note', text);
			return this.#line(this.#remotePeer(this.#dialled));
		} catch (thrown) {
			const error = toWirebenchError(thrown, attempt('connect to', remote.host, remote.port));
			this.#record.errorEvent(error);
			return undefined;
		}
	}

	/** Closes a socket and its peers. */
	async #retire(bound: BoundUdp): Promise<void> {
		for (const peer of bound.peers.all()) peer.close();
		await bound.close();
	}

	async close(): Promise<void> {
		this.#closed = true;
		this.#asking?.stop();
		await this.#dial?.close(stopped());
		this.#record.context.bound.setGroups(this.#record.id, new Set());
		this.#sweep.stop();
		await Promise.all(this.#sockets.map(({ bound }) => bound.forget()));
		for (const peer of this.#peers()) peer.close();
		await this.#shut();
		if (this.#alive > 0) await new Promise<void>((resolve) => (this.#onLastClosed = resolve));
	}

	targets(): UdpPeer[] {
		return this.#peers();
	}

	async peer(to: { host: string; port: number } | undefined): Promise<LiveConnection> {
		const { remote } = this.#config;
		const target = to ?? remote;
		if (target === undefined) {
			throw engineError('bad-input', 'whereToSend', {}, { path: 'to' });
		}
		if (this.#dialled !== undefined && target.host === remote?.host && target.port === remote.port) {
			return this.#remotePeer(this.#dialled);
		}
		const { open, wire } = await this.#resolve(target.host, target.port);
		if (this.#closed) throw engineError('wrong-state', 'socketClosed');
		const dialled = this.#dialled;
		if (dialled?.address === wire.address && dialled.port === wire.port) return this.#remotePeer(dialled);
		this.#leaveConnection(open);
		return open.bound.peers.find(wire.address, wire.port) ?? this.#admit(open.bound, wire, 'opened');
	}

	applyOptions(): void {
		for (const { options } of this.#sockets) options.apply(this.#wanted);
		this.#listenToGroups();
		this.#sweep.start(this.#wanted.idleTimeoutMs);
	}

	optionsInForce(): OptionInForce[] {
		const [first] = this.#sockets;
		if (first === undefined) return [];
		const { calls } = first.bound;
		const many = (reading: string) => `${reading}, sendmmsg`;
		const value = calls.many ? many(calls.thread ? 'recvmmsg by a thread' : 'recvmmsg') : 'one by one';
		const why = calls.many || calls.why === undefined ? {} : { why: calls.why };
		return [...first.options.inForce(), { option: 'datagramCalls', value, source: 'read', ...why }];
	}

	datagramCalls(): DatagramCalls | undefined {
		return this.#sockets[0]?.bound.calls;
	}

	get #wanted(): UdpOptions {
		return optionsOf(this.#record.config);
	}

	#peers(): UdpPeer[] {
		return this.#sockets.flatMap(({ bound }) => bound.peers.all());
	}

	async #openServer(): Promise<void> {
		const { host, port, family } = this.#config;
		const all = await bindEach({ host, port, family }, this.#boundOptions);
		this.#sockets = all.map((bound) => ({ bound, options: this.#setOptions(bound) }));
		if (this.#closed) return;
		for (const [n, { bound }] of this.#sockets.entries()) this.#opened(bound, n > 0 ? 'further' : 'first');
	}

	/** Binds and connects with the first address of the remote that works. */
	async #openClient(remote: { host: string; port: number }): Promise<void> {
		const { host, family } = this.#config;
		const addresses = await this.#remoteAddresses(remote);
		this.#from = await resolved(host, family, attempt('bind to', host, this.#config.port));
		const reachable = addresses.filter((address) => sourceFor(address, this.#from) !== undefined);
		const dial = new UdpDial<Open>({
			addresses: reachable.length === 0 ? addresses.slice(0, 1) : reachable,
			port: remote.port,
			verb: 'connect to',
			open: (address) => this.#openTo(address),
			outlet: ({ bound }) => bound.outlet,
			tell: (text) => this.#record.endpointEvent('note', text),
			moved: (open, address) => this.#moved(open, address),
			failed: (error) => this.#failed(error),
			resent: (bytes) => this.#dialledPeer?.resent(bytes),
			refusedAgain: (error) => this.#failed(error),
		});
		this.#dial = dial;
		const { opened, address } = await dial.first();
		this.#take(opened, address);
	}

	async #remoteAddresses({ host, port }: { host: string; port: number }): Promise<string[]> {
		const { family } = this.#config;
		const begin = performance.now();
		const addresses = await resolved(host, family, attempt('send to', host, port));
		const ms = Math.round((performance.now() - begin) * 10) / 10;
		if (addresses.length > 1) {
			this.#record.endpointEvent('note', eventTexts.resolved({ host, addresses: addresses.join(', '), ms }));
		}
		return addresses;
	}

	/** A socket that is bound, and connected where requested. */
	async #openTo(address: string): Promise<Open> {
		if (this.#closed) throw stopped();
		const { host, port, remote } = this.#config;
		const from = sourceFor(address, this.#from) ?? this.#from[0] ?? host;
		const bound = new BoundUdp(from, this.#boundOptions);
		try {
			try {
				await bound.bind(port);
			} catch (error) {
				throw toWirebenchError(error, attempt('bind to', from, port));
			}
			// Before connecting: the system checks the permission to broadcast then.
			const options = this.#setOptions(bound);
			if (remote !== undefined && this.#connects(address)) {
				await connectUdp(bound.socket, remote.port, bound.wire(address));
				options.connected(true);
				this.#connected = true;
			}
			if (this.#closed) throw stopped();
			return { bound, options };
		} catch (error) {
			await bound.close();
			throw error;
		}
	}

	/** Answers from groups and whole networks have other source addresses: such a socket stays unconnected, unless configured otherwise. */
	#connects(address: string): boolean {
		return this.#wanted.connected ?? !(isMulticast(address) || isBroadcast(address));
	}

	/** Makes this the client's socket; earlier ones still receive late datagrams. */
	#take(open: Open, address: string, before: readonly Open[] = []): void {
		const { remote } = this.#config;
		this.#sockets = [open, ...before];
		this.#dialled = { address: open.bound.wire(address), port: remote?.port ?? 0 };
		this.#opened(open.bound, before.length > 0 ? 'again' : 'first');
	}

	/** Nobody answered at the previous address: the next one's socket takes over, and with it the peer. */
	#moved(open: Open, address: string): void {
		const [before] = this.#sockets;
		const peer = this.#dialledPeer;
		if (peer !== undefined) before?.bound.peers.delete(peer);
		if (before !== undefined) {
			void before.bound.close();
			this.#asking?.replaced(before.bound, open.bound);
		}
		this.#take(open, address);
		if (peer === undefined || this.#dialled === undefined) return;
		peer.move({ address, port: this.#dialled.port }, this.#dialled.address, open.bound.local);
		open.bound.peers.add(peer);
	}

	get #boundOptions(): BoundOptions {
		const { reuseAddress, reusePort, ipv6Only } = this.#wanted;
		return { reuseAddress, reusePort, ipv6Only };
	}

	#setOptions(bound: BoundUdp): UdpSocketOptions {
		const options = new UdpSocketOptions(bound, (kind, text) => this.#record.endpointEvent(kind, text));
		options.opened(this.#wanted);
		options.apply(this.#wanted);
		if (options.groups.size > 0 && !hearsGroups(bound.socket.address().address, options.groups)) {
			this.#record.endpointEvent('note', noteTexts.groupsUnheard({ host: this.#config.host }));
		}
		return options;
	}

	/** Registers the groups, so that datagrams of our own endpoints to a group are known to arrive here. */
	#listenToGroups(): void {
		const groups = this.#sockets.flatMap(({ options }) => [...options.groups]);
		this.#record.context.bound.setGroups(this.#record.id, new Set(groups));
	}

	#opened(bound: BoundUdp, which: 'first' | 'further' | 'again'): void {
		const local = bound.known(this.#record);
		if (which !== 'further') this.#record.local = local;
		this.#listenToGroups();
		this.#sweep.start(this.#wanted.idleTimeoutMs);
		bound.receive(this.receiver(bound));
		bound.socket.on('error', (error) => this.#onError(bound, error));
		const place = formatSocketAddress(local);
		if (which === 'first') this.#record.endpointEvent('listening', place);
		else if (which === 'further') this.#record.endpointEvent('note', eventTexts.listensToo({ place }));
	}

	/** Handles the datagrams of one of the sockets. */
	receiver(bound: BoundUdp): Receiver {
		return {
			admit: (from) => this.#admit(bound, from, 'accepted'),
			received: (peer, bytes) => {
				this.#dial?.answered();
				peer.received(bytes);
				this.#asking?.answered(bound);
			},
		};
	}

	/** The peer at the remote of a client. */
	#remotePeer(wire: Wire): UdpPeer {
		const [open] = this.#sockets;
		if (open === undefined || this.#closed) throw engineError('wrong-state', 'socketClosed');
		return open.bound.peers.find(wire.address, wire.port) ?? this.#admit(open.bound, wire, 'opened');
	}

	#admit(bound: BoundUdp, wire: Wire, role: 'accepted' | 'opened'): UdpPeer {
		const remote = { address: plainAddress(wire.address), port: wire.port };
		const dialled = role === 'opened' && wire.address === this.#dialled?.address && wire.port === this.#dialled.port;
		const open = this.#sockets[0];
		const outlet = dialled && open !== undefined ? (this.#dial?.outlet(open) ?? bound.outlet) : bound.outlet;
		const local = localFor(bound.local, remote);
		const opening = {
			remote,
			wire: wire.address,
			role,
			connected: () => this.#connected,
			local,
			answers: () => bound.answers(remote),
		};
		const peer = new UdpPeer(this.#record, outlet, opening, () => this.#peerClosed(peer));
		this.#alive++;
		bound.peers.add(peer);
		if (dialled) this.#dialledPeer = peer;
		return peer;
	}

	#peerClosed(peer: UdpPeer): void {
		for (const { bound } of this.#sockets) bound.peers.delete(peer);
		if (this.#dialledPeer === peer) this.#dialledPeer = undefined;
		this.#alive--;
		if (this.#alive === 0) this.#onLastClosed?.();
	}

	/** An error for a sent datagram: a refusal, reported on a connected socket. */
	#onError(bound: BoundUdp, error: Error): void {
		const wire = this.#connected ? this.#dialled : undefined;
		if (wire === undefined) {
			const { address, port } = bound.local;
			const failure = toWirebenchError(error, attempt('read from', address, port));
			this.#record.errorEvent(failure);
			this.#keepError(failure);
		} else if (this.#dial?.refused(error) !== true) {
			this.#failed(toWirebenchError(error, attempt('send to', wire.address, wire.port)), bound);
		}
	}

	/** One of the sockets reports that the remote cannot be reached. */
	#failed(failure: WirebenchError, bound = this.#sockets[0]?.bound): void {
		const wire = this.#dialled;
		if (wire !== undefined && bound !== undefined) {
			(bound.peers.find(wire.address, wire.port) ?? this.#admit(bound, wire, 'opened')).failed(failure);
			this.#asking?.refused(bound);
		}
		this.#keepError(failure);
	}

	#keepError(failure: WirebenchError): void {
		this.#record.error = failure.toInfo();
		this.#record.changed();
	}

	/** Sending to another address ends the kernel's connection to the one remote address. */
	#leaveConnection({ bound, options }: Open): void {
		const connected = this.#dialled;
		if (!this.#connected || connected === undefined) return;
		if (this.#wanted.connected) throw tied(connected);
		bound.flush();
		bound.socket.disconnect();
		this.#connected = false;
		options.connected(false);
		const text = eventTexts.connectionLeft({ place: formatSocketAddress(connected) });
		this.#record.endpointEvent('note', text);
	}

	/** The address of a host that one of the sockets can reach, and that socket. */
	async #resolve(host: string, port: number): Promise<{ readonly open: Open; readonly wire: Wire }> {
		const addresses = await resolved(host, this.#config.family, attempt('send to', host, port));
		const open = (address: string) => this.#sockets.find(({ bound }) => bound.family === (isIPv4(address) ? 4 : 6));
		const address = addresses.find((one) => open(one) !== undefined) ?? addresses[0] ?? host;
		const chosen = open(address) ?? this.#sockets[0];
		if (chosen === undefined) throw engineError('wrong-state', 'socketClosed');
		return { open: chosen, wire: { address: chosen.bound.wire(address), port } };
	}

	async #shut(): Promise<void> {
		const all = this.#sockets;
		this.#sockets = [];
		await Promise.all(all.map(({ bound }) => bound.close()));
	}
}

/** Maximum number of a client's earlier sockets that still wait for late datagrams. */
const SPENT = 31;

/** Datagrams to a group reach sockets bound to the wildcard or to that group; otherwise the system decides. */
function hearsGroups(bound: string, groups: ReadonlySet<string>): boolean {
	return isWildcard(bound) || groups.has(withoutZone(bound));
}

function tied(to: Wire): WirebenchError {
	return engineError('wrong-state', 'connectedAlone', { target: formatSocketAddress(to) });
}

function attempt(verb: Attempt['verb'], host: string, port: number): Attempt {
	const address = plainAddress(host);
	return { verb, address, port, target: formatSocketAddress({ address, port }) };
}

/** The addresses of a host. Rejects with a WirebenchError. */
async function resolved(host: string, family: UdpConfig['family'], asked: Attempt): Promise<string[]> {
	try {
		return await addressesOf(host, family);
	} catch (error) {
		throw toWirebenchError(error, asked);
	}
}
