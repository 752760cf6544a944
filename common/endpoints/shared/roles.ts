import { type EndpointKind, ROLES } from './kinds.ts';

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
