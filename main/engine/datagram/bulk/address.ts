import { isIP, SocketAddress } from 'node:net';
import { ipv4Bytes, ipv6Bytes } from '../../addresses/address-bytes.ts';
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

/**
 * An address without a zone as the words of a `sockaddr` whose port is 0, for a socket of the family; undefined where it is
 * of the other family, or has a zone.
 */
export function destinationWords(address: string, family: 4 | 6): Uint32Array | undefined {
	if (isIP(address) !== family || address.includes('%')) return undefined;
	const bytes = Buffer.alloc(family === 4 ? 16 : 28);
	bytes.writeUInt16LE(family === 4 ? AF_INET : AF_INET6);
	bytes.set(family === 4 ? ipv4Bytes(address) : ipv6Bytes(address), family === 4 ? 4 : 8);
	return Uint32Array.from({ length: bytes.length / 4 }, (_, n) => bytes.readUInt32LE(n * 4));
}
