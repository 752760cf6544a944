import type { SocketAddress } from '../../../common/contract/calls/workbench.ts';
import type { EndpointConfig, EndpointKind } from '../../../common/endpoints/index.ts';

/** Whether an endpoint of this kind opens one connection, to which all that is sent to it goes. */
export function isClient(kind: EndpointKind): boolean {
	return kind === 'tcp-client' || kind === 'unix-client';
}

/** Whether an endpoint of this kind passes on what clients and a target say to each other. */
export function isProxy(kind: EndpointKind): kind is 'tcp-proxy' | 'udp-proxy' {
	return kind === 'tcp-proxy' || kind === 'udp-proxy';
}

/** Whether an endpoint of this kind has a path in place of an address and a port. */
export function isUnix(kind: EndpointKind): boolean {
	return kind === 'unix-server' || kind === 'unix-client' || kind === 'unix-datagram';
}

/** Whether an endpoint of this kind has peers in place of connections: each datagram is a message. */
export function isDatagram(kind: EndpointKind): boolean {
	return kind === 'udp' || kind === 'unix-datagram' || kind === 'udp-proxy';
}

/** What is configured: where a server or socket is to be bound, where a client is to connect to. */
export function configuredAddress(config: EndpointConfig): SocketAddress {
	if (config.kind === 'unix-server' || config.kind === 'unix-client')
		return { address: '', port: 0, path: config.path };
	if (config.kind === 'unix-datagram') return { address: '', port: 0, path: config.path ?? '' };
	return { address: config.host, port: config.port };
}
