import { z } from 'zod';
import { connectionIdSchema } from '../../../../common/contract/base/address.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { capturedConnectionSchema } from '../../../../common/contract/calls/stream.ts';
import { concat } from '../../../../common/payload/codec/concat.ts';
import type { Bench } from '../access/bench.ts';
import { eventUri } from '../access/uris.ts';
import { showBytes } from '../access/values.ts';
import { payloadBytes, showEvent, shownEventSchema } from './events.ts';
import { captureShape, nextAfter, pageOf, pageShape, positionOf } from './paging.ts';
import { type Tool, tool } from './tool.ts';

/** Bytes of one turn that a result contains. */
const TURN_BYTES = 1024;
/** Rows that one look at the capture returns. */
const ROWS = 200;

/** What one side sent before the other answered, or another event between. */
const turnSchema = shownEventSchema.extend({
	/** Position of its last event: a turn is one or more events of the same direction. */
	lastN: z.number().int(),
});
type Turn = z.infer<typeof turnSchema>;

/** Events of the same direction without another between. */
type Rows = [CaptureRow, ...CaptureRow[]];

function continues([first]: Rows, row: CaptureRow): boolean {
	return first.kind === 'data' && row.kind === 'data' && row.direction === first.direction;
}

/** The first bytes of a turn. */
async function turnBytes(bench: Bench, place: { readonly capture?: string }, rows: Rows): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	let left = TURN_BYTES;
	for (const { n, length, preview } of rows) {
		const wanted = Math.min(length, left);
		if (wanted === 0) break;
		parts.push(
			wanted <= preview.length ? preview.subarray(0, wanted) : (await payloadBytes(bench, place, n, 0, wanted)).bytes,
		);
		left -= wanted;
	}
	return concat(parts);
}

async function turnOf(bench: Bench, place: { readonly capture?: string }, rows: Rows): Promise<Turn> {
	const [first] = rows;
	const last = rows.at(-1) ?? first;
	const event = { ...showEvent(first, place.capture), lastN: last.n };
	if (first.kind !== 'data') return event;
	const length = rows.reduce((sum, row) => sum + row.length, 0);
	const data = showBytes(await turnBytes(bench, place, rows), {
		total: length,
		resource: eventUri(first.n, place.capture),
	});
	return { ...event, length, data };
}

export const conversationTools: readonly Tool[] = [
	tool(
		'list_connections',
		'Lists the connections in a capture, in the order in which they opened: endpoint, addresses, bytes in each direction.',
		{
			input: z.object({
				...captureShape,
				/** Only those whose number, endpoint, addresses or protocol contain this. */
				text: z.string().max(LIMITS.nameChars).default(''),
				...pageOf(50, 200),
			}),
			output: z.object({ connections: z.array(capturedConnectionSchema), ...pageShape }),
		},
		async (input, { bench, signal }) => {
			const place = bench.captureOf(input);
			await bench.connections.scanned(place, signal);
			const from = positionOf(input);
			const { connections, total } = await bench.rpc.call('captureConnections', {
				...place,
				text: input.text,
				from,
				count: input.limit,
			});
			return { connections, total, ...nextAfter(from + connections.length, total) };
		},
	),
	tool(
		'read_conversation',
		'Reads a connection as turns: what one side sent until the other answered, joined over several reads, and the other events between. The first 1024 bytes of each turn.',
		{
			input: z.object({
				...captureShape,
				/** Its number, as list_connections gives it. */
				connection: connectionIdSchema,
				...pageOf(20, 100),
			}),
			output: z.object({ turns: z.array(turnSchema), ...pageShape }),
		},
		async (input, { bench, signal }) => {
			const place = bench.captureOf(input);
			const filter = `conn:${input.connection}`;
			const { matched, gone } = await bench.filters.scanned({ ...place, filter }, signal);
			const turns: Turn[] = [];
			let at = Math.max(positionOf(input), gone);
			let current: Rows | undefined;
			while (at < matched && turns.length < input.limit) {
				const { rows } = await bench.rpc.call('captureRows', { ...place, filter, from: at, count: ROWS });
				for (const row of rows) {
					if (current !== undefined && continues(current, row)) current.push(row);
					else {
						if (current !== undefined) turns.push(await turnOf(bench, place, current));
						current = undefined;
						if (turns.length === input.limit) break;
						current = [row];
					}
					at += 1;
				}
				if (rows.length === 0) break;
			}
			if (current !== undefined) turns.push(await turnOf(bench, place, current));
			return { turns, total: matched, ...nextAfter(at, matched) };
		},
	),
];
