import { proxyNote } from '../../../common/capture/proxy-note.ts';
import type { TcpClientConfig } from '../../../common/endpoints/index.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import { secureDial } from '../tls/index.ts';
import { connectHost } from './connect-host.ts';
import { connectThroughProxy } from './connect-through-proxy.ts';
import type { Dial } from './stream-client.ts';
import { tcpEnds } from './tcp-place.ts';

/** Connects to a host and a port, directly or through an upstream proxy. */
export function tcpDial(config: TcpClientConfig, { context, pathWords }: EndpointRecord): Dial {
	const { bound, authority } = context;
	const { via, tls } = config;
	const connect: Dial['connect'] = (signal, tell, waits) =>
		via === undefined
			? connectHost(config, signal, tell, waits)
			: connectThroughProxy(config, via, signal, tell, waits);
	return {
		connect: secureDial(connect, tls, config, authority, pathWords),
		ends: tcpEnds,
		note: via && proxyNote(via, config),
		mirrored: ({ address, port }) => bound.receiver('tcp', address, port) !== undefined,
	};
}
