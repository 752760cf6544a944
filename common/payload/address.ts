import type { SocketAddress } from '../contract/workbench.ts';

/** An address and a port in one word, IPv6 in brackets (RFC 3986): `127.0.0.1:80`, `[::1]:80`. */
export function formatSocketAddress({ address, port }: SocketAddress): string {
	return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
