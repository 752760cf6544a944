import { z } from 'zod';
import { LIMITS } from '../base/limits.ts';
import { writtenBytesSchema } from './payload.ts';
import { matchSchema } from './responder.ts';

/**
 * The two ways through a proxy: `toTarget` is what clients send, `toClient` what the target answers. Append only: the
 * place in this list is part of what a seed means.
 */
export const PROXY_DIRECTIONS = ['toTarget', 'toClient'] as const;
export type ProxyDirection = (typeof PROXY_DIRECTIONS)[number];

const ms = z.number().int().min(0).max(LIMITS.delayMs);
const bytes = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const probability = z.number().min(0).max(1);
/** The share of connections that have a fault. */
const some = { toxicity: probability.default(1) };

/**
 * What goes wrong on one way through a proxy; what is left out does not. A *unit* is a message of the framing, without
 * framing what one read returned, for UDP a datagram. Faults that count bytes count those passed on since the connection
 * opened; those that count time count from its opening, or from when they were switched on if that was later.
 */
export const faultsSchema = z.object({
	/** Each unit comes `delayMs` late, more or less by up to `jitterMs`. Streams stay in order, datagrams may overtake. */
	latency: z.object({ delayMs: ms, jitterMs: ms.default(0), ...some }).optional(),
	/** No more than this gets through. */
	bandwidth: z.object({ bytesPerSecond: bytes.min(1), ...some }).optional(),
	/** Streams: written in slices of `averageBytes`, more or less by up to `variationBytes`, with `delayMs` after each. */
	slicer: z
		.object({ averageBytes: bytes.min(1), variationBytes: bytes.default(0), delayMs: ms.default(0), ...some })
		.optional(),
	/** One bit is turned: of each byte with this probability, or of one byte of each unit. */
	corrupt: z.object({ probability, per: z.enum(['byte', 'message']).default('byte'), ...some }).optional(),
	/** Units that are not passed on. */
	drop: z.object({ probability, ...some }).optional(),
	/** Units that are passed on twice. */
	duplicate: z.object({ probability, ...some }).optional(),
	/** UDP: datagrams that are passed on behind the next `distance` ones. */
	reorder: z.object({ probability, distance: z.number().int().min(1).max(1000).default(1), ...some }).optional(),
	/** Streams: the end (FIN) comes so much later. */
	slowClose: z.object({ delayMs: ms, ...some }).optional(),
	/**
	 * After so many bytes nothing is passed on any more, neither bytes nor an end or a reset: the other side stays open. When it is
	 * switched off, an end or a reset that it kept back is passed on; a stream that has lost bytes is closed on both sides.
	 */
	halfOpen: z.object({ afterBytes: bytes.default(0), ...some }).optional(),
	/**
	 * Nothing is passed on, and after `ms` both sides are closed; with 0 they stay open, and bytes are lost until it is switched off.
	 * Then a stream that has lost bytes is closed on both sides, so that none goes on with a gap in it.
	 */
	timeout: z.object({ ms, ...some }).optional(),
	/** Streams: after so many bytes, and then so much time, both sides are reset (RST). */
	reset: z.object({ afterBytes: bytes.default(0), afterMs: ms.default(0), ...some }).optional(),
	/** After so many bytes both sides are closed; for UDP nothing more is passed on. */
	limitData: z.object({ bytes, ...some }).optional(),
	/** After so much time both sides are closed. */
	closeAfter: z.object({ ms, ...some }).optional(),
});
export type Faults = z.infer<typeof faultsSchema>;

/** Every fault by its name. Append only: the place in this list is part of what a seed means. */
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
 * Changes what a proxy passes on. `message`: a unit that matches is replaced by the template as a whole. `matches`: each
 * place of it that matches is, which literal patterns and regular expressions have. The template is as in a responder's
 * reply; `{{data}}` is the unit. What marks its borders stays, and a length before it is set to what it has then.
 */
export const rewriteRuleSchema = z.object({
	match: matchSchema,
	replace: writtenBytesSchema,
	scope: z.enum(['message', 'matches']).default('message'),
});

const rewriteRules = z.array(rewriteRuleSchema).max(LIMITS.rules).default([]);

/** All rules of a direction are tried, one after the other, each on what the one before has made. */
export const rewriteSchema = z.object({ toTarget: rewriteRules, toClient: rewriteRules });

/** What all proxies have. */
export const proxyShape = {
	rewrite: rewriteSchema.default({ toTarget: [], toClient: [] }),
	/** It may be changed while the proxy runs, for all connections and for single ones. */
	faults: proxyFaultsSchema.default({ toTarget: {}, toClient: {} }),
	/** What chance decides follows from it, from the number of the connection in this run, and from what is sent. */
	seed: z.number().int().min(0).max(0xffff_ffff).default(1),
};

/** How often each fault was applied; those that never were are left out. */
export const faultCountsSchema = z.partialRecord(z.enum(FAULTS), z.number());

/** What is told of a connection that is one half of a proxied one. */
export const proxyHalfSchema = z.object({
	/** `client`: the half that was accepted; `target`: the one that was opened for it. */
	side: z.enum(['client', 'target']),
	/** Its other half, while there is one. */
	other: z.number().int().optional(),
	/** From 1: which of this run's connections it is; chance depends on it. */
	ordinal: z.number().int(),
	/** Of what this half received. */
	applied: faultCountsSchema,
	/** Set when it has faults of its own, in place of the endpoint's. */
	faults: proxyFaultsSchema.optional(),
});
export type ProxyHalf = z.infer<typeof proxyHalfSchema>;
