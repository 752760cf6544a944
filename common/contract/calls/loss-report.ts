import { z } from 'zod';
import { connectionIdSchema, endpointIdSchema } from '../base/address.ts';
import { call, topic } from '../base/table.ts';
import { numberingSchema } from '../config/numbering.ts';
import { endpointStateSchema } from './workbench.ts';

const count = z.number().min(0);

/** Nanoseconds from the time in the header to the receiver's clock; negative where the sender's clock is ahead. */
const delaySchema = z.object({
	min: z.number(),
	mean: z.number(),
	max: z.number(),
	/** Within 1.1 %. Absent where the clocks differ so that delays are negative. */
	percentiles: z.object({ p50: z.number(), p95: z.number(), p99: z.number() }).optional(),
	/** Interarrival jitter as RFC 3550, 6.4.1 has it, in nanoseconds. */
	jitter: z.number().min(0),
});

/** What is known of the numbered messages of one sender: one connection, one stream id. */
export const ledgerStreamSchema = z.object({
	connection: connectionIdSchema,
	/** The id in the header; absent with numbers in text. */
	stream: z.number().int().optional(),
	/** Messages, duplicates included. */
	received: count,
	bytes: count,
	/** Numbers between the lowest and the highest that have not come (so far). */
	lost: count,
	/** Came again. */
	duplicates: count,
	/** Came after a higher number, by how many numbers on average and at most. */
	reordered: count,
	reorderedBy: z.object({ mean: z.number(), max: count }),
	/** Came so far behind the highest that duplicate and reordered cannot be told apart any more; they count as lost. */
	late: count,
	lowest: count,
	highest: count,
	/** What the header says will be sent in all; absent where it does not. */
	total: count.optional(),
	/** Numbers of that total below the lowest and above the highest: what never came at either end. */
	missingBefore: count.optional(),
	missingAfter: count.optional(),
	/** Milliseconds from the first message to the last. */
	spanMs: z.number().min(0),
	delay: delaySchema.optional(),
});
export type LedgerStream = z.infer<typeof ledgerStreamSchema>;

export const ledgerFiguresSchema = z.object({
	/** Messages in which a number was found. */
	numbered: count,
	/** Messages without one. */
	unnumbered: count,
	/** Numbered messages of senders that came when as many as are kept apart had come already. */
	untracked: count,
	streams: z.array(ledgerStreamSchema),
});
export type LedgerFigures = z.infer<typeof ledgerFiguresSchema>;

/** Null while the endpoint keeps no ledger. */
const ledgerSchema = z.object({ figures: ledgerFiguresSchema.nullable() });
const byEndpoint = z.object({ endpoint: endpointIdSchema });

export const ledgerCalls = {
	/** From here on the endpoint matches numbered messages (from nothing), or with null does not; also while it runs. */
	ledgerSet: call('command', byEndpoint.extend({ numbering: numberingSchema.nullable() }), endpointStateSchema, [
		'not-found',
		'wrong-state',
	]),
	ledgerFigures: call('query', byEndpoint, ledgerSchema, ['not-found']),
} as const;

export const ledgerTopics = {
	/** The figures of an endpoint's ledger, at most five times a second while messages come. */
	ledger: topic(byEndpoint, ledgerSchema, ledgerSchema),
} as const;
