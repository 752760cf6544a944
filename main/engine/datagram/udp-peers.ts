import { Senders } from './bulk/senders.ts';
import type { UdpPeer } from './udp-peer.ts';

/** Maximum number of peers of one socket; beyond it, the one that has been idle longest is closed. */
const PEERS = 65_536;

/** The peers of a socket by address, bounded, with constant time per datagram. */
export class UdpPeers {
	/** By the address in the system's form. */
	readonly senders = new Senders<UdpPeer>();
	readonly #byAddress = new Map<string, UdpPeer>();
	readonly #limit: number;
	/** Cache: datagrams of a peer arrive in runs. */
	#last: UdpPeer | undefined;

	constructor(limit = PEERS) {
		this.#limit = limit;
	}

	/** `wire` is the address as Node reports it with datagrams. */
	find(wire: string, port: number): UdpPeer | undefined {
		const last = this.#last;
		if (last !== undefined && last.port === port && last.wire === wire) return last;
		const peer = this.#byAddress.get(key(wire, port));
		if (peer !== undefined) this.#last = peer;
		return peer;
	}

	/** Adds a peer; makes room first if necessary. */
	add(peer: UdpPeer): void {
		if (this.#byAddress.size >= this.#limit) this.#makeRoom();
		this.#byAddress.set(key(peer.wire, peer.port), peer);
		this.#last = peer;
	}

	delete(peer: UdpPeer): void {
		const name = key(peer.wire, peer.port);
		if (this.#byAddress.get(name) === peer) this.#byAddress.delete(name);
		if (this.#last === peer) this.#last = undefined;
		this.senders.delete(peer);
	}

	all(): UdpPeer[] {
		return [...this.#byAddress.values()];
	}

	/** Second chance: starting with the oldest, peers with traffic since the last round stay, the first without is closed. */
	#makeRoom(): void {
		for (const [name, peer] of this.#byAddress) {
			if (!peer.recent) {
				this.delete(peer);
				peer.close();
				return;
			}
			peer.recent = false;
			this.#byAddress.delete(name);
			this.#byAddress.set(name, peer);
		}
	}
}

function key(wire: string, port: number): string {
	return `${wire} ${port}`;
}
