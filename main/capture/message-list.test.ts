import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaptureRow, FilterState, MessageListState } from '../../common/contract/calls/capture.ts';
import type { Framing } from '../../common/contract/config/framing.ts';
import type { ListedMessages } from '../../common/contract/config/listed-messages.ts';
import { createFramer } from '../../common/framing/index.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { connection } from './conversations.fixture.ts';
import { followed } from './followed.fixture.ts';
import { openCapture } from './index.ts';
import { type Expected, play, Recording, steps, temporaryFolders } from './recording.fixture.ts';
import type { Capture } from './types.ts';

const newFolder = temporaryFolders();

/** What the list has to have, by a framer over each direction. */
interface ExpectedItem {
	readonly n: number;
	readonly connection: number;
	readonly bytes: Uint8Array;
	readonly number?: number;
	readonly first?: number;
	readonly reads?: number;
	readonly cut?: boolean;
}

class Direction {
	readonly framer;
	readonly connection: number;
	number = 1;
	/** Events of the current message, and its bytes so far. */
	parts: { n: number; bytes: Uint8Array }[] = [];

	constructor(framing: Framing, connection: number) {
		this.framer = createFramer(framing);
		this.connection = connection;
	}

	push(n: number, bytes: Uint8Array): ExpectedItem[] {
		const items: ExpectedItem[] = [];
		let rest = bytes;
		for (const { head, data, eol } of this.framer.push(bytes.slice(), 0)) {
			const length = (head?.length ?? 0) + data.length + eol.length;
			const own = length - this.parts.reduce((sum, part) => sum + part.bytes.length, 0);
			this.parts.push({ n, bytes: rest.subarray(0, own) });
			rest = rest.subarray(own);
			items.push(this.finish(n));
		}
		if (rest.length > 0) this.parts.push({ n, bytes: rest });
		return items;
	}

	end(): ExpectedItem[] {
		this.framer.flush();
		const last = this.parts.at(-1);
		return last === undefined ? [] : [{ ...this.finish(last.n), cut: true }];
	}

	finish(n: number): ExpectedItem {
		const { parts, connection } = this;
		this.parts = [];
		const bytes = Buffer.concat(parts.map((part) => part.bytes));
		return { n, connection, bytes, number: this.number++, first: parts[0]?.n ?? n, reads: parts.length };
	}
}

function expectedItems(events: readonly Expected[], framing: Framing, isUdp: (connection: number) => boolean) {
	const directions = new Map<string, Direction>();
	return events.flatMap((event, n): ExpectedItem[] => {
		const { kind, direction, connection, bytes } = event;
		const own = { n, connection, bytes };
		const of = (side: string) => directions.get(`${connection} ${side}`);
		if (kind === 'data') {
			if (isUdp(connection) || bytes.length === 0) return [own];
			const known = of(direction) ?? new Direction(framing, connection);
			directions.set(`${connection} ${direction}`, known);
			return known.push(n, bytes);
		}
		const ended = kind === 'end' ? [direction] : kind === 'close' || kind === 'reset' ? ['in', 'out'] : [];
		return [...ended.flatMap((side) => of(side)?.end() ?? []), own];
	});
}

async function listed(capture: Capture, messages: ListedMessages, stored: number) {
	const run = followed<MessageListState>((listener) => capture.follow('captureMessages', { messages }, listener));
	return { state: await run.upTo(stored), stop: run.stop };
}

async function rowsOf(capture: Capture, messages: ListedMessages, count: number, step: number): Promise<CaptureRow[]> {
	const rows: CaptureRow[] = [];
	for (let from = 0; from < count; from += step) {
		rows.push(...(await capture.call('captureRows', { messages, from, count: step })).rows);
	}
	return rows;
}

async function bytesOf(capture: Capture, messages: ListedMessages, n: number, total: number): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	for (let offset = 0; offset < total; offset += 65_000) {
		parts.push((await capture.call('captureBytes', { messages, n, offset, length: 65_000 })).bytes);
	}
	return Buffer.concat(parts);
}

/** The items that a filter finds, the first thousand. */
async function foundIn(capture: Capture, messages: ListedMessages, filter: string, stored: number) {
	const run = followed<FilterState>((listener) => capture.follow('captureFilter', { messages, filter }, listener));
	await run.upTo(stored);
	const { rows } = await capture.call('captureRows', { messages, filter, from: 0, count: 1000 });
	run.stop();
	return rows.map(({ item }) => item);
}

const LENGTH = { type: 'length', order: 'big', offset: 0, adjustment: 0, includesHead: false } as const;
const FRAMINGS: readonly Framing[] = [
	{ type: 'line' },
	{ type: 'delimiter', delimiter: { format: 'hex', text: '0a 0d' } },
	{ type: 'fixed', length: 7 },
	{ type: 'fixed', length: 100_000 },
	{ ...LENGTH, size: 1 },
	{ ...LENGTH, size: 2, offset: 1, includesHead: true },
];

test('the list has the messages that a framer finds, and all other events as they are', async () => {
	await fc.assert(
		fc.asyncProperty(
			steps,
			fc.constantFrom(...FRAMINGS),
			fc.constantFrom(3000, 256 << 20),
			fc.integer({ min: 100, max: 999 }),
			async (script, framing, segmentBytes, step) => {
				const capture = await openCapture({ folder: newFolder(), segmentBytes });
				try {
					const recording = new Recording(capture);
					play(recording, script);
					await capture.flush();
					const { expected: events } = recording;
					const endpoints = [...new Set(events.map(({ endpoint }) => endpoint))];
					const messages = { tried: endpoints.map((endpoint) => ({ endpoint, framing })) };
					const protocols = script.flatMap((step) => (step.do === 'open' ? [step.protocol] : []));
					const expected = expectedItems(events, framing, (connection) => protocols[connection - 1] === 'udp');
					const { state, stop } = await listed(capture, messages, events.length);
					expect(state).toMatchObject({ items: expected.length, stored: events.length });
					const rows = await rowsOf(capture, messages, state.items, step);
					const shown = rows.map(({ n, connection, length, message, item }) => ({
						n,
						connection,
						length,
						item,
						...(message && { number: message.number, first: message.first, reads: message.reads }),
						...(message?.complete === false && { cut: true }),
					}));
					expect(shown).toEqual(expected.map(({ bytes, ...item }, i) => ({ ...item, item: i, length: bytes.length })));
					for (const [i, { bytes }] of expected.entries()) {
						expect(rows[i]?.preview).toEqual(Uint8Array.from(bytes.subarray(0, 96)));
						if (i % 7 === 0) expect((await bytesOf(capture, messages, i, bytes.length)).equals(bytes)).toBe(true);
					}
					const isData = (i: number) => rows[i]?.kind === 'data';
					const one = expected.findLast((item, i) => isData(i) && item.bytes.length > step % 50);
					if (one !== undefined) {
						const sought = Buffer.from(one.bytes.subarray(step % 50, (step % 50) + 3));
						const filter = `kind:data hex:${sought.toString('hex')}`;
						const found = expected.flatMap((item, i) =>
							isData(i) && Buffer.from(item.bytes).includes(sought) ? [i] : [],
						);
						expect(await foundIn(capture, messages, filter, events.length)).toEqual(found.slice(0, 1000));
					}
					stop();
				} finally {
					await capture.close();
				}
			},
		),
		{ numRuns: byTier(12, 100) },
	);
});

test('a message that a silence ends is listed by itself, and found by a filter', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('device');
	recording.open(connection(1, endpoint, {}));
	recording.data(1, 'in', Uint8Array.of(1, 2));
	recording.data(1, 'in', Uint8Array.of(3));
	await capture.flush();
	const messages = { tried: [{ endpoint: 'device', framing: { type: 'idle', ms: 300 } as const }] };
	const list = followed<MessageListState>((listener) => capture.follow('captureMessages', { messages }, listener));
	const filtered = { messages, filter: 'kind:data' };
	const matches = followed<FilterState>((listener) => capture.follow('captureFilter', filtered, listener));
	expect(await list.until(({ items }) => items === 2)).toMatchObject({ scanned: 3, stored: 3 });
	expect(await matches.until(({ matched }) => matched === 1)).toMatchObject({ scanned: 3 });
	const { rows } = await capture.call('captureRows', { messages, from: 0, count: 9 });
	expect(rows).toMatchObject([{ kind: 'open' }, { n: 2, length: 3, message: { number: 1, first: 1, reads: 2 } }]);

	recording.data(1, 'in', Uint8Array.of(4));
	await capture.flush();
	await list.until(({ items }) => items === 3);
	const [, , last] = (await capture.call('captureRows', { messages, from: 0, count: 9 })).rows;
	expect(last).toMatchObject({ n: 3, length: 1, message: { number: 2, first: 3, reads: 1 } });
	list.stop();
	matches.stop();
	await capture.close();
});
