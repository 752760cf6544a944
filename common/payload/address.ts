import type { SocketAddress } from '../contract/base/address.ts';

/** Replaces an address that the system does not report. */
export const UNKNOWN_ADDRESS = 'unknown address';

/**
 * An address and a port in one word, IPv6 in brackets (RFC 3986): `127.0.0.1:80`, `[::1]:80`; for a Unix socket its
 * path. An unknown address becomes words.
 */
export function formatSocketAddress({ address, port, path, unknown }: SocketAddress): string {
	if (unknown) return UNKNOWN_ADDRESS;
	if (path !== undefined) return path === '' ? 'unnamed socket' : path;
	return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
