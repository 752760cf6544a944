import type { SocketOption } from '../../contract/config/socket-options.ts';

/** Properties of a kind of endpoint: code branches on these instead of the kind's name. */
export interface Traits {
	/** What its sockets carry: bytes in order, or messages with boundaries. */
	readonly transport: 'stream' | 'datagram';
	/**
	 * `server`: accepts connections. `client`: opens one. `socket`: sends to anybody and receives from anybody. `proxy`: accepts
	 * clients and forwards to a target.
	 */
	readonly role: 'server' | 'client' | 'socket' | 'proxy';
	/** Its address type: ports of TCP or of UDP, or paths. */
	readonly protocol: 'tcp' | 'udp' | 'unix';
	/** The socket options that it has. */
	readonly options: readonly SocketOption[];
	/** The sides on which TLS is possible. */
	readonly tls: readonly ('server' | 'client')[];
	/** Whether many datagrams may be queued for the kernel at once, and a file is split into datagrams. */
	readonly bulk: boolean;
}

/** The name of each protocol, for people. */
export const PROTOCOL_NAMES: Readonly<Record<Traits['protocol'], string>> = { tcp: 'TCP', udp: 'UDP', unix: 'Unix' };

/** The names of the options that a schema has. */
export function optionNames<Name extends SocketOption>(schema: {
	readonly shape: Readonly<Record<Name, unknown>>;
}): readonly Name[] {
	return Object.keys(schema.shape).filter((name): name is Name => name in schema.shape);
}
