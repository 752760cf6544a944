import { SocketAddress } from 'node:net';
import { plainAddress } from '../addresses/address.ts';
import { decodeAddress } from '../unix-datagram/address.ts';
import { AF_INET, AF_INET6, AF_UNIX } from './numbers.ts';

/** An address of a socket: IPv4 and IPv6 without a zone, or a path, which is empty for an end without one. */
export type SystemAddress = { readonly address: string; readonly port: number } | { readonly path: string };

/** Decodes the system's form (sockaddr); undefined for other families. On macOS a length precedes the family. */
export function systemAddress(bytes: Buffer): SystemAddress | undefined {
	// An end without a name can have a family alone, or nothing at all on macOS.
	if (bytes.length < 2) return { path: '' };
	const family = process.platform === 'linux' ? bytes.readUInt16LE(0) : bytes.readUInt8(1);
	if (family === AF_UNIX) return { path: decodeAddress(bytes) };
	if (family === AF_INET && bytes.length >= 8) {
		return { address: bytes.subarray(4, 8).join('.'), port: bytes.readUInt16BE(2) };
	}
	if (family === AF_INET6 && bytes.length >= 24) {
		const groups = Array.from({ length: 8 }, (_, at) => bytes.readUInt16BE(8 + at * 2).toString(16));
		const { address } = new SocketAddress({ address: groups.join(':'), family: 'ipv6' });
		return { address: plainAddress(address), port: bytes.readUInt16BE(2) };
	}
	return undefined;
}
