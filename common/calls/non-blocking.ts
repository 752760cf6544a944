import type { SocketCall } from './call.ts';

/** What such a program sees on Linux, where the events have no number of their own. */
const AGAIN = { errno: 'EAGAIN', errnoNumber: 11, inferred: true } as const;
const IN_PROGRESS = { errno: 'EINPROGRESS', errnoNumber: 115, inferred: true } as const;

/**
 * The same call on a non-blocking socket: `select` reports when it is ready, and a call that would wait fails with EAGAIN. The events do not show those:
 * they are inferred.
 */
export function nonBlocking(call: SocketCall): SocketCall[] {
	switch (call.name) {
		case 'socket':
			return [call, ...(call.as === undefined ? [] : [unblocked(call.as)])];
		case 'accept':
			return [ready(call.on, 'read'), call, ...(call.as === undefined ? [] : [unblocked(call.as)]), again(call)];
		case 'recv':
		case 'recvfrom': {
			const isLast =
				call.errno === undefined &&
				(call.name === 'recvfrom' || (call.done ?? 0) > 0) &&
				(call.done ?? 0) < (call.size ?? 0);
			return [ready(call.on, 'read'), call, ...(isLast ? [again(call)] : [])];
		}
		case 'sendall':
			// It is a loop of blocking ones.
			return [];
		case 'send':
			return call.waited ? [again(call), ready(call.on, 'write'), call] : [call];
		case 'connect':
			return connecting(call);
		default:
			return [call];
	}
}

/** TCP answers later; a Unix socket or a datagram's is connected at once. */
function connecting(call: SocketCall): SocketCall[] {
	const { place, errno, errnoNumber, ...rest } = call;
	if (place === undefined || 'path' in place || call.datagram === true) return [call];
	const option = { level: 'SOL_SOCKET', name: 'SO_ERROR', value: errno === undefined ? 0 : (errnoNumber ?? errno) };
	return [
		{ ...rest, place, ...IN_PROGRESS },
		ready(call.on, 'write'),
		{
			name: 'getsockopt',
			on: call.on,
			option,
			...(errno === undefined ? {} : { errno }),
			...(errnoNumber === undefined ? {} : { errnoNumber }),
		},
	];
}

function ready(on: string, how: 'read' | 'write'): SocketCall {
	return { name: 'select', on, ready: how, inferred: true };
}

function unblocked(on: string): SocketCall {
	return { name: 'nonblocking', on, inferred: true };
}

/** The same one while there is nothing to return yet, or no room. */
function again({ name, on, size, bytes, tls }: SocketCall): SocketCall {
	const sent = name === 'send' && bytes !== undefined ? { bytes } : {};
	return { name, on, ...(size === undefined ? {} : { size }), ...sent, ...(tls && { tls }), ...AGAIN };
}
