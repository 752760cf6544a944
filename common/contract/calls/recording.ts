import { z } from 'zod';
import { CHARSETS } from '../../payload/charsets/names.ts';
import { connectionIdSchema } from '../base/address.ts';
import { bytesSchema } from '../base/bytes.ts';
import { INPUT_SENTENCES } from '../base/input-sentences.ts';
import { LIMITS } from '../base/limits.ts';
import { sentenceSchema } from '../base/sentence.ts';
import { call, topic } from '../base/table.ts';
import { ownIdentitySchema, pemSchema, TLS_VERSIONS } from '../config/tls.ts';
import { CAPTURE_ERRORS, captureIdSchema } from './capture.ts';

export const RECORDING_SIDES = ['client', 'server'] as const;
/** Who opened the connection, or who was connected to; over UDP who sent first. */
export type RecordingSide = (typeof RECORDING_SIDES)[number];

const from = z.enum(RECORDING_SIDES);
/** Wall clock, nanoseconds since 1970. */
const time = z.bigint();

/** What one side did. `data`: the bytes of one read or write, or a datagram. `end`: its FIN. `reset`: its RST. */
export const recordedEventSchema = z.discriminatedUnion('type', [
	z.object({ type: z.literal('data'), from, time, bytes: bytesSchema }),
	z.object({ type: z.enum(['end', 'reset']), from, time }),
]);
export type RecordedEvent = z.infer<typeof recordedEventSchema>;

/** The TLS of a recorded connection, whose bytes are those inside. */
export const recordedTlsSchema = z.object({
	/** As in `TLSv1.3`. */
	version: z.string(),
	/** The negotiated application protocol. */
	alpn: z.string().optional(),
	/** The name that the client requested. */
	servername: z.string().optional(),
	/** The recorded client accepted a server that could not be verified. */
	unverified: z.boolean(),
	/** The recorded client showed a certificate. */
	clientCertificate: z.boolean(),
});

/** The conversation of one connection, whole. */
export const recordingSchema = z.object({
	connection: connectionIdSchema,
	/** Name of the endpoint that recorded it. */
	endpoint: z.string(),
	transport: z.enum(['stream', 'datagram']),
	/** The charset of its text; left out: UTF-8. */
	charset: z.enum(CHARSETS).optional(),
	/** `127.0.0.1:80`, the path of a Unix socket, or empty where the capture does not say. */
	client: z.string(),
	server: z.string(),
	/** Left out: its bytes were not encrypted, or it is not known. */
	tls: recordedTlsSchema.optional(),
	/** The upstream proxy on the way to the server, as in `SOCKS5 proxy 127.0.0.1:1080`; left out: none. */
	via: z.string().optional(),
	events: z.array(recordedEventSchema),
	/** Sentences about what may be missing: notes and errors of the connection, and a guess about who is the client. */
	notes: z.array(z.string()),
});
export type Recording = z.infer<typeof recordingSchema>;

export const recordingCalls = {
	/** The events of a connection so far; `too-large` beyond the limits `recordingEvents` and `recordingBytes`. */
	captureRecording: call(
		'query',
		z.object({ capture: captureIdSchema, connection: connectionIdSchema }),
		recordingSchema,
		[...CAPTURE_ERRORS, 'too-large'],
	),
} as const;

/** TLS where a conversation takes place again, as in the config of an endpoint. A server ignores what only a client has. */
export const recordingTlsSchema = z.object({
	/** Client: whether an untrusted server is refused. */
	verify: z.boolean().default(true),
	/** Client: the requested name (SNI); left out: the host. */
	servername: z.string().optional(),
	/** Client: trusted in addition to the system's authorities and Wirebench's own. */
	ca: pemSchema.optional(),
	/** Left out: a server's certificate is signed by Wirebench's own authority, and a client has none. */
	identity: ownIdentitySchema.optional(),
	alpn: z.array(z.string()).default([]),
	minVersion: z.enum(TLS_VERSIONS).default('TLSv1.2'),
});
export type RecordingTls = z.infer<typeof recordingTlsSchema>;

const hostAndPort = {
	host: z.string().trim().min(1, INPUT_SENTENCES.hostAlone),
	port: z.number().int().min(0).max(65535),
};

/** Where a conversation takes place again: what the client connects to, or the server listens on. */
export const recordingPlaceSchema = z.discriminatedUnion('protocol', [
	/** `tls` left out: the bytes are not encrypted. */
	z.object({ protocol: z.literal('tcp'), ...hostAndPort, tls: recordingTlsSchema.optional() }),
	z.object({ protocol: z.literal('udp'), ...hostAndPort }),
	/** `unixgram`: datagrams between Unix sockets. */
	z.object({
		protocol: z.enum(['unix', 'unixgram']),
		path: z.string().trim().min(1, INPUT_SENTENCES.path).max(LIMITS.pathChars),
	}),
]);
export type RecordingPlace = z.infer<typeof recordingPlaceSchema>;

/** How one side of a conversation is sent again. */
export const replayHowSchema = z.object({
	side: z.enum(RECORDING_SIDES),
	place: recordingPlaceSchema,
	/** Keep the gaps of the recording before each own message. Otherwise they are sent as soon as their turn has come. */
	rhythm: z.boolean().default(false),
	/** Milliseconds that the other side may take for each of its turns, beyond which the next own one is sent. */
	withinMs: z.number().int().min(1).max(LIMITS.delayMs).default(5000),
	/** Whether bytes that probably differ each time, such as dates, are left out of the comparison. */
	ignoreVarying: z.boolean().default(true),
});
export type ReplayHow = z.infer<typeof replayHowSchema>;

export const REPLAY_STATUSES = ['connecting', 'running', 'done', 'failed', 'stopped'] as const;

/** The progress of a replay. It is `done` when every turn was taken, whatever the other side sent. */
export const replayStateSchema = z.object({
	status: z.enum(REPLAY_STATUSES),
	/** Turns that were taken, and all of them. */
	turn: z.number().int(),
	turns: z.number().int(),
	/** What was received, and what the recording has. */
	received: z.number(),
	expected: z.number(),
	sent: z.number(),
	/** The first byte that differs from the recording: of turn `turn` (from 1), at `at` (from 0), with excerpts from there. */
	difference: z
		.object({ turn: z.number().int(), at: z.number().int(), expected: bytesSchema, got: bytesSchema })
		.optional(),
	/** Sentences about what else was not as recorded. */
	notes: z.array(z.string()),
	/** Where a server listens. */
	local: z.string().optional(),
	/** Why it failed. */
	message: z.string().optional(),
	/** The sentence that the message has, to put it into another language. */
	says: sentenceSchema.optional(),
});
export type ReplayState = z.infer<typeof replayStateSchema>;

const runId = z.number().int().min(1);
export const replayRunSchema = z.object({
	id: runId,
	name: z.string(),
	how: replayHowSchema,
	state: replayStateSchema,
});
export type ReplayRun = z.infer<typeof replayRunSchema>;

export const replayCalls = {
	/** Starts to send one side of a recorded conversation again; the topic reports its progress. */
	replayStart: call(
		'command',
		z.object({ capture: captureIdSchema, connection: connectionIdSchema, how: replayHowSchema }),
		z.object({ run: runId }),
		[...CAPTURE_ERRORS, 'too-large'],
	),
	/** Closes its connection. A run that has ended is unchanged. */
	replayStop: call('command', z.object({ run: runId }), z.null(), ['not-found']),
} as const;

export const replayTopics = {
	/** The latest runs, oldest first; the delta replaces by id, and adds. */
	replayRuns: topic(
		z.object({}),
		z.object({ runs: z.array(replayRunSchema) }),
		z.object({ runs: z.array(replayRunSchema) }),
	),
} as const;
