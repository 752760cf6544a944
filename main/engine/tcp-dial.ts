import type { TcpClientConfig } from '../../common/contract/endpoint.ts';
import { connectHost } from './connect-host.ts';
import type { EngineContext } from './context.ts';
import type { Dial } from './stream-client.ts';
import { tcpEnds } from './tcp-place.ts';

/** A host and a port to connect to. */
export function tcpDial(config: TcpClientConfig, { bound }: EngineContext): Dial {
	return {
		connect: (signal, tell) => connectHost(config, signal, tell),
		ends: tcpEnds,
		mirrored: ({ address, port }) => bound.receiver('tcp', address, port) !== undefined,
	};
}
