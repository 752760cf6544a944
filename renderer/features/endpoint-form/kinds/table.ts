import type { ConfigOf, EndpointKind } from '../../../../common/endpoints/index.ts';
import type { FormKind } from './kind.ts';
import { tcpClient } from './TcpClient.tsx';
import { tcpProxy } from './TcpProxy.tsx';
import { tcpServer } from './TcpServer.tsx';
import { udp } from './Udp.tsx';
import { udpProxy } from './UdpProxy.tsx';
import { unixClient } from './UnixClient.tsx';
import { unixDatagram } from './UnixDatagram.tsx';
import { unixServer } from './UnixServer.tsx';

/** The form of each kind. A missing kind does not compile. */
export const FORM_KINDS = {
	'tcp-server': tcpServer,
	'tcp-client': tcpClient,
	'unix-server': unixServer,
	'unix-client': unixClient,
	'unix-datagram': unixDatagram,
	udp,
	'tcp-proxy': tcpProxy,
	'udp-proxy': udpProxy,
} satisfies { readonly [K in EndpointKind]: { readonly draft: (config: ConfigOf<K>) => { readonly kind: K } } };

type Drafts = { readonly [K in EndpointKind]: ReturnType<(typeof FORM_KINDS)[K]['draft']> };

/** A config of a kind, or of any, while it is edited. */
export type DraftOf<K extends EndpointKind = EndpointKind> = { [P in K]: Drafts[P] & { readonly kind: P } }[K];

/** The forms by kind, so that a draft and its form have matching types. */
export type FormKinds = { readonly [K in EndpointKind]: FormKind<K, DraftOf<K>> };
