import { z } from 'zod';
import type { CaptureConnection, CaptureEndpoint } from '../../../common/capture/event.ts';
import { connectionIdSchema, socketAddressSchema } from '../../../common/contract/base/address.ts';
import type { SegmentLimits } from '../format/limits.ts';
import { RECORD_PAYLOAD_BYTES } from './layout.ts';

/** The JSON of the ring's control records. Data records have bytes, the other events UTF-8 text. */
const runSchema = z.object({
	id: z.string(),
	name: z.string(),
	kind: z.string(),
	config: z.unknown().optional(),
});
export type RunRecord = z.infer<typeof runSchema>;

const openSchema = z.object({
	id: connectionIdSchema,
	endpoint: z.number().int(),
	protocol: z.enum(['tcp', 'udp']),
	role: z.enum(['accepted', 'opened']),
	local: socketAddressSchema,
	remote: socketAddressSchema,
	mirrored: z.boolean(),
});

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const decode = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

/** A config too large to be written is left out. */
export function encodeRun({ id, name, kind, config }: CaptureEndpoint): Uint8Array {
	const whole = encode({ id, name, kind, config });
	return whole.length <= RECORD_PAYLOAD_BYTES ? whole : encode({ id, name, kind });
}

const limitsSchema = z.object({ segmentBytes: z.number(), keepBytes: z.number().optional() });

export function encodeLimits({ segmentBytes, keepBytes }: SegmentLimits): Uint8Array {
	return encode({ segmentBytes, keepBytes });
}

export function decodeLimits(text: string): SegmentLimits {
	return limitsSchema.parse(JSON.parse(text));
}

export function decodeRun(bytes: Uint8Array): RunRecord {
	return runSchema.parse(decode(bytes));
}

export function encodeOpen(connection: CaptureConnection): Uint8Array {
	const { id, endpoint, protocol, role, local, remote, mirrored } = connection;
	return encode({ id, endpoint, protocol, role, local, remote, mirrored });
}

export function decodeOpen(bytes: Uint8Array): CaptureConnection {
	return openSchema.parse(decode(bytes));
}

const annotationSchema = z.object({ time: z.string(), comment: z.string() });

/** The form of a stored annotation: its comment, and its packet's time in nanoseconds since 1970. */
export function encodeAnnotation(time: bigint, comment: string): Uint8Array {
	return encode({ time: String(time), comment });
}

export function decodeAnnotation(bytes: Uint8Array): { readonly time: bigint; readonly comment: string } {
	const { time, comment } = annotationSchema.parse(decode(bytes));
	return { time: BigInt(time), comment };
}
