import type { SocketAddress } from '../contract/workbench.ts';

/** An address and a port in one word, IPv6 in brackets (RFC 3986): `127.0.0.1:80`, `[::1]:80`; of a Unix socket its path. */
export function formatSocketAddress({ address, port, path }: SocketAddress): string {
	if (path !== undefined) return path === '' ? 'unnamed socket' : path;
	return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
