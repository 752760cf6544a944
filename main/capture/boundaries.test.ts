import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StreamLine, StreamMessage, StreamState } from '../../common/contract/calls/stream.ts';
import type { Framing } from '../../common/contract/config/framing.ts';
import { STREAM_FORMS } from '../../common/conversation/index.ts';
import { createFramer } from '../../common/framing/index.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { connection } from './conversations.fixture.ts';
import { followed } from './followed.fixture.ts';
import { openCapture } from './index.ts';
import { pattern, play, Recording, steps, temporaryFolders } from './recording.fixture.ts';

const newFolder = temporaryFolders();

/** One side's data in chunks, and a framer's messages of it, with the rest at the end. */
function framed(recording: Recording, id: number, side: 'in' | 'out', framing: Framing) {
	const framer = createFramer(framing);
	const messages: { length: number; ended: boolean }[] = [];
	let rest = 0;
	for (const event of recording.expected.filter(({ connection: of }) => of === id)) {
		const { kind, direction, bytes } = event;
		if (kind === 'data' && direction === side) {
			rest += bytes.length;
			for (const { head, data, eol } of framer.push(bytes.slice(), 0)) {
				const length = (head?.length ?? 0) + data.length + eol.length;
				messages.push({ length, ended: true });
				rest -= length;
			}
		} else if (kind === 'close' || kind === 'reset' || (kind === 'end' && direction === side)) {
			framer.flush();
			if (rest > 0) messages.push({ length: rest, ended: true });
			rest = 0;
		}
	}
	if (rest > 0) messages.push({ length: rest, ended: false });
	return messages;
}

test('boundaries show each byte in its chunk and in its framed message', async () => {
	const framings = fc.constantFrom<Framing>(
		{ type: 'none' },
		{ type: 'line' },
		{ type: 'delimiter', delimiter: { format: 'hex', text: '00' } },
		{ type: 'delimiter', delimiter: { format: 'hex', text: '0a 0d' } },
		{ type: 'delimiter', delimiter: { format: 'text', text: 'never there' } },
		{ type: 'fixed', length: 7 },
		{ type: 'length', size: 1, order: 'big', offset: 0, adjustment: 0, includesHead: false },
		{ type: 'length', size: 2, order: 'big', offset: 1, adjustment: 0, includesHead: true },
		{ type: 'length', size: 4, order: 'little', offset: 0, adjustment: 0, includesHead: true },
	);
	const boundaryLayouts = fc.record({
		type: fc.constant('boundaries' as const),
		side: fc.constantFrom('in' as const, 'out' as const),
		form: fc.constantFrom(...STREAM_FORMS),
		width: fc.integer({ min: 24, max: 64 }),
		framing: framings,
	});
	await fc.assert(
		fc.asyncProperty(steps, boundaryLayouts, fc.integer({ min: 100, max: 999 }), async (script, rest, step) => {
			const capture = await openCapture({ folder: newFolder() });
			try {
				const recording = new Recording(capture);
				play(recording, script);
				recording.open(connection(900, recording.endpoint('Mine'), {}));
				for (let i = 0; i < 300; i++) recording.data(900, rest.side, pattern((i % 11) + 1, i));
				recording.data(900, rest.side, pattern(90_000, 1));
				await capture.flush();
				for (const id of [1, 900]) {
					const layout = { ...rest, connection: id };
					const run = followed<StreamState>((listener) => capture.follow('stream', { layout }, listener));
					const state = await run.upTo(recording.expected.length);
					const lines: StreamLine[] = [];
					const messages = new Map<number, StreamMessage>();
					for (let from = 0; from < state.lines; from += step) {
						const window = await capture.call('streamLines', { layout, from, count: step });
						lines.push(...window.lines);
						for (const message of window.messages) {
							expect(messages.get(message.number) ?? message).toEqual(message);
							messages.set(message.number, message);
						}
					}
					expect(lines).toHaveLength(state.lines);
					const slices = lines.flatMap((line) => (line.type === 'slice' ? [line] : []));
					expect(Buffer.concat(slices.map(({ bytes }) => bytes)).equals(recording.stream(id, layout.side))).toBe(true);
					const byEvent = Map.groupBy(lines, (line) => line.n);
					const byMessage = Map.groupBy(slices, (line) => line.message);
					for (const [n, event] of recording.expected.entries()) {
						if (event.connection !== id) continue;
						const own = Buffer.concat(
							(byEvent.get(n) ?? []).flatMap((line) => (line.type === 'slice' ? [line.bytes] : [])),
						);
						if (event.direction === layout.side && event.kind === 'data') expect(own.equals(event.bytes)).toBe(true);
						if (event.kind !== 'data') expect(byEvent.get(n)).toHaveLength(1);
					}
					const model = framed(recording, id, layout.side, layout.framing);
					expect(state.messages).toBe(model.filter(({ ended }) => ended).length);
					expect([...messages.values()].map(({ length, end }) => ({ length, ended: end !== 'waiting' }))).toEqual(
						model,
					);
					let at = 0;
					for (const { number, length } of messages.values()) {
						const own = (byMessage.get(number) ?? []).filter(({ bytes }) => bytes.length > 0);
						expect([own[0]?.at, own.reduce((sum, { bytes }) => sum + bytes.length, 0)]).toEqual([at, length]);
						at += length;
					}
					for (const [index, line] of lines.entries()) {
						if (index % 97 !== 0) continue;
						const within = line.type === 'slice' ? line.offset + Math.max(0, line.bytes.length - 1) : 0;
						expect((await capture.call('streamPlace', { layout, n: line.n, offset: within })).line).toBe(index);
					}
					run.stop();
				}
			} finally {
				await capture.close();
			}
		}),
		{ numRuns: byTier(2, 5) },
	);
});
