import { z } from 'zod';
import { connectionIdSchema, endpointIdSchema } from '../base/address.ts';
import { call, stateTopic } from '../base/table.ts';
import { numberingSchema } from '../config/numbering.ts';
import { endpointStateSchema } from './workbench.ts';

const count = z.number().min(0);

/** Nanoseconds from the time in the header to the receiver's clock; negative where the sender's clock is ahead. */
const delaySchema = z.object({
	min: z.number(),
	mean: z.number(),
	max: z.number(),
	/** Within 1.1 %. Absent where the clocks differ so much that delays are negative. */
	percentiles: z.object({ p50: z.number(), p95: z.number(), p99: z.number() }).optional(),
	/** Interarrival jitter in nanoseconds (RFC 3550, 6.4.1). */
	jitter: z.number().min(0),
});

/** The report on the numbered messages of one sender: one connection, one stream id. */
export const ledgerStreamSchema = z.object({
	connection: connectionIdSchema,
	/** The id in the header; absent where the numbers are in text. */
	stream: z.number().int().optional(),
	/** Messages, duplicates included. */
	received: count,
	bytes: count,
	/** Numbers between the lowest and the highest that have not arrived (yet). */
	lost: count,
	/** Messages that arrived again. */
	duplicates: count,
	/** Messages that arrived after a higher number, and by how many numbers on average and at most. */
	reordered: count,
	reorderedBy: z.object({ mean: z.number(), max: count }),
	/** Messages so far behind the highest number that duplicates and reordered ones cannot be distinguished; they count as lost. */
	late: count,
	lowest: count,
	highest: count,
	/** The total that the header announces; absent where it announces none. */
	total: count.optional(),
	/** Numbers of that total below the lowest and above the highest that never arrived. */
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
	/** Numbered messages of further senders, after the maximum number of separate senders was reached. */
	untracked: count,
	streams: z.array(ledgerStreamSchema),
});
export type LedgerFigures = z.infer<typeof ledgerFiguresSchema>;

/** Null while the endpoint has no loss report. */
const ledgerSchema = z.object({ figures: ledgerFiguresSchema.nullable() });
const byEndpoint = z.object({ endpoint: endpointIdSchema });

export const ledgerCalls = {
	/** Starts a new loss report of numbered messages, or stops it with null; also while the endpoint runs. */
	ledgerSet: call('command', byEndpoint.extend({ numbering: numberingSchema.nullable() }), endpointStateSchema, [
		'not-found',
		'wrong-state',
	]),
	/** The figures of an endpoint's loss report; null where it has none. */
	ledgerFigures: call('query', byEndpoint, ledgerSchema, ['not-found']),
} as const;

export const ledgerTopics = {
	/** The figures of an endpoint's loss report, at most five times a second while messages arrive. */
	ledger: stateTopic(byEndpoint, ledgerSchema),
} as const;
