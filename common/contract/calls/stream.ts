import { z } from 'zod';
import { DIRECTIONS, EVENT_KINDS } from '../../capture/event.ts';
import { MAX_HEX_BYTES, MAX_LINE_CELLS, MESSAGE_ENDS, STREAM_FORMS, STREAM_SIDES } from '../../conversation/index.ts';
import { CHARSETS } from '../../payload/charsets/names.ts';
import { connectionIdSchema } from '../base/address.ts';
import { bytesSchema } from '../base/bytes.ts';
import { errorInfoSchema } from '../base/error-info.ts';
import { INPUT_SENTENCES } from '../base/input-sentences.ts';
import { LIMITS } from '../base/limits.ts';
import { sentenceSchema } from '../base/sentence.ts';
import { call, stateTopic } from '../base/table.ts';
import { framingSchema } from '../config/framing.ts';
import { CAPTURE_ERRORS, captureIdSchema, placeSchema } from './capture.ts';
import { soughtSchema } from './find.ts';

/** Progress of the host's scan through the capture. It is done when `scanned` equals `stored`. */
const scanning = {
	scanned: z.number(),
	stored: z.number(),
	/** The list is full: later connections are left out. */
	limited: z.boolean(),
	/** Why the scan stopped, if it failed. */
	error: errorInfoSchema.optional(),
};

export const connectionsStateSchema = z.object({ ...scanning, connections: z.number() });
export type ConnectionsState = z.infer<typeof connectionsStateSchema>;

/** A connection in a capture. Counts cover what the host has scanned so far. */
export const capturedConnectionSchema = z.object({
	id: connectionIdSchema,
	/** Name of its endpoint. */
	endpoint: z.string(),
	protocol: z.enum(['tcp', 'udp', 'other']),
	/** `127.0.0.1:8080`; empty where the capture does not say. */
	local: z.string(),
	remote: z.string(),
	/** For one half of a connection through a TCP proxy: the id of the other half. */
	pair: connectionIdSchema.optional(),
	/** Position of its first event. */
	first: z.number(),
	events: z.number(),
	bytesIn: z.number(),
	bytesOut: z.number(),
	closed: z.boolean(),
});
export type CapturedConnection = z.infer<typeof capturedConnectionSchema>;

const lineShape = {
	form: z.enum(STREAM_FORMS),
	/** Bytes of a line of hex, cells of a line of text. */
	width: z.number().int().min(4).max(MAX_LINE_CELLS),
	/** Of text and escaped text. Left out: that of the endpoint at the time. */
	charset: z.enum(CHARSETS).optional(),
};

/** How the bytes of a line are drawn. */
const drawn = {
	/** Left out: UTF-8. */
	charset: z.enum(CHARSETS).optional(),
};

/** Places of what `sought` of the query looks for that have a byte in the line: in the payload, or in `text` as UTF-8. */
const places = z.array(placeSchema).optional();

/** One connection laid out as lines of equal height. */
export const streamLayoutSchema = z
	.discriminatedUnion('type', [
		/** The data of both sides, in order: a head for each chunk, its lines, and other events between. */
		z.object({
			type: z.literal('dialogue'),
			connection: connectionIdSchema,
			/** Another connection whose events are merged in: the other half of a proxied one. */
			with: connectionIdSchema.optional(),
			side: z.enum(STREAM_SIDES),
			...lineShape,
		}),
		/** One side's stream, split where a chunk or a message begins. Without `framing`: with the endpoint's framing. */
		z.object({
			type: z.literal('boundaries'),
			connection: connectionIdSchema,
			side: z.enum(['in', 'out']),
			framing: framingSchema.optional(),
			...lineShape,
		}),
	])
	.refine(({ form, width }) => form !== 'hex' || width <= MAX_HEX_BYTES, INPUT_SENTENCES.hexLine);
export type StreamLayout = z.infer<typeof streamLayoutSchema>;

export const streamStateSchema = z.object({
	...scanning,
	/** Lines so far; existing lines do not change. */
	lines: z.number(),
	/** Events of the connection among those scanned, of both sides. */
	events: z.number(),
	/** Payload bytes laid out. */
	bytes: z.number(),
	/** Of `boundaries`: complete messages, and the framing that splits them. */
	messages: z.number().optional(),
	framing: framingSchema.optional(),
});
export type StreamState = z.infer<typeof streamStateSchema>;

const eventBase = {
	/** Position of the event in the capture. */
	n: z.number().int(),
	/** Wall clock, nanoseconds since 1970. */
	time: z.bigint(),
	direction: z.enum(DIRECTIONS),
	/** In a dialogue of two connections: the connection of this event. */
	connection: connectionIdSchema.optional(),
};
/** Nanoseconds since the previous event of the conversation; absent for the first. */
const delta = z.bigint().optional();

export const streamLineSchema = z.discriminatedUnion('type', [
	/** The start of a chunk. */
	z.object({ type: z.literal('head'), ...eventBase, delta, length: z.number().int() }),
	/** Bytes of a chunk from `offset`. */
	z.object({
		type: z.literal('body'),
		n: z.number().int(),
		direction: z.enum(DIRECTIONS),
		offset: z.number().int(),
		bytes: bytesSchema,
		places,
		...drawn,
		/** The start of the first character, from the chunk of this direction before. */
		before: bytesSchema.optional(),
		/** How many bytes at the end are the start of a character that the next chunk of a stream may complete. */
		tail: z.number().int().optional(),
	}),
	/** Any other event. */
	z.object({
		type: z.literal('event'),
		...eventBase,
		delta,
		kind: z.enum(EVENT_KINDS),
		text: z.string(),
		places,
		/** The sentence that the text is, or contains. */
		says: sentenceSchema.optional(),
	}),
	/** Of `boundaries`: bytes that lie in one chunk and one message. */
	z.object({
		type: z.literal('slice'),
		...eventBase,
		/** Offset of the first byte, in its chunk and in the stream. */
		offset: z.number().int(),
		at: z.number(),
		/** Length of its chunk. */
		length: z.number().int(),
		bytes: bytesSchema,
		places,
		...drawn,
		/** Number of its message, from 1. */
		message: z.number().int(),
	}),
]);
export type StreamLine = z.infer<typeof streamLineSchema>;

export const streamMessageSchema = z.object({
	number: z.number().int(),
	/** Stream offset of its first byte. */
	at: z.number(),
	/** Bytes so far, including its delimiters. */
	length: z.number(),
	/** Bytes of the length head before it, and of its terminator. */
	head: z.number().int(),
	terminator: z.number().int(),
	end: z.enum(MESSAGE_ENDS),
	/** Why it is invalid, in a sentence. */
	fault: z.string().optional(),
});
export type StreamMessage = z.infer<typeof streamMessageSchema>;

const position = z.number().int().min(0);
const byConnection = { capture: captureIdSchema, connection: connectionIdSchema };
const sides = z.enum(STREAM_SIDES);

export const streamCalls = {
	/** Connections whose number, endpoint, addresses or protocol contain `text`, in the order in which they opened. */
	captureConnections: call(
		'query',
		z.object({
			capture: captureIdSchema,
			text: z.string().max(LIMITS.nameChars).default(''),
			from: position,
			count: z.number().int().min(1).max(LIMITS.rowsPerQuery),
		}),
		z.object({
			connections: z.array(capturedConnectionSchema),
			total: z.number(),
			/** Names of the first endpoints of the capture, whatever `text` is: also of those without a connection. */
			endpoints: z.array(z.string()),
		}),
		CAPTURE_ERRORS,
	),
	/** Lines of an active layout, from line `from`, with their messages. `sought`: what to find in them. */
	streamLines: call(
		'query',
		z.object({
			capture: captureIdSchema,
			layout: streamLayoutSchema,
			from: position,
			count: z.number().int().min(1).max(LIMITS.rowsPerQuery),
			sought: soughtSchema.optional(),
		}),
		z.object({ lines: z.array(streamLineSchema), messages: z.array(streamMessageSchema), total: z.number() }),
		[...CAPTURE_ERRORS, 'bad-input'],
	),
	/** The line of an active layout that shows byte `offset` of event `n`; absent until that line exists. */
	streamPlace: call(
		'query',
		z.object({ capture: captureIdSchema, layout: streamLayoutSchema, n: position, offset: position.default(0) }),
		z.object({ line: z.number().int().optional() }),
		CAPTURE_ERRORS,
	),
	/**
	 * Searches the data of both sides, across chunks, from byte `offset` of event `n` on, or backwards before it. A match of
	 * a regular expression extends 1 KiB into the next chunks at most. A result with `next` is partial: call again from there.
	 */
	streamFind: call(
		'query',
		z.object({
			...byConnection,
			side: sides,
			sought: soughtSchema,
			n: position,
			offset: position.default(0),
			backwards: z.boolean().default(false),
		}),
		z.object({
			/** Position of the bytes: `from` up to, but without, `to`, in one event or in several. */
			found: z
				.array(z.object({ n: z.number().int(), from: z.number().int(), to: z.number().int() }))
				.min(1)
				.optional(),
			next: z.object({ n: z.number().int(), offset: z.number() }).optional(),
		}),
		[...CAPTURE_ERRORS, 'bad-input'],
	),
	/**
	 * Bytes of events `n` up to and with `last`, from byte `offset` of the first, at most `length`; `next` is where the rest
	 * begins. The connection has an active layout, or its messages were read lately.
	 */
	streamBytes: call(
		'query',
		z.object({
			...byConnection,
			side: sides,
			n: position,
			offset: position.default(0),
			last: position,
			length: z.number().int().min(1).max(LIMITS.bytesPerQuery).optional(),
		}),
		z.object({
			bytes: bytesSchema,
			next: z.object({ n: z.number().int(), offset: z.number().int() }).optional(),
		}),
		CAPTURE_ERRORS,
	),
} as const;

export const streamTopics = {
	/** The host lists the connections of a capture while there is a subscriber. */
	connections: stateTopic(z.object({ capture: captureIdSchema }), connectionsStateSchema),
	/** A layout is active while it has a subscriber. */
	stream: stateTopic(z.object({ capture: captureIdSchema, layout: streamLayoutSchema }), streamStateSchema),
} as const;
