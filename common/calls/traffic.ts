import { eventTexts } from '../words/en/sentences/events.ts';
import type { CallEvent, SocketCall } from './call.ts';
import { type ConnectionFacts, isConnected, socketOf } from './connections.ts';
import { isLast, type SentPart } from './large-sends.ts';
import { hasDatagrams } from './listening.ts';
import { tlsOf } from './opening.ts';
import { RESETS } from './options.ts';
import type { SocketFacts } from './socket-facts.ts';
import { systemError } from './system-error.ts';

/** Room for one read, in bytes: that of libuv, for streams and datagrams. */
export const READ_SIZE = 65_536;

/** One read, or what the kernel took from one write. */
export function dataCalls(
	event: CallEvent,
	sockets: SocketFacts,
	facts: ConnectionFacts,
	part: SentPart | undefined,
): SocketCall[] {
	const { connection, direction, length, preview: bytes } = event;
	const on = socketOf(connection, facts, sockets);
	const tls = tlsOf(sockets, facts);
	const rest = { bytes, done: length, ...(tls && { tls }) };
	const place = isConnected(facts, sockets) || facts.remote === undefined ? {} : { place: facts.remote };
	const isTo = hasDatagrams(sockets) && !isConnected(facts, sockets);
	if (direction === 'out' && part !== undefined && !hasDatagrams(sockets)) return partCalls(event, on, part, rest);
	return direction === 'out'
		? [{ name: isTo ? 'sendto' : 'send', on, size: length, ...place, ...rest }]
		: [{ name: isTo ? 'recvfrom' : 'recv', on, size: READ_SIZE, ...place, ...rest }];
}

/** A part of a larger message: sendall() sends until the kernel has taken all of it. */
function partCalls(
	{ length }: CallEvent,
	on: string,
	part: SentPart,
	rest: Pick<SocketCall, 'bytes' | 'done' | 'tls'>,
): SocketCall[] {
	const { done: _, ...whole } = rest;
	const send: SocketCall = { name: 'send', on, ...(isLast(length) ? { size: length } : {}), ...rest };
	if (part === 'first') return [{ name: 'sendall', on, ...whole }, send];
	return [part === 'next' ? send : { ...send, waited: true }];
}

/** The end of one direction, a reset, or the end of the connection. */
export function closingCalls(event: CallEvent, sockets: SocketFacts, facts: ConnectionFacts): SocketCall[] {
	const { kind, direction, text, n } = event;
	const on = socketOf(event.connection, facts, sockets);
	const close: SocketCall = { name: 'close', on };
	if (kind === 'close') {
		const isOver = facts.closedBy !== undefined && facts.closedBy < n;
		return isOver || !isConnected(facts, sockets) ? [] : [close];
	}
	const tls = tlsOf(sockets, facts);
	if (direction === 'in') {
		const received: SocketCall = { name: 'recv', on, size: READ_SIZE, ...(tls && { tls }) };
		return [{ ...received, ...(kind === 'end' ? { done: 0 } : systemError(text)) }];
	}
	if (kind === 'reset') return [{ name: 'setsockopt', on, option: RESETS }, close];
	return text === eventTexts.weClosed ? [close] : [{ name: 'shutdown', on }];
}
