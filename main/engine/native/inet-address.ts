import { SocketAddress } from 'node:net';
import { AF_INET, AF_INET6 } from './socket-numbers.ts';

/** An address and its port, without a zone. */
export interface InetAddress {
	/** As Node writes it: shortened, with an IPv4 address at the end where one is mapped. */
	readonly address: string;
	readonly port: number;
	/** The index of the interface of a link-local address; else 0. */
	readonly zone: number;
}

/** The family in the system's form of an address (`sockaddr`). On macOS a length precedes it. */
export function familyOf(sockaddr: Uint8Array): number | undefined {
	const [first = 0, second] = sockaddr;
	if (second === undefined) return undefined;
	return process.platform === 'linux' ? first | (second << 8) : second;
}

/** Decodes a `sockaddr_in` or `sockaddr_in6` (ip(7), ipv6(7)); undefined for another family, or one that is cut off. */
export function inetAddress(sockaddr: Uint8Array): InetAddress | undefined {
	const view = new DataView(sockaddr.buffer, sockaddr.byteOffset, sockaddr.byteLength);
	const family = familyOf(sockaddr);
	if (family === AF_INET && sockaddr.length >= 8) {
		return { address: sockaddr.subarray(4, 8).join('.'), port: view.getUint16(2), zone: 0 };
	}
	if (family !== AF_INET6 || sockaddr.length < 24) return undefined;
	const groups = Array.from({ length: 8 }, (_, n) => view.getUint16(8 + n * 2));
	const { address } = new SocketAddress({ family: 'ipv6', address: groups.map((one) => one.toString(16)).join(':') });
	const isLinkLocal = ((groups[0] ?? 0) & 0xffc0) === 0xfe80;
	const zone = isLinkLocal && sockaddr.length >= 28 ? view.getUint32(24, true) : 0;
	return { address, port: view.getUint16(2), zone };
}
