import { z } from 'zod';
import { socketPathSchema } from '../../endpoints/index.ts';
import { bytesSchema } from '../base/bytes.ts';
import { errorInfoSchema } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { call, topic } from '../base/table.ts';

const connectionId = z.number().int().min(1).max(0xffff_ffff);

/**
 * Where something is sent: to one connection, to several, or (with neither) to every open one of the endpoint; from a UDP
 * socket to `to` (default: its configured remote).
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

/** A connection that did not take all, and why. */
export const sendFailureSchema = z.object({
	connection: connectionId,
	/** Its peer, as people write an address; empty for a connection that was gone before. */
	remote: z.string(),
	error: errorInfoSchema,
});
export type SendFailure = z.infer<typeof sendFailureSchema>;

/** What became of one message. */
export const sendResultSchema = z.object({
	/** Taken by the kernel, over all connections. */
	bytes: z.number(),
	/** Connections that took all of it. */
	connections: z.number().int(),
	/** The first hundred that did not. Absent when there is none. */
	failed: z.array(sendFailureSchema).optional(),
	/** It was stopped before all had been taken. */
	stopped: z.boolean().optional(),
});
export type SendResult = z.infer<typeof sendResultSchema>;

export const SENDING_STATES = ['running', 'done', 'stopped', 'failed'] as const;

const repeatProgressSchema = z.object({
	/** Messages for each connection; 0 for no end. */
	count: z.number(),
	/** 0 for as fast as it can. */
	intervalMs: z.number(),
	/** Messages that were due by now, over all connections; as many as were sent where there is no interval. */
	planned: z.number(),
	/** Messages a second: over the last second, at the end over all of the time. */
	rate: z.number(),
	/** How much later than planned the messages were sent, in milliseconds. */
	meanLateMs: z.number(),
	maxLateMs: z.number(),
});

/** Something that is being sent, or has been. Counts are over all its connections, as taken by the kernel. */
export const sendingSchema = z.object({
	id: z.string(),
	endpoint: z.string(),
	what: z.enum(['message', 'file', 'repeat']),
	/** Of the file; empty otherwise. */
	name: z.string(),
	/** Connections that it began with. */
	connections: z.number().int(),
	state: z.enum(SENDING_STATES),
	/** Messages or datagrams, each taken whole. Pieces of a file on a stream do not count. */
	messages: z.number(),
	bytes: z.number(),
	/** Bytes there are to send; absent without an end. */
	total: z.number().optional(),
	repeat: repeatProgressSchema.optional(),
	/** The first hundred connections that failed. */
	failed: z.array(sendFailureSchema),
	/** How many failed. */
	failures: z.number().int(),
	/** Why it ended before its end. */
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
	'unavailable',
	'disk',
] as const;
const byId = z.object({ id: z.string().min(1).max(LIMITS.idChars) });

export const sendingCalls = {
	/** Sends bytes. Resolves when the kernel has taken all of them, or it was stopped; rejects when no connection took them. */
	send: call('command', sendPlaceSchema.extend({ bytes: sentPayloadSchema }), sendResultSchema, errors),
	/**
	 * Sends the same bytes again and again to the connections there are at its beginning: a message every `intervalMs` by a
	 * schedule that does not drift, or with 0 as fast as they are taken. Goes on by itself; the topic `sendings` tells how far.
	 */
	repeatStart: call(
		'command',
		sendPlaceSchema.extend({
			bytes: sentPayloadSchema,
			intervalMs: z.number().min(0).max(LIMITS.delayMs),
			/** Messages for each connection; 0 for no end. */
			count: z.number().int().min(0).max(1e12).default(0),
		}),
		sendingSchema,
		errors,
	),
	/**
	 * Sends a file: one of the host's machine by its path, or one that was handed over before (`upload`). A stream gets it as it is,
	 * a UDP socket sends datagrams of `datagramBytes`. Goes on by itself, as `repeatStart`.
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
	/** Ends a repeat, a file or a message that is being sent: no further byte is handed to the kernel. */
	sendingStop: call('command', byId, sendingSchema, ['not-found']),
	/** Takes one that has ended out of the list. */
	sendingDismiss: call('command', byId, z.null(), ['not-found', 'wrong-state']),
	/** Has a person choose a file in the host's own dialog; no path when they did not. Where `openDialog` is a capability. */
	chooseFileToSend: call('command', z.object({}), z.object({ path: z.string().optional() }), ['unavailable']),
} as const;

const sendingsSchema = z.array(sendingSchema);

export const sendingTopics = {
	/** What is being sent and the last that have ended, oldest first: whole each time. */
	sendings: topic(z.object({}), sendingsSchema, sendingsSchema),
} as const;
