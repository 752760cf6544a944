import type { EndpointKind } from '../../../common/endpoints/index.ts';
import type { EngineKind } from './kind.ts';
import { tcpClient } from './tcp-client.ts';
import { tcpProxy } from './tcp-proxy.ts';
import { tcpServer } from './tcp-server.ts';
import { udp } from './udp.ts';
import { udpProxy } from './udp-proxy.ts';
import { unixClient } from './unix-client.ts';
import { unixDatagram } from './unix-datagram.ts';
import { unixServer } from './unix-server.ts';

/** Each kind of endpoint. A missing kind does not compile. */
export const ENGINE_KINDS: { readonly [K in EndpointKind]: EngineKind<K> } = {
	'tcp-server': tcpServer,
	'tcp-client': tcpClient,
	'unix-server': unixServer,
	'unix-client': unixClient,
	'unix-datagram': unixDatagram,
	udp,
	'tcp-proxy': tcpProxy,
	'udp-proxy': udpProxy,
};
