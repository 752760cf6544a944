import type { Direction } from '../capture/event.ts';
import { type EndpointKind, traitsOf } from '../endpoints/index.ts';
import type { Asked, Verb } from './meaning.ts';

/** An event that reports an error of the system, as a capture has it. */
export interface FailedEvent {
	/** undefined where the capture does not say, as in an imported one. */
	readonly endpointKind?: EndpointKind | undefined;
	/** 0 for an event of the endpoint itself. */
	readonly connection: number;
	readonly direction: Direction;
}

/** The operation that failed with the error of an event: the meaning of a code depends on it. */
export function askedIn({ endpointKind, connection, direction }: FailedEvent): Asked {
	const path = endpointKind !== undefined && traitsOf(endpointKind).protocol === 'unix' ? 'the path' : undefined;
	return { verb: verbIn(endpointKind, connection, direction), target: path ?? 'the peer', path };
}

function verbIn(kind: EndpointKind | undefined, connection: number, direction: Direction): Verb {
	if (kind === undefined) return direction === 'out' ? 'write to' : 'connect to';
	const { transport, role } = traitsOf(kind);
	if (connection === 0) {
		if (transport === 'datagram') return 'bind to';
		return role === 'client' ? 'connect to' : 'listen on';
	}
	if (transport === 'datagram') return direction === 'in' ? 'read from' : 'send to';
	if (direction === 'out') return 'write to';
	// A proxy's client reports the error of the connection that was opened for it.
	return role === 'proxy' ? 'connect to' : 'read from';
}
