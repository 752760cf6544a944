import { z } from 'zod';
import { LIMITS } from '../../contract/base/limits.ts';
import { streamFramingSchema } from '../../contract/config/framing.ts';
import { numberingSchema } from '../../contract/config/numbering.ts';
import { responderSchema } from '../../contract/config/responder.ts';

/**
 * `end`: our FIN follows when every answer that is owed has been sent, delayed ones too. `end-at-once`: it follows at
 * once, and what was not due yet stays unanswered. `keep`: the connection stays half open.
 */
const AFTER_PEER_END = ['end', 'end-at-once', 'keep'] as const;
export type AfterPeerEnd = (typeof AFTER_PEER_END)[number];

/** Matches received numbered messages; left out: does not. It may be changed while the endpoint runs. */
export const ledger = numberingSchema.optional();

/** How received messages are answered; without rules they are only recorded. */
export const responder = responderSchema.default({ rules: [] });

/** What every stream has that is answered here. */
export const stream = {
	ledger,
	...streamFramingSchema.shape,
	responder,
	/** What we do once the peer has sent its FIN. */
	afterPeerEnd: z.enum(AFTER_PEER_END).default('end'),
};

/** Nagle's algorithm off. */
export const noDelay = z.boolean().default(true);

/** Length of the kernel's accept queue. */
export const backlog = z.number().int().min(1).max(65535).default(511);

/**
 * `one-at-a-time`: a connection is read and answered once all before it have closed, as an iterative server does it; until
 * then it waits with the bytes that it has sent.
 */
export const SERVE = ['all', 'one-at-a-time'] as const;
export type Serve = (typeof SERVE)[number];
export const serve = z.enum(SERVE).default('all');

/** When and how often a client connects again. */
export const reconnectSchema = z.object({
	/** Before the first new attempt; it doubles with each failure, up to `maxMs`. */
	firstMs: z.number().int().min(1).max(LIMITS.delayMs).default(1000),
	maxMs: z.number().int().min(1).max(LIMITS.delayMs).default(30_000),
	/** Attempts in a row; 0 for no end. */
	attempts: z.number().int().min(0).max(1_000_000).default(0),
});
export type Reconnect = z.infer<typeof reconnectSchema>;
