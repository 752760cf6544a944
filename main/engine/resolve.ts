import { lookup } from 'node:dns/promises';
import { isIPv4 } from 'node:net';
import { numericAddress } from './numeric-address.ts';

export interface ResolvedAddress {
	readonly address: string;
	readonly family: 4 | 6;
}

/** Names that are kept at once: a socket talks to few, and a stale one is asked for again after a restart. */
const KEPT_NAMES = 1000;

const family = (address: string): 4 | 6 => (isIPv4(address) ? 4 : 6);

/** Finds the addresses of names for one socket, whose family it knows once it is bound. */
export class NameResolver {
	/** Of the socket: an IPv6 one can also reach IPv4 addresses, in their mapped form. */
	family: 4 | 6 | undefined;
	readonly #known = new Map<string, ResolvedAddress>();

	/** Prefers `wanted`; without it takes what the system puts first. Fails as dns.lookup does. */
	async resolve(host: string, wanted: 4 | 6 | undefined): Promise<ResolvedAddress> {
		const numeric = numericAddress(host);
		if (numeric !== undefined) return { address: numeric, family: family(numeric) };
		const key = `${wanted ?? 0} ${host}`;
		const known = this.#known.get(key);
		if (known) return known;
		const all = await lookup(host, { all: true });
		const best = all.find((one) => one.family === wanted) ?? all[0];
		if (best === undefined) throw Object.assign(new Error('no address'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' });
		const resolved = { address: best.address, family: family(best.address) };
		if (this.#known.size < KEPT_NAMES) this.#known.set(key, resolved);
		return resolved;
	}

	/** An address as the socket wants it: on an IPv6 socket, an IPv4 one is mapped (RFC 4291, 2.5.5.2). */
	onTheSocket(address: string): string {
		return this.family === 6 && isIPv4(address) ? `::ffff:${address}` : address;
	}
}
