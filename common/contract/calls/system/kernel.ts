import { z } from 'zod';
import { TCP_STATES } from '../../../calls/tcp-states.ts';
import { KERNEL_FACT_NAMES } from '../../../kernel/facts.ts';
import { KERNEL_SOURCES } from '../../../kernel/sources.ts';
import { connectionIdSchema, endpointIdSchema, socketAddressSchema } from '../../base/address.ts';
import { LIMITS } from '../../base/limits.ts';
import { sentenceSchema } from '../../base/sentence.ts';
import { call } from '../../base/table.ts';

/** What a socket is to the system. */
export const KERNEL_SOCKET_KINDS = ['listener', 'stream', 'datagram'] as const;

export const kernelSocketSchema = z.object({
	/** Absent for a socket of the endpoint itself: one that listens, or a bound one. */
	connection: connectionIdSchema.optional(),
	kind: z.enum(KERNEL_SOCKET_KINDS),
	local: socketAddressSchema,
	remote: socketAddressSchema.optional(),
	sources: z.array(z.enum(KERNEL_SOURCES)),
	state: z.enum(TCP_STATES).optional(),
	/** Name of the congestion control. */
	congestion: z.string().optional(),
	/** Of a UDP socket: whether Wirebench reads and sends many datagrams with one call, or a single one. */
	datagramCalls: z.enum(['many', 'single']).optional(),
	/** Those that the system reports. */
	facts: z.partialRecord(z.enum(KERNEL_FACT_NAMES), z.number()),
	/** Why facts are not known, or what is special about them. */
	notes: z.array(z.object({ message: z.string(), says: sentenceSchema })),
});
export type KernelSocket = z.infer<typeof kernelSocketSchema>;

/** The program at the other end of a connection. */
export const peerProgramSchema = z.object({
	pid: z.number().int(),
	/** As the system names it. */
	name: z.string().optional(),
	/** The connection of this Wirebench that the other end is. */
	connection: connectionIdSchema.optional(),
});

export const kernelCalls = {
	/**
	 * What the system reports about the sockets of an endpoint and of connections of it, in the order of the request. An
	 * endpoint that does not run, and a connection that is closed, have none.
	 */
	kernelSockets: call(
		'query',
		z.object({
			endpoint: endpointIdSchema,
			connections: z.array(connectionIdSchema).max(LIMITS.kernelSockets).default([]),
		}),
		z.object({
			/** When they were read, in milliseconds since 1970. */
			time: z.number(),
			sockets: z.array(kernelSocketSchema),
		}),
		['not-found'],
	),
	/** The program at the other end of an open connection where it runs on this machine and the system names it, or why it is not known. */
	connectionProgram: call(
		'query',
		z.object({ connection: connectionIdSchema }),
		z.union([
			z.object({ program: peerProgramSchema }),
			z.object({ unknown: z.object({ message: z.string(), says: sentenceSchema }) }),
		]),
		['not-found'],
	),
} as const;

export type KernelSockets = z.infer<(typeof kernelCalls)['kernelSockets']['output']>;
export type ConnectionProgram = z.infer<(typeof kernelCalls)['connectionProgram']['output']>;
export type PeerProgram = z.infer<typeof peerProgramSchema>;
