import type { Socket } from 'node:dgram';
import type { BulkCalls } from './calls.ts';
import { takeDescriptor } from './descriptor.ts';
import { bulkCalls } from './load-calls.ts';

/** A bound socket of node:dgram, for the system's calls. */
export interface BulkSocket {
	readonly socket: Socket;
	readonly family: 4 | 6;
	readonly descriptor: number;
	readonly calls: BulkCalls;
}

/** Takes its number until `releaseDescriptor`. Undefined where this machine has no such calls, or the number is not certain. */
export function takeBulkSocket(socket: Socket, family: 4 | 6): BulkSocket | undefined {
	const calls = bulkCalls();
	const descriptor = calls === undefined ? undefined : takeDescriptor(socket.address(), calls);
	return calls === undefined || descriptor === undefined ? undefined : { socket, family, descriptor, calls };
}
