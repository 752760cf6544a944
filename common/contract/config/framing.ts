import { z } from 'zod';
import { writtenBytesSchema } from '../../payload/schema.ts';
import { LIMITS } from '../base/limits.ts';
import { BYTE_ORDERS, LENGTH_SIZES } from './length-field.ts';

const delimiterSchema = z.object({
	type: z.literal('delimiter'),
	delimiter: writtenBytesSchema,
	/** Each line end in the delimiter, LF or CR LF, matches either, because peers send both. */
	eitherLineEnd: z.boolean().optional(),
});

const fixedSchema = z.object({
	type: z.literal('fixed'),
	/** Bytes of each message. */
	length: z.number().int().min(1).max(LIMITS.frameMessageBytes),
});

const lengthSchema = z.object({
	type: z.literal('length'),
	/** Bytes of the length field. */
	size: z.literal(LENGTH_SIZES),
	order: z.enum(BYTE_ORDERS).default('big'),
	/** Bytes before the length field. */
	offset: z.number().int().min(0).max(LIMITS.frameHeadBytes).default(0),
	/** Added to the value of the field. */
	adjustment: z.number().int().min(-LIMITS.frameMessageBytes).max(LIMITS.frameMessageBytes).default(0),
	/** The field counts the head as well: the bytes before it and itself. */
	includesHead: z.boolean().default(false),
});
export type LengthFraming = z.infer<typeof lengthSchema>;

const idleSchema = z.object({
	type: z.literal('idle'),
	/** Milliseconds of silence that end a message. */
	ms: z.number().int().min(1).max(LIMITS.delayMs),
});

/**
 * How a stream is split into messages. `line` ends at LF and leaves out a CR before it; `delimiter` ends at the given
 * bytes. The terminator is not part of the message; templates have it, as received, in `{{eol}}`. `fixed`: all messages
 * have the same length. `length`: a field before each message gives its length; templates have the bytes up to and
 * including the field in `{{head}}`. `idle`: a silence ends it. `none`: each read is a message.
 */
export const framingSchema = z.discriminatedUnion('type', [
	z.object({ type: z.literal('none') }),
	z.object({ type: z.literal('line') }),
	delimiterSchema,
	fixedSchema,
	lengthSchema,
	idleSchema,
]);
export type Framing = z.infer<typeof framingSchema>;

/** The framing of both directions of a stream. It may be changed while the endpoint runs. */
export const streamFramingSchema = z.object({
	/** For what the peer sends: the responder answers its messages. */
	framing: framingSchema.default({ type: 'none' }),
	/** For what we send, for display only; left out: same as `framing`. */
	framingOut: framingSchema.optional(),
});
export type StreamFraming = z.infer<typeof streamFramingSchema>;
