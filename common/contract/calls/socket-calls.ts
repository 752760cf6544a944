import { z } from 'zod';
import { BLOCKING_MODES, CALL_NAMES, FAMILIES } from '../../calls/call.ts';
import { GOODBYES, TCP_ENDS, TCP_FLAGS, TCP_STATES } from '../../calls/tcp-states.ts';
import { connectionIdSchema } from '../base/address.ts';
import { bytesSchema } from '../base/bytes.ts';
import { errorInfoSchema } from '../base/error-info.ts';
import { LIMITS } from '../base/limits.ts';
import { call, stateTopic } from '../base/table.ts';
import { CAPTURE_ERRORS, captureIdSchema } from './capture.ts';

const placeSchema = z.union([z.object({ host: z.string(), port: z.number().int() }), z.object({ path: z.string() })]);

/** One call that a program would make for an event, in no language yet: `SocketCall` of `common/calls`. */
export const socketCallSchema = z.object({
	name: z.enum(CALL_NAMES),
	on: z.string(),
	as: z.string().optional(),
	family: z.enum(FAMILIES).optional(),
	datagram: z.boolean().optional(),
	place: placeSchema.optional(),
	found: z.array(z.string()).optional(),
	option: z.object({ level: z.string(), name: z.string(), value: z.union([z.number(), z.string()]) }).optional(),
	backlog: z.number().int().optional(),
	ready: z.enum(['read', 'write']).optional(),
	size: z.number().int().optional(),
	bytes: bytesSchema.optional(),
	done: z.number().int().optional(),
	waited: z.literal(true).optional(),
	tls: z.enum(['accept', 'connect']).optional(),
	version: z.string().optional(),
	errno: z.string().optional(),
	errnoNumber: z.number().int().optional(),
	inferred: z.literal(true).optional(),
});

/** Whose calls: those of one connection, of an endpoint with all of its connections, or all. */
const callsOfSchema = z.union([
	z.object({ connection: connectionIdSchema }),
	z.object({ endpoint: z.string().max(LIMITS.nameChars) }),
	z.object({ all: z.literal(true) }),
]);

const listSchema = z.object({ capture: captureIdSchema, of: callsOfSchema, mode: z.enum(BLOCKING_MODES) });
export type CallList = Pick<z.infer<typeof listSchema>, 'of' | 'mode'>;

/** A call in which a program would wait, since the event before it. */
export const waitingCallSchema = z.object({
	name: z.enum(['accept', 'recv', 'recvfrom']),
	on: z.string(),
	/** Position of the event after which it waits, and its wall clock in nanoseconds since 1970. */
	n: z.number().int(),
	since: z.bigint(),
});
export type WaitingCall = z.infer<typeof waitingCallSchema>;

export const callsStateSchema = z.object({
	/** The scan is done when `scanned` equals `stored`, and continues when `stored` grows. */
	scanned: z.number(),
	stored: z.number(),
	/** The list is full: later calls are not in it. */
	limited: z.boolean(),
	/** Why the scan stopped, if it failed. */
	error: errorInfoSchema.optional(),
	/** Calls so far; existing ones do not change. */
	calls: z.number(),
	/** Calls that would wait after the last scanned event: the first few, and the number of all. */
	waiting: z.array(waitingCallSchema),
	waits: z.number(),
});
export type CallsState = z.infer<typeof callsStateSchema>;

export const listedCallSchema = z.object({
	/** Position of its event in the capture, and the wall clock of that. */
	n: z.number().int(),
	time: z.bigint(),
	/** Name of its endpoint. */
	endpoint: z.string(),
	/** 0 for a call of the endpoint itself. */
	connection: z.number().int(),
	/** Absent where the event was deleted to keep the capture within its limit, or is damaged. */
	call: socketCallSchema.optional(),
});
export type ListedCall = z.infer<typeof listedCallSchema>;

const momentSchema = z.object({
	n: z.number().int(),
	time: z.bigint(),
	own: z.array(z.enum(TCP_STATES)),
	peer: z.array(z.enum(TCP_STATES)),
	inferred: z.boolean(),
	segments: z.array(z.object({ from: z.enum(TCP_ENDS), flags: z.enum(TCP_FLAGS), seen: z.boolean() })),
});

export const statesStateSchema = z.object({
	scanned: z.number(),
	stored: z.number(),
	limited: z.boolean(),
	error: errorInfoSchema.optional(),
	/** Whether it is a TCP connection: others have no such states. */
	tcp: z.boolean(),
	/** The changes of state, in order: `TcpMoment` of `common/calls`. */
	moments: z.array(momentSchema),
	/** How it ended; absent while it is open. */
	goodbye: z.enum(GOODBYES).optional(),
});
export type StatesState = z.infer<typeof statesStateSchema>;

/** Lists are active while their topic has a subscriber: queries of any other are refused with `wrong-state`. */
export const socketCallCalls = {
	/** Calls from index `from` of an active list. */
	callLines: call(
		'query',
		listSchema.extend({ from: z.number().int().min(0), count: z.number().int().min(1).max(LIMITS.rowsPerQuery) }),
		z.object({ calls: z.array(listedCallSchema) }),
		CAPTURE_ERRORS,
	),
	/** The calls of event `n` in an active list: the index of the first, or of the next event's, and their number. */
	callPlace: call(
		'query',
		listSchema.extend({ n: z.number().int().min(0) }),
		z.object({ index: z.number().int(), count: z.number().int() }),
		CAPTURE_ERRORS,
	),
} as const;

export const socketCallTopics = {
	/** The calls that a program would make for the events of a connection or an endpoint. */
	captureCalls: stateTopic(listSchema, callsStateSchema),
	/** The TCP states of a connection, through its events. */
	captureStates: stateTopic(z.object({ capture: captureIdSchema, connection: connectionIdSchema }), statesStateSchema),
} as const;
