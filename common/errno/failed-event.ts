import type { Direction } from '../capture/event.ts';
import type { EndpointKind } from '../endpoints/index.ts';
import type { Asked, Verb } from './meaning.ts';

/** An event that reports an error of the system, as a capture has it. */
export interface FailedEvent {
	/** undefined where the capture does not say, as one of another program. */
	readonly endpointKind?: EndpointKind | undefined;
	/** 0 for an event of the endpoint itself. */
	readonly connection: number;
	readonly direction: Direction;
}

const LISTENING: ReadonlySet<EndpointKind> = new Set(['tcp-server', 'unix-server', 'tcp-proxy']);
const DATAGRAMS: ReadonlySet<EndpointKind> = new Set(['udp', 'udp-proxy', 'unix-datagram']);

/** What was asked of the system when it gave the error of an event: what the same code means depends on that. */
export function askedIn({ endpointKind, connection, direction }: FailedEvent): Asked {
	const path = endpointKind?.startsWith('unix-') ? 'the path' : undefined;
	return { verb: verbIn(endpointKind, connection, direction), target: path ?? 'the peer', path };
}

function verbIn(kind: EndpointKind | undefined, connection: number, direction: Direction): Verb {
	if (kind === undefined) return direction === 'out' ? 'write to' : 'connect to';
	const datagrams = DATAGRAMS.has(kind);
	if (connection === 0) {
		if (LISTENING.has(kind)) return 'listen on';
		return datagrams ? 'bind to' : 'connect to';
	}
	if (datagrams) return direction === 'in' ? 'read from' : 'send to';
	if (direction === 'out') return 'write to';
	// A client of a proxy has the error of the connection that was opened for it.
	return kind === 'tcp-proxy' ? 'connect to' : 'read from';
}
