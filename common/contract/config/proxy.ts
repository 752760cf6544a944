import { z } from 'zod';
import { writtenBytesSchema } from '../../payload/schema.ts';
import { LIMITS } from '../base/limits.ts';
import { byteMatchSchema } from './responder.ts';

/**
 * The directions of a proxy: `toTarget` is data from clients, `toClient` data from the target. Append only: a seed
 * depends on the position in this list.
 */
export const PROXY_DIRECTIONS = ['toTarget', 'toClient'] as const;
export type ProxyDirection = (typeof PROXY_DIRECTIONS)[number];

const ms = z.number().int().min(0).max(LIMITS.delayMs);
const bytes = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const probability = z.number().min(0).max(1);
const some = {
	/** The share of connections that the fault applies to. */
	toxicity: probability.default(1),
};

/**
 * The faults of one direction of a proxy; a fault that is left out is off. A *unit* is a message of the framing,
 * without framing one read, for UDP a datagram. Faults that count bytes count those passed on since the connection
 * opened; those that count time count from its opening, or from when they were switched on if that was later.
 */
export const faultsSchema = z.object({
	/** Each unit is delayed by `delayMs`, plus or minus up to `jitterMs`. Streams stay in order, datagrams may overtake. */
	latency: z.object({ delayMs: ms, jitterMs: ms.default(0), ...some }).optional(),
	/** Limits the throughput. */
	bandwidth: z.object({ bytesPerSecond: bytes.min(1), ...some }).optional(),
	/** Streams: written in slices of `averageBytes`, plus or minus up to `variationBytes`, with `delayMs` after each. */
	slicer: z
		.object({ averageBytes: bytes.min(1), variationBytes: bytes.default(0), delayMs: ms.default(0), ...some })
		.optional(),
	/** Flips one bit: of each byte with this probability, or of one byte of each unit. */
	corrupt: z.object({ probability, per: z.enum(['byte', 'message']).default('byte'), ...some }).optional(),
	/** Units that are not passed on. */
	drop: z.object({ probability, ...some }).optional(),
	/** Units that are passed on twice. */
	duplicate: z.object({ probability, ...some }).optional(),
	/** UDP: datagrams that are passed on behind the next `distance` ones. */
	reorder: z.object({ probability, distance: z.number().int().min(1).max(1000).default(1), ...some }).optional(),
	/** Streams: delays the end (FIN) by this much. */
	slowClose: z.object({ delayMs: ms, ...some }).optional(),
	/**
	 * After this many bytes nothing is passed on any more, neither bytes nor an end or a reset: the other side stays
	 * open. When the fault is switched off, a held-back end or reset is passed on; a stream that has lost bytes is closed
	 * on both sides.
	 */
	halfOpen: z.object({ afterBytes: bytes.default(0), ...some }).optional(),
	/**
	 * Nothing is passed on, and after `ms` both sides are closed. With 0 they stay open, and bytes are lost until the
	 * fault is switched off. A stream that has lost bytes is then closed on both sides, so that none continues with a
	 * gap.
	 */
	timeout: z.object({ ms, ...some }).optional(),
	/** Streams: after this many bytes, and then this much time, both sides are reset (RST). */
	reset: z.object({ afterBytes: bytes.default(0), afterMs: ms.default(0), ...some }).optional(),
	/** After this many bytes both sides are closed; for UDP nothing more is passed on. */
	limitData: z.object({ bytes, ...some }).optional(),
	/** After this much time both sides are closed. */
	closeAfter: z.object({ ms, ...some }).optional(),
});
export type Faults = z.infer<typeof faultsSchema>;

/** Every fault by its name. Append only: a seed depends on the position in this list. */
export const FAULTS = [
	'latency',
	'bandwidth',
	'slicer',
	'corrupt',
	'drop',
	'duplicate',
	'reorder',
	'slowClose',
	'halfOpen',
	'timeout',
	'reset',
	'limitData',
	'closeAfter',
] as const satisfies readonly (keyof Faults)[];
export type FaultName = (typeof FAULTS)[number];

/** Faults that only one kind of proxy can have. */
export const TCP_ONLY_FAULTS: readonly FaultName[] = ['slicer', 'slowClose', 'reset'];
export const UDP_ONLY_FAULTS: readonly FaultName[] = ['reorder'];

export const proxyFaultsSchema = z.object({
	toTarget: faultsSchema.default({}),
	toClient: faultsSchema.default({}),
});
export type ProxyFaults = z.infer<typeof proxyFaultsSchema>;

/**
 * Changes what a proxy passes on. `message`: the template replaces the whole unit if it matches. `matches`: it replaces
 * each match, with literal patterns and regular expressions. The template is as in a responder's reply; `{{data}}` is
 * the unit. Delimiters stay, and a length head is set to the new length.
 */
export const rewriteRuleSchema = z.object({
	match: byteMatchSchema,
	replace: writtenBytesSchema,
	scope: z.enum(['message', 'matches']).default('message'),
});

const rewriteRules = z.array(rewriteRuleSchema).max(LIMITS.rules).default([]);

/** All rules of a direction are applied in order, each to the result of the one before. */
export const rewriteSchema = z.object({ toTarget: rewriteRules, toClient: rewriteRules });

/** Fields of all proxies. */
export const proxyShape = {
	rewrite: rewriteSchema.default({ toTarget: [], toClient: [] }),
	/** It may be changed while the proxy runs, for all connections and for single ones. */
	faults: proxyFaultsSchema.default({ toTarget: {}, toClient: {} }),
	/** Determines all random decisions, together with the number of the connection in this run and the data sent. */
	seed: z.number().int().min(0).max(0xffff_ffff).default(1),
};

/** How often each fault was applied; those never applied are left out. */
export const faultCountsSchema = z.partialRecord(z.enum(FAULTS), z.number());

/** State of a connection that is one half of a proxied one. */
export const proxyHalfSchema = z.object({
	/** `client`: the half that was accepted; `target`: the one that was opened for it. */
	side: z.enum(['client', 'target']),
	/** Its other half, while there is one. */
	other: z.number().int().optional(),
	/** From 1: the position of the connection in this run; random decisions depend on it. */
	ordinal: z.number().int(),
	/** The faults applied to what this half received. */
	applied: faultCountsSchema,
	/** Set when it has faults of its own, which replace the endpoint's. */
	faults: proxyFaultsSchema.optional(),
});
export type ProxyHalf = z.infer<typeof proxyHalfSchema>;
