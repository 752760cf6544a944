import { z } from 'zod';
import { errorInfoSchema } from '../contract/base/error-info.ts';

/** A call or a subscription, numbered by the client and never used twice on one transport. */
const id = z.number().int().min(1);
/** Names are looked up in the contract; the limit keeps hostile ones out of error sentences. */
const name = z.string().max(64);
/** Checked against the contract, not here. MessagePack has no `undefined`: a key without a value is left out. */
const anything = z.unknown().optional();
/** Deltas count from 1; the snapshot is 0. */
const sequence = z.number().int().min(0);

/** First message of both sides. */
const hello = z.object({ kind: z.literal('hello'), version: z.number().int() });
/** Last message of a side that closes because of an error, with the reason as a sentence. */
const bye = z.object({ kind: z.literal('bye'), reason: z.string().max(500) });

/** Client to server. */
export const clientMessageSchema = z.discriminatedUnion('kind', [
	hello,
	bye,
	z.object({ kind: z.literal('call'), id, name, input: anything }),
	z.object({ kind: z.literal('subscribe'), id, topic: name, params: anything }),
	z.object({ kind: z.literal('unsubscribe'), id }),
	// Snapshots, deltas and ends processed on this transport. Optional, and sent now and then (pace.ts).
	z.object({ kind: z.literal('seen'), count: sequence }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

/** Server to client. A result has either `output` or `error`; `end` is the last message of a subscription. */
export const serverMessageSchema = z.discriminatedUnion('kind', [
	hello,
	bye,
	z.object({ kind: z.literal('result'), id, output: anything, error: errorInfoSchema.optional() }),
	z.object({ kind: z.literal('snapshot'), id, data: anything }),
	z.object({ kind: z.literal('delta'), id, sequence, data: anything }),
	z.object({ kind: z.literal('end'), id, error: errorInfoSchema }),
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;
