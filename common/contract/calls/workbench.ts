import { z } from 'zod';
import { endpointConfigSchema } from '../../endpoints/index.ts';
import { charset as charsetField, decodeAs as decodeAsField } from '../../endpoints/shared/fields.ts';
import { connectionIdSchema, endpointIdSchema, socketAddressSchema } from '../base/address.ts';
import { ENDPOINT_STATUSES } from '../base/endpoint-status.ts';
import { errorInfoSchema } from '../base/error-info.ts';
import { LIMITS } from '../base/limits.ts';
import { call, topic } from '../base/table.ts';
import { streamFramingSchema } from '../config/framing.ts';
import { proxyFaultsSchema, proxyHalfSchema } from '../config/proxy.ts';
import { requestListStateSchema } from '../config/request-list.ts';
import { responderSchema } from '../config/responder.ts';
import { scriptFaultSchema } from '../config/script.ts';
import { optionInForceSchema, socketOptionsSchema } from '../config/socket-options.ts';
import { tlsFactsSchema } from '../config/tls.ts';

/** Something that works, but perhaps not as intended: what it is, and what can be done. */
export const endpointWarningSchema = z.object({ message: z.string(), hint: z.string() });
export type EndpointWarning = z.infer<typeof endpointWarningSchema>;

/** The call in which a program that connects would wait now. */
export const connectingSchema = z.object({
	call: z.enum(['getaddrinfo', 'connect', 'do_handshake']),
	/** A name, an address with its port, or a path. */
	to: z.string(),
	/** Wall clock, milliseconds since 1970. */
	since: z.number(),
});
export type Connecting = z.infer<typeof connectingSchema>;

/** Rates are averages over the last second: bytes/s and events/s. Totals count since the endpoint was created. */
export const endpointStateSchema = z.object({
	id: endpointIdSchema,
	config: endpointConfigSchema,
	status: z.enum(ENDPOINT_STATUSES),
	/** The bound address while open: the listening one of a server, the local one of a client or UDP socket. */
	local: socketAddressSchema.optional(),
	/** Of a client that is not connected yet. */
	connecting: connectingSchema.optional(),
	/** Why it failed, until the next start or until dismissed. */
	error: errorInfoSchema.optional(),
	/** What may go wrong while it runs; kept until the next start or until dismissed. */
	warning: endpointWarningSchema.optional(),
	/** The last error in its script, until the next start. */
	scriptFault: scriptFaultSchema.optional(),
	connections: z.number().int(),
	bytesIn: z.number(),
	bytesOut: z.number(),
	rateIn: z.number(),
	rateOut: z.number(),
	eventRate: z.number(),
	/** Progress of its request list, in this run or the last. */
	asks: requestListStateSchema.optional(),
	/** How often each rule has answered in this run or the last, and the messages without an answer. Absent without rules. */
	answers: z.object({ hits: z.array(z.number().int()), unanswered: z.number().int() }).optional(),
	/** How many messages have used each counter of a template, by its name, start and step. Absent before the first. */
	counters: z.record(z.string(), z.number().int()).optional(),
});
export type EndpointState = z.infer<typeof endpointStateSchema>;

/**
 * `waiting`: accepted by a server that serves one at a time, and not read yet. `peer-ended`: the peer's FIN was
 * received. `ended`: our FIN was sent. A closed connection leaves the state.
 */
export const CONNECTION_STATUSES = ['connecting', 'waiting', 'open', 'peer-ended', 'ended'] as const;

export const connectionStateSchema = z.object({
	id: connectionIdSchema,
	endpoint: endpointIdSchema,
	status: z.enum(CONNECTION_STATUSES),
	/** Its position in the queue while it waits: 1 is next. */
	place: z.number().int().optional(),
	local: socketAddressSchema,
	remote: socketAddressSchema,
	/** Wall clock, milliseconds since 1970. */
	openedAt: z.number(),
	bytesIn: z.number(),
	bytesOut: z.number(),
	/** Bytes queued for sending that the kernel has not taken yet. */
	pending: z.number(),
	/** Set for a proxy's connection. */
	proxy: proxyHalfSchema.optional(),
	/** The negotiated TLS parameters, where the connection is encrypted. */
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
	'unconfirmed',
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
	/** Replaces the config of a stopped endpoint. Refused with `wrong-state` while it runs. */
	endpointUpdate: call(
		'command',
		z.object({ id: endpointIdSchema, config: endpointConfigSchema }),
		endpointStateSchema,
		['not-found', 'wrong-state'],
	),
	/** Every counter of its templates starts again. */
	endpointResetCounters: call('command', byId, endpointStateSchema, ['not-found']),
	/** Replaces the framing of a stream endpoint for the bytes that follow, also while it runs. Refused with `wrong-state` for datagrams. */
	endpointSetFraming: call('command', byId.extend(streamFramingSchema.shape), endpointStateSchema, [
		'not-found',
		'wrong-state',
	]),
	/**
	 * Replaces the charset of its text, by any label of the Encoding Standard, also while it runs; left out: UTF-8. Fails with
	 * `bad-input` where a rule or a delimiter has a character that the charset lacks; then nothing changes.
	 */
	endpointSetCharset: call('command', byId.extend({ charset: charsetField }), endpointStateSchema, ['not-found']),
	/** Replaces the protocols that its payloads are decoded as, also while it runs; left out: what they look like. */
	endpointSetDecodeAs: call('command', byId.extend({ decodeAs: decodeAsField }), endpointStateSchema, ['not-found']),
	/**
	 * Replaces the rules or the script for the messages that follow, also while it runs; messages received before are
	 * answered by the old ones. An invalid script changes nothing. Refused with `wrong-state` for proxies, and while it
	 * starts or stops.
	 */
	endpointSetResponder: call('command', byId.extend({ responder: responderSchema }), endpointStateSchema, [
		'not-found',
		'wrong-state',
		'unconfirmed',
	]),
	/**
	 * Replaces the faults of a proxy, also while it runs. With a connection (either half): only that one's, until it
	 * closes; without faults it uses the endpoint's again. Refused with `wrong-state` for other kinds.
	 */
	endpointSetFaults: call(
		'command',
		byId.extend({ connection: connectionIdSchema.optional(), faults: proxyFaultsSchema.optional() }),
		endpointStateSchema,
		['not-found', 'wrong-state'],
	),
	/**
	 * Replaces the socket options, also while it runs; an option that the system refuses becomes an error event that
	 * names it. Fails with `bad-input` for an option that the kind does not have, with `wrong-state` for changing one
	 * that is only set when the socket opens.
	 */
	endpointSetOptions: call(
		'command',
		byId.extend({ options: socketOptionsSchema, noDelay: z.boolean().optional() }),
		endpointStateSchema,
		['not-found', 'wrong-state'],
	),
	/** The options of a running endpoint with their values in force; empty while it does not run. */
	endpointOptions: call('query', byId, z.object({ options: z.array(optionInForceSchema) }), ['not-found']),
	/** Stops it if it runs, then removes it. Its events stay in the capture. */
	endpointRemove: call('command', byId, z.null(), ['not-found']),
	/** Resolves when it listens, is connected, or is bound; an error is also kept in the endpoint's `error`. */
	endpointStart: call('command', byId, endpointStateSchema, opening),
	/** Closes its sockets and connections; resolves when they are closed. */
	endpointStop: call('command', byId, z.null(), ['not-found']),
	/** The same for several at the same moment: none waits for another. Ids of endpoints that are gone are left out. */
	endpointsStop: call('command', z.object({ ids: z.array(endpointIdSchema).max(10_000) }), z.null(), []),
	/** Removes the socket file that a program left at the path of a Unix server. Refused where there is none. */
	endpointRemoveStale: call('command', byId, z.null(), ['not-found', 'wrong-state', 'not-permitted']),
	/**
	 * What a reply would find at a path on the host, which may begin with `sample:`: the size of the file, or the number
	 * of entries when a folder is expected. A relative path begins in the folder of the workspace file. Fails with a sentence
	 * that names the path, and where that is.
	 */
	replyFileLook: call(
		'query',
		z.object({ path: z.string().min(1).max(LIMITS.pathChars), folder: z.boolean() }),
		z.object({ bytes: z.number().optional(), files: z.number().int().optional() }),
		['not-found', 'not-permitted', 'disk'],
	),
	/** Dismisses a card: an error or a warning. */
	endpointDismissError: call('command', byId, z.null(), ['not-found']),
	/** Sends FIN; we continue to read. */
	connectionEnd: call('command', byConnection, z.null(), ['not-found', 'wrong-state']),
	/** Closes both halves. */
	connectionClose: call('command', byConnection, z.null(), ['not-found']),
	/** RST. */
	connectionReset: call('command', byConnection, z.null(), ['not-found', 'wrong-state']),
} as const;

export const workbenchTopics = {
	/** The state of every endpoint and connection, then those that change. */
	workbench: topic(z.object({}), workbenchSnapshotSchema, workbenchDeltaSchema),
} as const;
