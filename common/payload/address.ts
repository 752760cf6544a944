import type { SocketAddress } from '../contract/base/address.ts';

/** Replaces an address that the system does not report. */
export const UNKNOWN_ADDRESS = 'unknown address';
/** Replaces the path of a Unix socket that is bound to none. */
export const UNNAMED_SOCKET = 'unnamed socket';

/**
 * An address and a port in one word, IPv6 in brackets (RFC 3986): `127.0.0.1:80`, `[::1]:80`; for a Unix socket its
 * path. An unknown address becomes words.
 */
export function formatSocketAddress({ address, port, path, unknown }: SocketAddress): string {
	if (unknown) return UNKNOWN_ADDRESS;
	if (path !== undefined) return path === '' ? UNNAMED_SOCKET : path;
	return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
