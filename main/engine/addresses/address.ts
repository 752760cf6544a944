import { isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { SocketAddress } from '../../../common/contract/base/address.ts';
import { withoutZone } from '../../../common/payload/index.ts';

const MAPPED = '::ffff:';

/** An IPv4 address that a dual-stack socket reports as IPv6 is IPv4 on the wire, and is shown as that. */
export function plainAddress(address: string): string {
	if (!address.startsWith(MAPPED)) return address;
	const rest = address.slice(MAPPED.length);
	return isIPv4(rest) ? rest : address;
}

/**
 * A socket address from Node's values, which are undefined for a peer that has gone already: it is then unknown, and
 * packets have the wildcard address in the family of `like`.
 */
export function socketAddress(address: string | undefined, port: number | undefined, like = '0.0.0.0'): SocketAddress {
	if (address === undefined) return { address: like.includes(':') ? '::' : '0.0.0.0', port: 0, unknown: true };
	return { address: plainAddress(address), port: port ?? 0 };
}

/** The local address for a peer of the other family: a dual-stack wildcard is the IPv4 one for IPv4 peers. */
export function localFor(local: SocketAddress, remote: SocketAddress): SocketAddress {
	return local.address === '::' && isIPv4(remote.address) ? { address: '0.0.0.0', port: local.port } : local;
}

export function isWildcard(address: string): boolean {
	return address === '0.0.0.0' || address === '::';
}

/** Whether an address is one of this machine. */
export function isLocalAddress(address: string): boolean {
	if (isWildcard(address) || address === '::1' || (isIPv4(address) && address.startsWith('127.'))) return true;
	const plain = withoutZone(address);
	return Object.values(networkInterfaces()).some((list) => list?.some((one) => one.address === plain));
}

/** Whether a socket bound to `bound` receives packets to `address` of this machine (same port, same protocol). */
export function covers(bound: string, address: string): boolean {
	if (bound === address) return true;
	// The system's tables have no zones.
	if (withoutZone(bound) === withoutZone(address) && bound.includes('%') !== address.includes('%')) return true;
	if (bound === '0.0.0.0') return isIPv4(address) && isLocalAddress(address);
	if (bound === '::') return isLocalAddress(address);
	// The system accepts the wildcard as a destination for this machine.
	return isWildcard(address) && (bound === '127.0.0.1' || bound === '::1');
}
