import type { z } from 'zod';
import type { EndpointKind } from './shared/kinds.ts';
import { tcpClient } from './tcp-client.ts';
import { tcpProxy } from './tcp-proxy.ts';
import { tcpServer } from './tcp-server.ts';
import { udp } from './udp.ts';
import { udpProxy } from './udp-proxy.ts';
import { unixClient } from './unix-client.ts';
import { unixDatagram } from './unix-datagram.ts';
import { unixServer } from './unix-server.ts';

/** Each kind of endpoint. A missing kind does not compile. */
export const ENDPOINTS = {
	'tcp-server': tcpServer,
	'tcp-client': tcpClient,
	'unix-server': unixServer,
	'unix-client': unixClient,
	'unix-datagram': unixDatagram,
	udp,
	'tcp-proxy': tcpProxy,
	'udp-proxy': udpProxy,
} satisfies { readonly [K in EndpointKind]: { readonly schema: z.ZodObject<{ kind: z.ZodLiteral<K> }> } };

type Schemas = { readonly [K in EndpointKind]: (typeof ENDPOINTS)[K]['schema'] };

/** The config of a kind, or of any. */
export type ConfigOf<K extends EndpointKind = EndpointKind> = {
	[P in K]: z.output<Schemas[P]> & { kind: P };
}[K];
