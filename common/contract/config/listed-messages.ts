import { z } from 'zod';
import { LIMITS } from '../base/limits.ts';
import { framingSchema } from './framing.ts';

/**
 * The list of a capture's messages, in place of its events. Its items are the messages of streams that have a framing, and every other event as
 * it is: datagrams, data of streams without framing, and what happened. An item stands where it was complete: a message at the event of its
 * last byte, the rest of a stream at the event that ended it. Until then a message is not in the list.
 *
 * Where a call has this field, all its positions are positions of items, from 0, unless it says otherwise.
 */
export const listedMessagesSchema = z.object({
	/** The framing of both directions of these endpoints, in place of those in the capture. */
	tried: z
		.array(z.object({ endpoint: z.string().max(LIMITS.nameChars), framing: framingSchema }))
		.max(LIMITS.triedFramings)
		.optional(),
	/** The same of all other endpoints. */
	framing: framingSchema.optional(),
});
export type ListedMessages = z.infer<typeof listedMessagesSchema>;

/** What a row of a message has beyond that of an event. */
export const messageOfRowSchema = z.object({
	/** Of its direction of its connection, from 1. */
	number: z.number().int(),
	/** Position in the capture of the event with its first byte, the offset there, and the time, nanoseconds since 1970. */
	first: z.number().int(),
	offset: z.number().int(),
	begin: z.bigint(),
	/** The number of events that it came in. */
	reads: z.number().int(),
	/** The stream ended before the message did. */
	complete: z.literal(false).optional(),
	/** It violates the framing. */
	fault: z.literal(true).optional(),
});
export type MessageOfRow = z.infer<typeof messageOfRowSchema>;
