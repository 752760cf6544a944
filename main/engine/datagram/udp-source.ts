import { isIPv4 } from 'node:net';
import { isWildcard } from '../addresses/address.ts';

/**
 * The local address of a client for a destination: the first one of its family. The wildcard, and on this machine the
 * loopback address, count for both families. Undefined where none fits.
 */
export function sourceFor(address: string, from: readonly string[]): string | undefined {
	const ipv4 = isIPv4(address);
	const same = from.find((one) => isIPv4(one) === ipv4);
	if (same !== undefined) return same;
	if (from.some(isWildcard)) return ipv4 ? '0.0.0.0' : '::';
	if (from.some(isLoopback) && isLoopback(address)) return ipv4 ? '127.0.0.1' : '::1';
	return undefined;
}

function isLoopback(address: string): boolean {
	return address === '::1' || (isIPv4(address) && address.startsWith('127.'));
}
