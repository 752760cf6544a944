import type { SocketAddress } from '../../../common/contract/base/address.ts';

/**
 * Captures identify ends by IP addresses and ports. A Unix socket has neither: it gets placeholders from the range for
 * local use (RFC 4193), one port for each path and one end for each connection.
 */
const PATHS = 'fd77:6972:6562::1';
const CLIENTS = 'fd77:6972:6562::2';

/** Numbers the paths of one engine, from 1. */
export class UnixAddresses {
	readonly #ports = new Map<string, number>();

	/** The end that has a path. */
	named(path: string): SocketAddress {
		const port = this.#ports.get(path) ?? (this.#ports.size % 65_535) + 1;
		this.#ports.set(path, port);
		return { address: PATHS, port, path };
	}
}

/** The other end of a connection, which has no path. */
export function unnamedEnd(connection: number): SocketAddress {
	const group = Math.floor(connection / 65_535).toString(16);
	return { address: `${CLIENTS}:${group}`, port: (connection % 65_535) + 1, path: '' };
}

/** A path in the system's form: a leading `@` is Linux's abstract name, which starts with a zero byte there. */
export function systemPath(path: string): string {
	return path.startsWith('@') ? `\0${path.slice(1)}` : path;
}
