import { z } from 'zod';
import { socketPathSchema } from '../../endpoints/index.ts';
import { CHARSETS, CHECKSUMS, LINE_ENDINGS, writtenBytesSchema } from '../../payload/schema.ts';
import { bytesSchema } from '../base/bytes.ts';
import { errorInfoSchema } from '../base/error-info.ts';
import { LIMITS } from '../base/limits.ts';
import { call, stateTopic } from '../base/table.ts';

const connectionId = z.number().int().min(1).max(0xffff_ffff);

/**
 * Destination of a message: one connection, several, or (with neither) every open one of the endpoint; a UDP socket
 * sends to `to` (default: its configured remote).
 */
export const sendPlaceSchema = z.object({
	endpoint: z.string().min(1).max(64),
	connection: connectionId.optional(),
	connections: z.array(connectionId).min(1).max(LIMITS.sendTargets).optional(),
	to: z.object({ host: z.string().trim().min(1).max(255), port: z.number().int().min(1).max(65535) }).optional(),
	/** The same from a Unix datagram socket. */
	path: socketPathSchema.optional(),
});

export const sentPayloadSchema = bytesSchema.refine(
	(bytes) => bytes.byteLength <= LIMITS.payloadBytes,
	'A payload is at most 64 MiB.',
);

/** A message that is filled in when it is sent: a template (docs/templates.md), and what is appended to it. */
export const messageToFillSchema = writtenBytesSchema.extend({
	/** Of text and escaped text. */
	charset: z.enum(CHARSETS).default('utf-8'),
	lineEnding: z.enum(LINE_ENDINGS).default('none'),
	/** Over what the template gives, in front of the line end. */
	checksum: z.enum(CHECKSUMS).default('none'),
	/** The random bytes of the first message, as a preview showed them. Absent or too few: others. */
	random: sentPayloadSchema.optional(),
});
export type MessageToFill = z.infer<typeof messageToFillSchema>;

/** A connection that did not take all of the message, and why. */
export const sendFailureSchema = z.object({
	connection: connectionId,
	/** Its peer's address; empty for a connection that had already closed. */
	remote: z.string(),
	error: errorInfoSchema,
});
export type SendFailure = z.infer<typeof sendFailureSchema>;

/** The result of one message. */
export const sendResultSchema = z.object({
	/** Taken by the kernel, over all connections. */
	bytes: z.number(),
	/** Connections that took all of it. */
	connections: z.number().int(),
	/** The first hundred connections that did not. Absent when there is none. */
	failed: z.array(sendFailureSchema).optional(),
	/** It was stopped before the kernel had taken everything. */
	stopped: z.boolean().optional(),
});
export type SendResult = z.infer<typeof sendResultSchema>;

export const SENDING_STATES = ['running', 'done', 'stopped', 'failed'] as const;

const repeatProgressSchema = z.object({
	/** Messages for each connection; 0: unlimited. */
	count: z.number(),
	/** 0: as fast as possible. */
	intervalMs: z.number(),
	/** Messages due so far, over all connections; without an interval, as many as were sent. */
	planned: z.number(),
	/** Messages per second over the last second; over the whole run once it has ended. */
	rate: z.number(),
	/** How much later than planned the messages were sent, in milliseconds. */
	meanLateMs: z.number(),
	maxLateMs: z.number(),
});

/** A transfer that runs or has ended. Counts are over all its connections, as taken by the kernel. */
export const sendingSchema = z.object({
	id: z.string(),
	endpoint: z.string(),
	what: z.enum(['message', 'file', 'repeat']),
	/** Of the file; empty otherwise. */
	name: z.string(),
	/** Connections at the start. */
	connections: z.number().int(),
	state: z.enum(SENDING_STATES),
	/** Messages or datagrams that the kernel took whole. Pieces of a file on a stream do not count. */
	messages: z.number(),
	bytes: z.number(),
	/** Of these, bytes of messages that the kernel has not taken whole. */
	partBytes: z.number(),
	/** Total bytes to send; absent without an end. */
	total: z.number().optional(),
	repeat: repeatProgressSchema.optional(),
	/** The first hundred connections that failed. */
	failed: z.array(sendFailureSchema),
	/** Number of failed connections. */
	failures: z.number().int(),
	/** Why it ended early. */
	error: errorInfoSchema.optional(),
});
export type Sending = z.infer<typeof sendingSchema>;

const errors = [
	'not-found',
	'wrong-state',
	'closed',
	'reset',
	'too-large',
	'refused',
	'name-not-found',
	'address-not-available',
	'unreachable',
	'not-permitted',
	'unconfirmed',
	'unavailable',
	'disk',
] as const;
const repetition = {
	intervalMs: z.number().min(0).max(LIMITS.delayMs),
	/** Messages for each connection; 0: unlimited. */
	count: z.number().int().min(0).max(1e12).default(0),
};
const byId = z.object({ id: z.string().min(1).max(LIMITS.idChars) });

export const sendingCalls = {
	/** Sends bytes. Resolves when the kernel has taken all of them, or it was stopped; rejects when no connection took them. */
	send: call('command', sendPlaceSchema.extend({ bytes: sentPayloadSchema }), sendResultSchema, errors),
	/**
	 * Fills in a template and sends it, as `send` does: the same bytes to each connection. Its counters advance by one. Fails
	 * with `bad-input` and the position of what cannot be filled in; then nothing is sent.
	 */
	sendTemplate: call('command', sendPlaceSchema.extend({ message: messageToFillSchema }), sendResultSchema, errors),
	/** Sends a template repeatedly, as `repeatStart` does, filled in again for each message. */
	repeatTemplate: call(
		'command',
		sendPlaceSchema.extend({ message: messageToFillSchema, ...repetition }),
		sendingSchema,
		errors,
	),
	/** What templates can name besides the workspace's variables: these variables of the host's environment, where they are set. */
	templateEnvironment: call(
		'query',
		z.object({ names: z.array(z.string().min(1).max(LIMITS.nameChars)).max(100) }),
		z.object({ values: z.record(z.string(), z.string()) }),
		[],
	),
	/**
	 * Sends the same bytes repeatedly to the connections that are open at the start: one message every `intervalMs` on a
	 * schedule without drift, or with 0 as fast as the kernel takes them. Returns at once; the topic `sendings` reports
	 * progress.
	 */
	repeatStart: call(
		'command',
		sendPlaceSchema.extend({
			bytes: sentPayloadSchema,
			...repetition,
		}),
		sendingSchema,
		errors,
	),
	/**
	 * Sends a file: one on the host's machine by its path, or one that was uploaded before (`upload`). A stream gets the
	 * bytes unchanged, a UDP socket sends datagrams of `datagramBytes`. Returns at once, like `repeatStart`.
	 */
	sendFile: call(
		'command',
		sendPlaceSchema.extend({
			path: z.string().min(1).max(LIMITS.pathChars).optional(),
			upload: z.string().min(1).max(LIMITS.idChars).optional(),
			datagramBytes: z.number().int().min(1).max(LIMITS.datagramBytes).default(1024),
		}),
		sendingSchema,
		errors,
	),
	/** Stops a repeat, a file or a message: no further byte is passed to the kernel. */
	sendingStop: call('command', byId, sendingSchema, ['not-found']),
	/** Removes an ended transfer from the list. */
	sendingDismiss: call('command', byId, z.null(), ['not-found', 'wrong-state']),
	/** Opens the host's file dialog; no path when the person cancels it. Only where `openDialog` is a capability. */
	chooseFileToSend: call('command', z.object({}), z.object({ path: z.string().optional() }), ['unavailable']),
} as const;

const sendingsSchema = z.array(sendingSchema);

export const sendingTopics = {
	/** Transfers that run and the last that have ended, oldest first. Each message is the whole list. */
	sendings: stateTopic(z.object({}), sendingsSchema),
} as const;
