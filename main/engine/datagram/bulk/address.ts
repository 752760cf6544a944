import { SocketAddress } from 'node:net';
import type { BulkCalls } from './calls.ts';

/** `sa_family` of Linux. */
const AF_INET = 2;
const AF_INET6 = 10;

/** An address and its port, written as Node writes them. */
export interface Written {
	readonly address: string;
	readonly port: number;
}

/** The address in a `sockaddr_in` or `sockaddr_in6` (ip(7), ipv6(7)); undefined for another family. */
export function writtenAddress(sockaddr: Uint8Array, calls: BulkCalls): Written | undefined {
	const view = new DataView(sockaddr.buffer, sockaddr.byteOffset, sockaddr.byteLength);
	const family = view.getUint16(0, true);
	const port = view.getUint16(2);
	if (family === AF_INET) return { address: sockaddr.subarray(4, 8).join('.'), port };
	if (family !== AF_INET6) return undefined;
	const groups = Array.from({ length: 8 }, (_, n) => view.getUint16(8 + n * 2).toString(16));
	// Node shortens it: its form, with an IPv4 address at the end where one is mapped.
	const { address } = new SocketAddress({ family: 'ipv6', address: groups.join(':') });
	const zone = view.getUint32(24, true);
	if (zone === 0 || (view.getUint16(8) & 0xffc0) !== 0xfe80) return { address, port };
	return { address: `${address}%${calls.interfaceName(zone) ?? zone}`, port };
}
