import { z } from 'zod';
import { connectionIdSchema } from '../../../../common/contract/base/address.ts';
import {
	type StreamLayout,
	type StreamMessage,
	streamMessageSchema,
} from '../../../../common/contract/calls/stream.ts';
import { framingSchema } from '../../../../common/contract/config/framing.ts';
import { MAX_HEX_BYTES } from '../../../../common/conversation/index.ts';
import { concat } from '../../../../common/payload/codec/concat.ts';
import { eventUri } from '../access/uris.ts';
import { isoTime, showBytes, shownBytesSchema } from '../access/values.ts';
import { captureShape, nextAfter, pageOf, pageShape, positionOf } from './paging.ts';
import { type Tool, tool } from './tool.ts';

/** Bytes of one message that a result contains. */
const MESSAGE_BYTES = 1024;
/** Lines that one look at a layout returns. */
const LINES = 500;

/** A message of a stream. `at` is its place in the stream; `n` the event with its first byte. */
const shownMessageSchema = streamMessageSchema.extend({
	n: z.number().int(),
	time: z.string(),
	data: shownBytesSchema,
});

interface Collected {
	readonly n: number;
	readonly time: bigint;
	readonly parts: Uint8Array[];
	bytes: number;
	message: StreamMessage | undefined;
}

export const messageTools: readonly Tool[] = [
	tool(
		'decode_messages',
		'Splits what one side of a connection sent into messages by a framing, across reads: lines, a delimiter, a fixed length, a length field, silence. Without a framing: that of the endpoint. The first 1024 bytes of each message.',
		{
			input: z.object({
				...captureShape,
				/** Its number, as list_connections gives it. */
				connection: connectionIdSchema,
				/** `in`: what the peer sent; `out`: what Wirebench sent. */
				direction: z.enum(['in', 'out']),
				framing: framingSchema.optional(),
				...pageOf(20, 100),
			}),
			output: z.object({
				messages: z.array(shownMessageSchema),
				framing: framingSchema.optional(),
				...pageShape,
			}),
		},
		async (input, { bench, signal }) => {
			const place = bench.captureOf(input);
			const layout: StreamLayout = {
				type: 'boundaries',
				connection: input.connection,
				side: input.direction,
				form: 'hex',
				width: MAX_HEX_BYTES,
				...(input.framing === undefined ? {} : { framing: input.framing }),
			};
			const { lines, messages: total = 0, framing } = await bench.streams.scanned({ ...place, layout }, signal);
			const found = new Map<number, Collected>();
			let at = positionOf(input);
			page: while (at < lines) {
				const window = await bench.rpc.call('streamLines', { ...place, layout, from: at, count: LINES });
				if (window.lines.length === 0) break;
				for (const line of window.lines) {
					if (line.type === 'slice') {
						if (!found.has(line.message) && found.size === input.limit) break page;
						const one = found.get(line.message) ?? {
							n: line.n,
							time: line.time,
							parts: [],
							bytes: 0,
							message: undefined,
						};
						found.set(line.message, one);
						one.message ??= window.messages.find(({ number }) => number === line.message);
						if (one.bytes < MESSAGE_BYTES) one.parts.push(line.bytes);
						one.bytes += line.bytes.length;
					}
					at += 1;
				}
			}
			const messages = [...found.values()].flatMap(({ n, time, parts, message }) => {
				if (message === undefined) return [];
				const { length } = message;
				const data = showBytes(concat(parts), {
					total: length,
					most: MESSAGE_BYTES,
					resource: eventUri(n, place.capture),
				});
				return [{ ...message, n, time: isoTime(time), data }];
			});
			return { messages, total, ...(framing === undefined ? {} : { framing }), ...nextAfter(at, lines) };
		},
	),
];
