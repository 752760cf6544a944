import { isAbsolute, relative } from 'node:path';
import type { SocketAddress } from '../../../common/contract/base/address.ts';
import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import { engineError } from '../sentences/engine-error.ts';

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

/** Maximum bytes of a path in the system's address, without the terminating zero (sys/un.h). */
const PATH_BYTES = process.platform === 'linux' ? 107 : 103;

/**
 * A path as the system's address can have it: one that is too long is shortened to a relative one, which the system takes
 * from the working directory. Unchanged where that is too long as well.
 */
export function fittingPath(path: string): string {
	if (process.platform === 'win32' || !isAbsolute(path) || Buffer.byteLength(path) <= PATH_BYTES) return path;
	const shorter = relative(process.cwd(), path);
	return Buffer.byteLength(shorter) <= PATH_BYTES ? shorter : path;
}

/** A path in the system's form: a leading `@` is Linux's abstract name, which starts with a zero byte there. */
export function systemPath(path: string): string {
	return path.startsWith('@') ? `\0${path.slice(1)}` : fittingPath(path);
}

/** Why a path cannot be that of a socket: it does not fit into the system's address. `words`: the path for people. */
export function tooLong(path: string, words: string): WirebenchError | undefined {
	if (process.platform === 'win32' || Buffer.byteLength(fittingPath(path)) <= PATH_BYTES) return undefined;
	return engineError('bad-input', 'pathTooLong', { path: words, most: PATH_BYTES }, { path: 'path' });
}
