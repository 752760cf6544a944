import type { SocketAddress } from '../contract/base/address.ts';

/** What stands for an address that the system does not say. */
export const UNKNOWN_ADDRESS = 'unknown address';

/**
 * An address and a port in one word, IPv6 in brackets (RFC 3986): `127.0.0.1:80`, `[::1]:80`; of a Unix socket its path. Where the
 * system does not say it, words that are no address.
 */
export function formatSocketAddress({ address, port, path, unknown }: SocketAddress): string {
	if (unknown) return UNKNOWN_ADDRESS;
	if (path !== undefined) return path === '' ? 'unnamed socket' : path;
	return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
