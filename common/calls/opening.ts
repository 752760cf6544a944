import type { CallEvent, Place, SocketCall } from './call.ts';
import { type ConnectionFacts, isConnected, LISTENER, socketOf } from './connections.ts';
import { hasDatagrams } from './listening.ts';
import { connectionOptions } from './options.ts';
import { familyOf } from './places.ts';
import type { SocketFacts } from './socket-facts.ts';

/** How a connection came about. A peer of an unconnected socket is only met: no call belongs to that. */
export function openingCalls({ connection }: CallEvent, sockets: SocketFacts, facts: ConnectionFacts): SocketCall[] {
	const on = socketOf(connection, facts, sockets);
	if (hasDatagrams(sockets)) {
		if (!isConnected(facts, sockets)) return [];
		const remote = facts.remote ?? sockets.remote;
		const made: SocketCall = { name: 'socket', on: '', as: on, family: familyOf(remote), datagram: true };
		// That of an endpoint is open since it was bound.
		return [...(on === LISTENER ? [] : [made]), ...(remote === undefined ? [] : [connectCall(on, remote, true)])];
	}
	if (facts.accepted) {
		return [
			{
				name: 'accept',
				on: LISTENER,
				as: on,
				family: familyOf(facts.remote),
				...(facts.remote && { place: facts.remote }),
			},
			...optionCalls(on, sockets, facts.remote),
		];
	}
	return [
		...connectingCalls(on, sockets, facts.remote ?? sockets.remote, {}),
		...optionCalls(on, sockets, facts.remote),
	];
}

/** A socket that connects, or fails to. */
export function connectingCalls(
	on: string,
	{ own, kind }: SocketFacts,
	remote: Place | undefined,
	failure: Partial<SocketCall>,
): SocketCall[] {
	const isProxy = kind === 'tcp-proxy' || kind === 'udp-proxy';
	const from = own !== undefined && 'port' in own && !isProxy ? own : undefined;
	return [
		{ name: 'socket', on: '', as: on, family: familyOf(remote), datagram: kind === 'udp-proxy' },
		...(from === undefined ? [] : [{ name: 'bind', on, place: from } as const]),
		{ ...(remote === undefined ? { name: 'connect', on } : connectCall(on, remote, kind === 'udp-proxy')), ...failure },
	];
}

function connectCall(on: string, place: Place, datagram: boolean): SocketCall {
	return { name: 'connect', on, place, ...(datagram && { datagram }) };
}

function optionCalls(on: string, sockets: SocketFacts, remote: Place | undefined): SocketCall[] {
	if (remote !== undefined && 'path' in remote) return [];
	return connectionOptions(sockets).map((option) => ({ name: 'setsockopt', on, option }));
}

/** Whether a connection is encrypted, and which side of the handshake it has. */
export function tlsOf(
	{ tlsAccept, tlsConnect }: SocketFacts,
	{ accepted }: ConnectionFacts,
): 'accept' | 'connect' | undefined {
	if (accepted) return tlsAccept === true ? 'accept' : undefined;
	return tlsConnect === true ? 'connect' : undefined;
}
