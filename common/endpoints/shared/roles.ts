import type { EndpointKind } from './kinds.ts';
import type { Traits } from './traits.ts';

/** The traits of each kind that need no schema, so that threads can load them alone. */
export const ROLES = {
	'tcp-server': { transport: 'stream', role: 'server', protocol: 'tcp' },
	'tcp-client': { transport: 'stream', role: 'client', protocol: 'tcp' },
	'unix-server': { transport: 'stream', role: 'server', protocol: 'unix' },
	'unix-client': { transport: 'stream', role: 'client', protocol: 'unix' },
	'unix-datagram': { transport: 'datagram', role: 'socket', protocol: 'unix' },
	udp: { transport: 'datagram', role: 'socket', protocol: 'udp' },
	'tcp-proxy': { transport: 'stream', role: 'proxy', protocol: 'tcp' },
	'udp-proxy': { transport: 'datagram', role: 'proxy', protocol: 'udp' },
} as const satisfies Readonly<Record<EndpointKind, Pick<Traits, 'transport' | 'role' | 'protocol'>>>;

/** Whether an endpoint of this kind opens one connection, to which all that is sent to it goes. */
export function isClient(kind: EndpointKind): boolean {
	return ROLES[kind].role === 'client';
}

/** Whether an endpoint of this kind forwards data between clients and a target. */
export function isProxy(kind: EndpointKind): boolean {
	return ROLES[kind].role === 'proxy';
}

/** Whether an endpoint of this kind has peers in place of connections: each datagram is a message. */
export function isDatagram(kind: EndpointKind): boolean {
	return ROLES[kind].transport === 'datagram';
}
