import { isIP } from 'node:net';
import { ipv4Bytes, ipv6Bytes } from '../../addresses/address-bytes.ts';
import { inetAddress } from '../../native/inet-address.ts';
import { AF_INET, AF_INET6 } from '../../native/socket-numbers.ts';
import type { BulkCalls } from './calls.ts';

/** An address and its port, written as Node writes them. */
export interface Written {
	readonly address: string;
	readonly port: number;
}

/** The address in a `sockaddr_in` or `sockaddr_in6` (ip(7), ipv6(7)); undefined for another family. */
export function writtenAddress(sockaddr: Uint8Array, calls: BulkCalls): Written | undefined {
	const found = inetAddress(sockaddr);
	if (found === undefined) return undefined;
	const { address, port, zone } = found;
	return { address: zone === 0 ? address : `${address}%${calls.interfaceName(zone) ?? zone}`, port };
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
