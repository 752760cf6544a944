import { createSocket } from 'node:dgram';
import { readFile } from 'node:fs/promises';
import { isIPv4 } from 'node:net';
import type { SocketAddress } from '../../../common/contract/base/address.ts';
import type { EndpointWarning } from '../../../common/contract/calls/workbench.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import { isLocalAddress, isWildcard } from '../addresses/address.ts';
import { listInterfaces } from '../addresses/interfaces.ts';
import { parseProcNet } from '../port-owner/proc-net.ts';
import { connectUdp } from './udp-dial.ts';

/** Maximum number of peers that are checked: each check costs a system query. */
const PEERS = 64;

/**
 * Detects that answers of a socket bound to all addresses are sent from another address than the request used: the
 * system then chooses it by the route to the peer, and a connected client receives nothing. node:dgram neither reports
 * a datagram's destination address nor lets the source address be set (IP_PKTINFO).
 */
export class SourceCheck {
	readonly #local: SocketAddress;
	readonly #warn: (warning: EndpointWarning) => void;
	readonly #looked = new Set<string>();
	#over: boolean;
	/** One check after the other: the first peer is named, not the one whose check is over first. */
	#checks: Promise<void> = Promise.resolve();

	/** `local`: where the socket is bound. `warn` is called at most once. */
	constructor(local: SocketAddress, warn: (warning: EndpointWarning) => void) {
		this.#local = local;
		this.#warn = warn;
		this.#over = !isWildcard(local.address);
	}

	/** Checks before an answer to this peer. */
	answers(peer: SocketAddress): Promise<void> {
		const own = isLocalAddress(peer.address);
		const key = own ? formatSocketAddress(peer) : peer.address;
		if (this.#over || this.#looked.has(key) || this.#looked.size >= PEERS) return this.#checks;
		this.#looked.add(key);
		this.#checks = this.#checks.then(() => this.#check(peer, own));
		return this.#checks;
	}

	/** The endpoint stops. */
	close(): void {
		this.#over = true;
	}

	async #check(peer: SocketAddress, own: boolean): Promise<void> {
		if (this.#over) return;
		const message = own ? await this.#toThisMachine(peer) : await this.#elsewhere(peer);
		if (message === undefined || this.#over) return;
		this.#over = true;
		const hint = noteTexts.bindAsked({ bound: this.#local.address });
		this.#warn({ message, hint });
	}

	/** For a client on this machine Linux reports what it is connected to (proc_net_udp); elsewhere, and for other clients, it is unknown. */
	async #toThisMachine(peer: SocketAddress): Promise<string | undefined> {
		const table = await tryRead(`/proc/net/udp${isIPv4(peer.address) ? '' : '6'}`);
		const client = parseProcNet(table).find(({ address, port }) => address === peer.address && port === peer.port);
		const asked = client?.remote;
		if (asked === undefined || asked.port !== this.#local.port || isWildcard(asked.address)) return undefined;
		const from = await sourceTo(peer);
		if (from === undefined || from === asked.address) return undefined;
		return noteTexts.sourceDiffersHere({ peer: formatSocketAddress(peer), asked: asked.address, from });
	}

	/** The address that a remote peer used is unknown: only whether there are several. */
	async #elsewhere(peer: SocketAddress): Promise<string | undefined> {
		const family = isIPv4(peer.address) ? 'ipv4' : 'ipv6';
		const own = listInterfaces()
			.filter(({ internal }) => !internal)
			.flatMap(({ addresses }) => addresses.filter((one) => one.family === family && !/^fe[89ab]/i.test(one.address)))
			.map(({ address }) => address);
		// A link-local address is only reached from its own network, and answered from there.
		if (own.length < 2 || /^fe[89ab]/i.test(peer.address)) return undefined;
		const from = await sourceTo(peer);
		if (from === undefined) return undefined;
		return noteTexts.sourceMayDiffer({ own: own.join(', '), peer: peer.address, from });
	}
}

/** The address from which the system sends to a peer; undefined where there is no route. */
async function sourceTo({ address, port }: SocketAddress): Promise<string | undefined> {
	const socket = createSocket(isIPv4(address) ? 'udp4' : 'udp6');
	try {
		await connectUdp(socket, port, address);
		return socket.address().address;
	} catch (error) {
		if (error instanceof Error && 'code' in error) return undefined;
		throw error;
	} finally {
		socket.close();
	}
}

/** Empty where the system has no such file. */
async function tryRead(path: string): Promise<string> {
	try {
		return await readFile(path, 'latin1');
	} catch (error) {
		if (error instanceof Error && 'code' in error) return '';
		throw error;
	}
}
