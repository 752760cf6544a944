import { isDatagram } from '../endpoints/shared/roles.ts';
import type { CallEvent, Family, Place, SocketCall } from './call.ts';
import { LISTENER } from './connections.ts';
import { boundOptions, REUSE_ADDRESS } from './options.ts';
import { familyOf, readPlace } from './places.ts';
import type { SocketFacts } from './socket-facts.ts';

/** Length of the accept queue where the config has none: that of Node. */
const BACKLOG = 511;

/** A socket that is bound, and listens where it is a server's. */
export function listeningCalls({ text }: CallEvent, sockets: SocketFacts, on = LISTENER): SocketCall[] {
	const bound = readPlace(text) ?? sockets.own;
	const datagram = hasDatagrams(sockets);
	return [
		...bindCalls(on, bound, sockets),
		...setCalls(on, familyOf(bound), sockets, false),
		...(datagram ? [] : [{ name: 'listen', on, backlog: sockets.backlog ?? BACKLOG } as const]),
		...nameCall(on, bound, sockets.own),
	];
}

/** A bind that the system refused. */
export function failedBindCalls(
	sockets: SocketFacts,
	place: Place | undefined,
	failure: Partial<SocketCall>,
): SocketCall[] {
	const calls = bindCalls(LISTENER, place ?? sockets.own, sockets);
	return [
		...calls.map((call) => (call.name === 'bind' ? { ...call, ...failure } : call)),
		{ name: 'close', on: LISTENER },
	];
}

/** `socket`, the options that come before `bind`, and `bind`. */
function bindCalls(on: string, bound: Place | undefined, sockets: SocketFacts): SocketCall[] {
	const family = familyOf(bound);
	const datagram = hasDatagrams(sockets);
	return [
		{ name: 'socket', on: '', as: on, family, datagram },
		// libuv sets it for every TCP listener, so that a port in TIME_WAIT can be bound again.
		...(datagram || family === 'unix' ? [] : [{ name: 'setsockopt', on, option: REUSE_ADDRESS } as const]),
		...setCalls(on, family, sockets, true),
		...(bound === undefined || ('path' in bound && bound.path === '') ? [] : [bindCall(on, bound, sockets.own)]),
	];
}

/** With the port of the config: the system replaces 0. */
function bindCall(on: string, bound: Place, own: Place | undefined): SocketCall {
	const isChosen = 'port' in bound && own !== undefined && 'port' in own && own.port === 0;
	return { name: 'bind', on, place: isChosen ? { ...bound, port: 0 } : bound };
}

/** The port that the system has chosen. */
function nameCall(on: string, bound: Place | undefined, own: Place | undefined): SocketCall[] {
	if (bound === undefined || !('port' in bound) || own === undefined || !('port' in own) || own.port !== 0) return [];
	return [{ name: 'getsockname', on, place: bound }];
}

function setCalls(on: string, family: Family, sockets: SocketFacts, early: boolean): SocketCall[] {
	return boundOptions(sockets, family, early).map((option) => ({ name: 'setsockopt', on, option }));
}

export function hasDatagrams({ kind }: SocketFacts): boolean {
	return kind !== undefined && isDatagram(kind);
}
