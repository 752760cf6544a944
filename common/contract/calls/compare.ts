import { z } from 'zod';
import { connectionIdSchema } from '../base/address.ts';
import { call } from '../base/table.ts';
import { framingSchema } from '../config/framing.ts';
import { ignoreSchema } from '../config/ignore.ts';
import { CAPTURE_ERRORS, captureIdSchema } from './capture.ts';

/** Most ranges and patterns that one comparison ignores. */
export const MAX_IGNORES = 100;

const count = z.number().int().min(0);

/** Where an answer of `streamMessages` ended: the next one starts there. It means nothing to others. */
export const messagePlaceSchema = z.object({
	/** Index among the connection's events, and offset in its payload. */
	event: count,
	offset: count,
	/** Offset in the stream of the side. */
	at: count,
	/** Number of the next message, from 1. */
	number: z.number().int().min(1),
	/** The framing is lost: each further chunk is a message. */
	lost: z.boolean(),
});
export type MessagePlace = z.infer<typeof messagePlaceSchema>;

/** A message, or a piece of a stream without framing, by a fingerprint of the bytes that a comparison compares. */
export const printedMessageSchema = z.object({
	number: z.number().int(),
	/** Offset in the stream of the side, and bytes with its delimiters. */
	at: z.number(),
	length: z.number(),
	/** Event of its first byte, and the offset there. */
	n: z.number().int(),
	offset: z.number().int(),
	/** Time of that event, nanoseconds since 1970. */
	time: z.bigint(),
	/** Equal where the compared bytes are equal: 53 bits of their SHA-256. */
	print: z.number(),
});
export type PrintedMessage = z.infer<typeof printedMessageSchema>;

/** How a connection ended in the capture. `open`: the capture has no end of it. */
export const CONNECTION_ENDS = ['open', 'closed', 'reset'] as const;

export const compareCalls = {
	/**
	 * The messages of one side of a connection in order, from `from` on: split by `framing`, or else by the endpoint's. The data of
	 * a stream without any framing come in pieces that depend on their content alone, not on chunks. An answer with `next` is
	 * partial, and may be empty.
	 */
	streamMessages: call(
		'query',
		z.object({
			capture: captureIdSchema,
			connection: connectionIdSchema,
			side: z.enum(['in', 'out']),
			framing: framingSchema.optional(),
			ignore: z.array(ignoreSchema).max(MAX_IGNORES).default([]),
			from: messagePlaceSchema.optional(),
		}),
		z.object({
			messages: z.array(printedMessageSchema),
			next: messagePlaceSchema.optional(),
			/** The framing that splits them; `none` for datagrams and for a stream without one. */
			framing: framingSchema,
			/** They are messages, and not pieces of a stream. */
			framed: z.boolean(),
			end: z.enum(CONNECTION_ENDS),
		}),
		[...CAPTURE_ERRORS, 'bad-input'],
	),
} as const;
