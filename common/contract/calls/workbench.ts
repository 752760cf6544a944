import { z } from 'zod';
import { endpointConfigSchema } from '../../endpoints/index.ts';
import { connectionIdSchema, endpointIdSchema, socketAddressSchema } from '../base/address.ts';
import { errorInfoSchema } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { call, topic } from '../base/table.ts';
import { streamFramingSchema } from '../config/framing.ts';
import { proxyFaultsSchema, proxyHalfSchema } from '../config/proxy.ts';
import { asksStateSchema } from '../config/request-list.ts';
import { responderSchema } from '../config/responder.ts';
import { optionInForceSchema, socketOptionsSchema } from '../config/socket-options.ts';
import { tlsFactsSchema } from '../config/tls.ts';
import { scriptFaultSchema } from './script.ts';

export const ENDPOINT_STATUSES = ['stopped', 'starting', 'open', 'stopping', 'failed'] as const;

/** Something that works, but perhaps not as it is meant: what it is, and what can be done. */
export const endpointWarningSchema = z.object({ message: z.string(), hint: z.string() });
export type EndpointWarning = z.infer<typeof endpointWarningSchema>;

/** Rates are averages over the last second: bytes/s and events/s. Totals count since the endpoint was made. */
export const endpointStateSchema = z.object({
	id: endpointIdSchema,
	config: endpointConfigSchema,
	status: z.enum(ENDPOINT_STATUSES),
	/** The bound address while open: the listening one of a server, the local one of a client or UDP socket. */
	local: socketAddressSchema.optional(),
	/** Why it failed, until the next start or until dismissed. */
	error: errorInfoSchema.optional(),
	/** What may go wrong while it runs, until the next start or until dismissed. */
	warning: endpointWarningSchema.optional(),
	/** What last went wrong in its script, until the next start. */
	scriptFault: scriptFaultSchema.optional(),
	connections: z.number().int(),
	bytesIn: z.number(),
	bytesOut: z.number(),
	rateIn: z.number(),
	rateOut: z.number(),
	eventRate: z.number(),
	/** How far the messages that it asks have come, in this run or the last. */
	asks: asksStateSchema.optional(),
	/** How often each rule has answered in this run or the last, and messages that none did. Absent without rules. */
	answers: z.object({ hits: z.array(z.number().int()), unanswered: z.number().int() }).optional(),
});
export type EndpointState = z.infer<typeof endpointStateSchema>;

/**
 * `waiting`: accepted by a server that serves one at a time, and not read yet. `peer-ended`: their FIN has come. `ended`:
 * ours is sent. A closed connection leaves the state.
 */
export const CONNECTION_STATUSES = ['connecting', 'waiting', 'open', 'peer-ended', 'ended'] as const;

export const connectionStateSchema = z.object({
	id: connectionIdSchema,
	endpoint: endpointIdSchema,
	status: z.enum(CONNECTION_STATUSES),
	/** While it waits: 1 for the one that is next. */
	place: z.number().int().optional(),
	local: socketAddressSchema,
	remote: socketAddressSchema,
	/** Wall clock, milliseconds since 1970. */
	openedAt: z.number(),
	bytesIn: z.number(),
	bytesOut: z.number(),
	/** Bytes accepted for sending that the kernel has not taken yet. */
	pending: z.number(),
	/** Of a proxy's connection. */
	proxy: proxyHalfSchema.optional(),
	/** What was agreed on, where the connection is encrypted. */
	tls: tlsFactsSchema.optional(),
});
export type ConnectionState = z.infer<typeof connectionStateSchema>;

export const workbenchSnapshotSchema = z.object({
	endpoints: z.array(endpointStateSchema),
	connections: z.array(connectionStateSchema),
});
/** Whole replacements by id, then removals. */
export const workbenchDeltaSchema = z.object({
	endpoints: z.array(endpointStateSchema),
	connections: z.array(connectionStateSchema),
	removedEndpoints: z.array(endpointIdSchema),
	removedConnections: z.array(connectionIdSchema),
});
export type WorkbenchSnapshot = z.infer<typeof workbenchSnapshotSchema>;
export type WorkbenchDelta = z.infer<typeof workbenchDeltaSchema>;

const byId = z.object({ id: endpointIdSchema });
const byConnection = z.object({ connection: connectionIdSchema });
const opening = [
	'not-found',
	'wrong-state',
	'address-in-use',
	'address-not-available',
	'refused',
	'timeout',
	'unreachable',
	'name-not-found',
	'not-permitted',
	'unavailable',
	'closed',
	'reset',
	'tls',
	'bad-input',
	'disk',
] as const;

export const workbenchCalls = {
	/** Adds a stopped endpoint. */
	endpointCreate: call('command', z.object({ config: endpointConfigSchema }), endpointStateSchema, []),
	/** Replaces the config of an endpoint that is not running. */
	endpointUpdate: call(
		'command',
		z.object({ id: endpointIdSchema, config: endpointConfigSchema }),
		endpointStateSchema,
		['not-found', 'wrong-state'],
	),
	/** Cuts the streams of an endpoint differently from here on, also while it runs. Refused with `wrong-state` for datagrams. */
	endpointSetFraming: call('command', byId.extend(streamFramingSchema.shape), endpointStateSchema, [
		'not-found',
		'wrong-state',
	]),
	/**
	 * Answers by other rules or by another script from here on, also while it runs; what has come before is answered as it was.
	 * A script that cannot be used changes nothing. Refused with `wrong-state` for proxies, and while it starts or stops.
	 */
	endpointSetResponder: call('command', byId.extend({ responder: responderSchema }), endpointStateSchema, [
		'not-found',
		'wrong-state',
	]),
	/**
	 * What goes wrong in a proxy from here on, also while it runs. With a connection (either half): for that one alone, until it
	 * closes; without faults it has the endpoint's again. Refused with `wrong-state` for other kinds.
	 */
	endpointSetFaults: call(
		'command',
		byId.extend({ connection: connectionIdSchema.optional(), faults: proxyFaultsSchema.optional() }),
		endpointStateSchema,
		['not-found', 'wrong-state'],
	),
	/**
	 * Replaces the socket options, also while it runs; what is refused by the system is an error event that names it. Fails with
	 * `bad-input` for an option that the kind does not have, with `wrong-state` for a change of one that is set as the socket opens.
	 */
	endpointSetOptions: call(
		'command',
		byId.extend({ options: socketOptionsSchema, noDelay: z.boolean().optional() }),
		endpointStateSchema,
		['not-found', 'wrong-state'],
	),
	/** The options of a running endpoint with what is in force; none while it does not run. */
	endpointOptions: call('query', byId, z.object({ options: z.array(optionInForceSchema) }), ['not-found']),
	/** Stops it if it runs, then forgets it. What it captured stays. */
	endpointRemove: call('command', byId, z.null(), ['not-found']),
	/** Resolves when it listens, is connected, or is bound; a failure also stays in the endpoint's `error`. */
	endpointStart: call('command', byId, endpointStateSchema, opening),
	endpointStop: call('command', byId, z.null(), ['not-found']),
	/** Removes the socket that a program left behind at the path of a Unix server. Refused where it is none. */
	endpointRemoveStale: call('command', byId, z.null(), ['not-found', 'wrong-state', 'not-permitted']),
	/**
	 * What a reply would find at a path of the host's, which may begin with `sample:`: the bytes of the file, or, when a folder
	 * is wanted, how many entries that has. Fails with a sentence that names the path.
	 */
	replyFileLook: call(
		'query',
		z.object({ path: z.string().min(1).max(LIMITS.pathChars), folder: z.boolean() }),
		z.object({ bytes: z.number().optional(), files: z.number().int().optional() }),
		['not-found', 'not-permitted', 'disk'],
	),
	/** Takes a card away that was read: an error, or a warning. */
	endpointDismissError: call('command', byId, z.null(), ['not-found']),
	/** FIN: we send no more, and still read. */
	connectionEnd: call('command', byConnection, z.null(), ['not-found', 'wrong-state']),
	/** Closes both halves. */
	connectionClose: call('command', byConnection, z.null(), ['not-found']),
	/** RST. */
	connectionReset: call('command', byConnection, z.null(), ['not-found', 'wrong-state']),
} as const;

export const workbenchTopics = {
	workbench: topic(z.object({}), workbenchSnapshotSchema, workbenchDeltaSchema),
} as const;
