import { z } from 'zod';
import { LIMITS } from '../../contract/base/limits.ts';
import { streamFramingSchema } from '../../contract/config/framing.ts';
import { numberingSchema } from '../../contract/config/numbering.ts';
import { responderSchema } from '../../contract/config/responder.ts';

const AFTER_PEER_END = ['end', 'end-at-once', 'keep'] as const;
export type AfterPeerEnd = (typeof AFTER_PEER_END)[number];

/** Matches received numbered messages; left out: off. It can be changed while the endpoint runs. */
export const ledger = numberingSchema.optional();

/** How received messages are answered; without rules they are only recorded. */
export const responder = responderSchema.default({ rules: [] });

/** Fields of every stream that Wirebench answers. */
export const stream = {
	ledger,
	...streamFramingSchema.shape,
	responder,
	/**
	 * What follows the peer's FIN. `end`: our FIN, after every pending answer has been sent, delayed ones included.
	 * `end-at-once`: our FIN at once; pending answers are dropped. `keep`: the connection stays half open.
	 */
	afterPeerEnd: z.enum(AFTER_PEER_END).default('end'),
};

/** Nagle's algorithm off. */
export const noDelay = z.boolean().default(true);

/** Length of the kernel's accept queue. */
export const backlog = z.number().int().min(1).max(65535).default(511);

export const SERVE = ['all', 'one-at-a-time'] as const;
export type Serve = (typeof SERVE)[number];
/**
 * `one-at-a-time`: a connection is read and answered once all earlier ones have closed, as in an iterative server;
 * until then it waits with its received bytes.
 */
export const serve = z.enum(SERVE).default('all');

/** When and how often a client connects again. */
export const reconnectSchema = z.object({
	/** Delay before the first new attempt; it doubles with each failure, up to `maxMs`. */
	firstMs: z.number().int().min(1).max(LIMITS.delayMs).default(1000),
	maxMs: z.number().int().min(1).max(LIMITS.delayMs).default(30_000),
	/** Consecutive attempts; 0: unlimited. */
	attempts: z.number().int().min(0).max(1_000_000).default(0),
});
export type Reconnect = z.infer<typeof reconnectSchema>;
