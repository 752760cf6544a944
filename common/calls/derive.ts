import type { BlockingMode, CallEvent, SocketCall } from './call.ts';
import type { ConnectionBook } from './connections.ts';
import { failedCalls } from './failing.ts';
import { listeningCalls } from './listening.ts';
import { nonBlocking } from './non-blocking.ts';
import { noteCalls } from './noting.ts';
import { openingCalls } from './opening.ts';
import type { SocketFacts } from './socket-facts.ts';
import { closingCalls, dataCalls } from './traffic.ts';

/**
 * The calls that a program would make for an event of an endpoint: equivalent ones, since Wirebench itself runs on libuv. None for an event that
 * no call causes or reports, such as a remark.
 * @param book has learned the events up to this one
 */
export function callsOf(
	event: CallEvent,
	sockets: SocketFacts,
	book: ConnectionBook,
	mode: BlockingMode = 'blocking',
): SocketCall[] {
	const calls = blockingCalls(event, sockets, book);
	return mode === 'blocking' ? calls : calls.flatMap(nonBlocking);
}

function blockingCalls(event: CallEvent, sockets: SocketFacts, book: ConnectionBook): SocketCall[] {
	const facts = book.of(event.connection, sockets);
	switch (event.kind) {
		case 'listening':
			return listeningCalls(event, sockets);
		case 'open':
			return openingCalls(event, sockets, facts);
		case 'data':
			return dataCalls(event, sockets, facts, book.partOf(event));
		case 'end':
		case 'reset':
		case 'close':
			return closingCalls(event, sockets, facts);
		case 'error':
			return book.sumsUp(event.n) ? [] : failedCalls(event, sockets, facts);
		case 'note':
			return noteCalls(event, sockets, facts);
	}
}
