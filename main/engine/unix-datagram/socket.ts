import { lstat, unlink } from 'node:fs/promises';
import type { SocketAddress } from '../../../common/contract/base/address.ts';
import type { OptionInForce, SocketOptions } from '../../../common/contract/config/socket-options.ts';
import type { UnixDatagramConfig } from '../../../common/endpoints/index.ts';
import { optionsOf } from '../../../common/endpoints/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import { isMissing } from '../../files/index.ts';
import { unnamedEnd } from '../addresses/unix-address.ts';
import type { LiveConnection } from '../core/context.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { Runner } from '../core/runner.ts';
import { IdleSweep } from '../datagram/idle-sweep.ts';
import { UdpPeer } from '../datagram/udp-peer.ts';
import { UdpPeers } from '../datagram/udp-peers.ts';
import { toWirebenchError } from '../errors/errno.ts';
import { stopped } from '../errors/stopped.ts';
import { OptionTeller } from '../options/option-teller.ts';
import { milliseconds, setRow } from '../options/rows.ts';
import { engineError } from '../sentences/engine-error.ts';
import { decodeAddress, encodeAddress, UNNAMED } from './address.ts';
import { type NativeSockets, nativeSockets, type Received } from './native.ts';
import { DatagramOutlet } from './outlet.ts';
import { PeerOutlet } from './peer-outlet.ts';
import { Poller } from './poller.ts';

/** Datagrams that are read before other work runs. */
const PER_TURN = 500;
let poller: Poller | undefined;

/** A datagram socket of the Unix domain. Each remote address is a separate connection. */
export class UnixDatagramSocket implements Runner {
	readonly #record: EndpointRecord;
	readonly #config: UnixDatagramConfig;
	readonly #peers = new UdpPeers();
	readonly #sweep = new IdleSweep(() => this.#peers.all());
	readonly #teller: OptionTeller;
	#native: NativeSockets | undefined;
	#socket: number | undefined;
	#outlet: DatagramOutlet | undefined;
	/** The inode of the socket file that we created: another file at the path is not ours. */
	#inode: number | undefined;
	#set: SocketOptions = {};
	#releases: (() => void)[] = [];
	#alive = 0;
	#onLastClosed: (() => void) | undefined;
	#closed = false;

	constructor(record: EndpointRecord, config: UnixDatagramConfig) {
		this.#record = record;
		this.#config = config;
		this.#teller = new OptionTeller((kind, text) => record.endpointEvent(kind, text));
	}

	async open(): Promise<void> {
		const native = nativeSockets();
		const { path } = this.#config;
		const socket = native.open();
		try {
			// Without a path, only Linux assigns names.
			if (path !== undefined || process.platform === 'linux') native.bind(socket, encodeAddress(path));
			if (path !== undefined && !path.startsWith('@')) this.#inode = (await lstat(path)).ino;
			if (this.#closed) throw stopped();
		} catch (error) {
			native.close(socket);
			const target = path === undefined ? 'a name of its own' : this.#record.pathWords(path);
			throw toWirebenchError(error, { verb: 'bind to', path, target });
		}
		this.#native = native;
		this.#socket = socket;
		this.#opened(native, socket);
	}

	async close(): Promise<void> {
		this.#closed = true;
		for (const release of this.#releases.splice(0)) release();
		this.#sweep.stop();
		const [native, socket] = [this.#native, this.#socket];
		if (native === undefined || socket === undefined) return;
		this.#socket = undefined;
		this.#outlet?.close();
		for (const peer of this.#peers.all()) peer.close();
		await poller?.remove(socket);
		native.close(socket);
		await this.#removeFile();
		if (this.#alive > 0) await new Promise<void>((resolve) => (this.#onLastClosed = resolve));
	}

	targets(): LiveConnection[] {
		return this.#peers.all();
	}

	async peerAt(path: string | undefined): Promise<LiveConnection> {
		const target = path === undefined ? this.#config.remote : this.#named(path);
		if (target === undefined) {
			throw engineError('bad-input', 'whereToSendPath', {}, { path: 'path' });
		}
		if (this.#socket === undefined || this.#closed) throw engineError('wrong-state', 'socketClosed');
		return this.#peer(target, 'opened');
	}

	applyOptions(): void {
		const native = this.#native;
		const socket = this.#socket;
		if (native === undefined || socket === undefined) return;
		const wanted = optionsOf(this.#record.config);
		for (const which of ['receive', 'send'] as const) {
			const option = which === 'send' ? 'sendBuffer' : 'receiveBuffer';
			const bytes = wanted[option];
			if (bytes === this.#set[option]) this.#teller.settled(option);
			else if (bytes === undefined) this.#set = { ...this.#set, [option]: undefined };
			else if (this.#teller.attempt(option, String(bytes), () => native.setBufferSize(socket, which, bytes)))
				this.#set = { ...this.#set, [option]: bytes };
		}
		this.#set = { ...this.#set, idleTimeoutMs: wanted.idleTimeoutMs };
		this.#sweep.start(wanted.idleTimeoutMs);
	}

	optionsInForce(): OptionInForce[] {
		const native = this.#native;
		const socket = this.#socket;
		if (native === undefined || socket === undefined) return [];
		const size = (which: 'receive' | 'send') => `${native.bufferSize(socket, which)} bytes`;
		const rows: OptionInForce[] = [
			{ option: 'receiveBuffer', value: size('receive'), source: 'read' },
			{ option: 'sendBuffer', value: size('send'), source: 'read' },
			setRow('idleTimeoutMs', milliseconds(this.#set.idleTimeoutMs), 'none'),
		];
		return rows.map((row) => this.#teller.withRefusal(row));
	}

	#opened(native: NativeSockets, socket: number): void {
		const { id, context } = this.#record;
		// A long path was shortened for the system.
		const name = this.#config.path ?? decodeAddress(native.name(socket));
		const local: SocketAddress = name === UNNAMED ? unnamedEnd(0) : context.unix.named(name);
		this.#record.local = local;
		this.#outlet = new DatagramOutlet(native, socket, (path) => this.#full(path));
		if (name !== UNNAMED) {
			const { address, port } = local;
			this.#releases.push(context.bound.add({ protocol: 'unix', address: name, port, endpoint: id }));
			this.#releases.push(context.bound.add({ protocol: 'udp', address, port, endpoint: id }));
		}
		this.applyOptions();
		poller ??= new Poller(native);
		poller.add(socket, () => this.#read(native, socket));
		this.#record.endpointEvent('listening', formatSocketAddress(local));
	}

	#read(native: NativeSockets, socket: number): void {
		try {
			for (let n = 0; n < PER_TURN && this.#socket === socket; n++) {
				this.#outlet?.settle();
				const received = native.receive(socket);
				if (received === undefined) return;
				this.#received(received);
			}
		} catch (error) {
			const target = formatSocketAddress(this.#record.local ?? unnamedEnd(0));
			this.#record.errorEvent(toWirebenchError(error, { verb: 'read from', target }));
		}
	}

	#received({ bytes, lost, from }: Received): void {
		const peer = this.#peer(decodeAddress(from), 'accepted');
		peer.received(bytes);
		if (lost > 0) this.#record.endpointEvent('error', noteTexts.datagramCut({ lost }));
	}

	#peer(path: string, role: 'accepted' | 'opened'): UdpPeer {
		const remote = path === UNNAMED ? unnamedEnd(0) : this.#record.context.unix.named(path);
		const found = this.#peers.find(path, remote.port);
		if (found !== undefined) return found;
		const peer: UdpPeer = new UdpPeer(
			this.#record,
			new PeerOutlet((bytes, after) => this.#send(bytes, path, after)),
			{ remote, wire: path, role, connected: () => false },
			() => this.#peerClosed(peer),
		);
		this.#alive++;
		this.#peers.add(peer);
		if (path === UNNAMED) peer.note(noteTexts.senderUnaddressed);
		return peer;
	}

	#send(bytes: Uint8Array, path: string, after: (error: Error | null) => void): void {
		const outlet = this.#outlet;
		if (path === UNNAMED || outlet === undefined) {
			process.nextTick(after, engineError('wrong-state', 'senderUnnamed'));
		} else outlet.send(bytes, path, after);
	}

	#full(path: string): void {
		const { port } = this.#record.context.unix.named(path);
		this.#peers.find(path, port)?.note(noteTexts.receiverFull);
	}

	/** The path that a person, or a peer, has named. That of a peer stays: it is not relative to a folder of ours. */
	#named(path: string): string {
		const isPeer = this.#peers.find(path, this.#record.context.unix.named(path).port) !== undefined;
		return isPeer || path.startsWith('@') ? path : this.#record.pathAt(path);
	}

	#peerClosed(peer: UdpPeer): void {
		this.#peers.delete(peer);
		this.#alive--;
		if (this.#alive === 0) this.#onLastClosed?.();
	}

	/** The system leaves the file in place; a file that replaced it stays. */
	async #removeFile(): Promise<void> {
		const { path } = this.#config;
		if (path === undefined || this.#inode === undefined) return;
		try {
			if ((await lstat(path)).ino === this.#inode) await unlink(path);
		} catch (error) {
			if (isMissing(error)) return;
			this.#record.errorEvent(toWirebenchError(error, { verb: 'remove', path, target: path }));
		}
	}
}
