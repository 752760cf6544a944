import type { Socket } from 'node:net';
import type { SocketAddress } from '../../../common/contract/base/address.ts';
import type { TcpServerConfig } from '../../../common/endpoints/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { socketAddress } from '../addresses/address.ts';
import { addressesOf } from '../addresses/addresses-of.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import { ServerTls } from '../tls/index.ts';
import type { ListenPlace } from './stream-server.ts';

/** Listens on an address and a port. */
export function tcpPlace(
	{
		host,
		port,
		backlog,
		noDelay,
		options = {},
		serve,
		tls,
	}: Pick<TcpServerConfig, 'host' | 'port' | 'backlog' | 'noDelay' | 'options' | 'tls'> &
		Partial<Pick<TcpServerConfig, 'serve'>>,
	{ context, pathWords }: EndpointRecord,
): ListenPlace {
	return {
		options: { host, port, backlog, reusePort: options.reusePort ?? false, ipv6Only: options.ipv6Only ?? false },
		addresses: () => addressesOf(host),
		noDelay,
		serve,
		...(tls === undefined ? {} : { secure: () => ServerTls.prepare(tls, context.authority, host, pathWords) }),
		attempt: { verb: 'listen on', address: host, port, target: formatSocketAddress({ address: host, port }) },
		local(server) {
			const address = server.address();
			if (address === null || typeof address === 'string') throw new Error('A TCP server has a socket address.');
			return socketAddress(address.address, address.port);
		},
		ends: tcpEnds,
		bound: (local) => ({ protocol: 'tcp', ...local }),
	};
}

/** Both ends of a TCP connection. */
export function tcpEnds(socket: Socket): { local: SocketAddress; remote: SocketAddress } {
	const local = socketAddress(socket.localAddress, socket.localPort);
	return { local, remote: socketAddress(socket.remoteAddress, socket.remotePort, local.address) };
}
