import { mkdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { endpointConfigSchema } from '../../common/contract/endpoint.ts';
import type { Framing } from '../../common/contract/framing.ts';
import type { StreamLayout, StreamLine, StreamMessage, StreamState } from '../../common/contract/stream.ts';
import { STREAM_FORMS, STREAM_SIDES, type StreamSide } from '../../common/conversation/index.ts';
import { createFramer } from '../../common/framing/index.ts';
import { connection, converse } from './conversations.fixture.ts';
import { openCapture, openStored } from './index.ts';
import type { FindAnswer } from './reader/conversation/find.ts';
import type { JoinedBytes } from './reader/conversation/joined.ts';
import { type Expected, pattern, play, Recording, steps, temporaryFolders } from './recording.fixture.ts';
import type { Capture, ScanRun } from './types.ts';

const newFolder = temporaryFolders();

/** Follows something; `upTo` resolves when it has been asked of the first `n` events. */
function followed<S extends { scanned: number; error?: { message: string } | undefined }>(
	follow: (listener: (state: S) => void) => ScanRun<S>,
) {
	let last: S | undefined;
	const waiting = new Set<() => void>();
	const run = follow((state) => {
		last = state;
		for (const wake of [...waiting]) wake();
	});
	last ??= run.state;
	const upTo = (n: number) =>
		new Promise<S>((resolve, reject) => {
			const look = () => {
				if (last?.error) reject(new Error(last.error.message));
				else if (last && last.scanned >= n) resolve(last);
				else return;
				waiting.delete(look);
			};
			waiting.add(look);
			look();
		});
	return { upTo, stop: run.stop };
}

function laidOut(capture: Capture, layout: StreamLayout) {
	return followed<StreamState>((listener) => capture.streams.follow(layout, listener));
}

async function allLines(capture: Capture, layout: StreamLayout, count: number, step: number): Promise<StreamLine[]> {
	const lines: StreamLine[] = [];
	for (let from = 0; from < count; from += step) lines.push(...(await capture.streams.lines(layout, from, step)).lines);
	return lines;
}

const layouts = fc.record({
	type: fc.constant('dialogue' as const),
	side: fc.constantFrom(...STREAM_SIDES),
	form: fc.constantFrom(...STREAM_FORMS),
	width: fc.integer({ min: 24, max: 64 }),
});

/** The events that a dialogue shows, with their positions. */
function shown(recording: Recording, id: number, side: StreamSide): (Expected & { n: number })[] {
	return recording.expected
		.map((event, n) => ({ ...event, n }))
		.filter(
			({ connection: of, kind, direction }) => of === id && (kind !== 'data' || side === 'both' || direction === side),
		);
}

test('windows of any size, joined, are the conversation: every event and every byte, once and in order', async () => {
	await fc.assert(
		fc.asyncProperty(
			steps,
			layouts,
			fc.constantFrom(1, 3000, 256 << 20),
			fc.integer({ min: 100, max: 999 }),
			async (script, rest, segmentBytes, step) => {
				const capture = await openCapture({ folder: newFolder(), segmentBytes });
				try {
					const recording = new Recording(capture);
					play(recording, script);
					recording.open(connection(900, recording.endpoint('Mine'), {}));
					recording.data(900, 'in', pattern(70_000, 1));
					await capture.flush();
					for (const id of [1, 900]) {
						const layout = { ...rest, connection: id };
						const run = laidOut(capture, layout);
						const state = await run.upTo(recording.expected.length);
						const lines = await allLines(capture, layout, state.lines, step);
						expect(lines).toHaveLength(state.lines);
						const events = shown(recording, id, layout.side);
						expect(lines.flatMap((line) => (line.type === 'body' ? [] : [line.n]))).toEqual(events.map(({ n }) => n));
						const byEvent = Map.groupBy(lines, (line) => line.n);
						for (const event of events) {
							const own = byEvent.get(event.n) ?? [];
							const said = own.flatMap((line) => (line.type === 'body' ? [line] : []));
							expect(Buffer.concat(said.map(({ bytes }) => bytes)).equals(event.bytes)).toBe(true);
							expect(own[0]).toMatchObject({ direction: event.direction });
							if (event.kind !== 'data')
								expect(own[0]).toMatchObject({ type: 'event', kind: event.kind, text: event.text });
						}
						// Each line is found again by any byte of it.
						for (const [index, line] of lines.entries()) {
							if (index % 97 !== 0) continue;
							const within = line.type === 'body' ? line.offset + Math.max(0, line.bytes.length - 1) : 0;
							const place = await capture.streams.place(layout, line.n, within);
							const first = lines[index + (line.type === 'head' && line.length > 0 ? 1 : 0)];
							expect(lines[place ?? -1]).toEqual(line.type === 'body' ? line : first);
						}
						run.stop();
					}
				} finally {
					await capture.close();
				}
			},
		),
		{ numRuns: 5 },
	);
}, 120_000);

/** What one side said in chunks, and what a framer makes of it, with what is left at the end. */
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

test('boundaries show each byte in its chunk and in the message that the framer put it in', async () => {
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
					const run = laidOut(capture, layout);
					const state = await run.upTo(recording.expected.length);
					const lines: StreamLine[] = [];
					const messages = new Map<number, StreamMessage>();
					for (let from = 0; from < state.lines; from += step) {
						const window = await capture.streams.lines(layout, from, step);
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
						expect(await capture.streams.place(layout, line.n, within)).toBe(index);
					}
					run.stop();
				}
			} finally {
				await capture.close();
			}
		}),
		{ numRuns: 5 },
	);
}, 120_000);

test('a search finds what lies across chunks, forwards and backwards, wherever it begins', async () => {
	const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A'), maxLength: 6 });
	const chunks = fc.array(fc.record({ side: fc.constantFrom('in' as const, 'out' as const), text: letters }), {
		maxLength: 24,
	});
	const needles = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 7 });
	await fc.assert(
		fc.asyncProperty(
			chunks,
			needles,
			fc.constantFrom(...STREAM_SIDES),
			fc.boolean(),
			async (said, text, side, anyCase) => {
				const capture = await openCapture({ folder: newFolder() });
				try {
					const recording = new Recording(capture);
					recording.open(connection(1, recording.endpoint('One'), {}));
					for (const { side: of, text: chunk } of said) recording.data(1, of, Buffer.from(chunk));
					await capture.flush();
					const layout: StreamLayout = { type: 'dialogue', connection: 1, side: 'both', form: 'hex', width: 16 };
					const run = laidOut(capture, layout);
					const bytes = Buffer.from(text);
					const question = { connection: 1, side, bytes, anyCase };
					const fold = (written: string) => (anyCase ? written.toLowerCase() : written);
					// All places where one side's stream has the text, in the order of their first bytes.
					const places = (['in', 'out'] as const)
						.filter((of) => side === 'both' || side === of)
						.flatMap((of) => {
							const where = said.flatMap((chunk, i) =>
								chunk.side === of ? [...chunk.text].map((_, offset) => ({ n: i + 1, offset })) : [],
							);
							const stream = fold(said.flatMap((chunk) => (chunk.side === of ? [chunk.text] : [])).join(''));
							return where.filter((_, at) => stream.startsWith(text, at));
						})
						.sort((a, b) => a.n - b.n || a.offset - b.offset);
					const first = ({ found }: FindAnswer) => found && { n: found[0]?.n, offset: found[0]?.from };
					for (let n = 0; n <= said.length + 1; n += 3) {
						const offset = n % 3;
						const isLater = (place: { n: number; offset: number }) =>
							place.n > n || (place.n === n && place.offset >= offset);
						const after = await capture.streams.find({ ...question, n, offset, backwards: false });
						expect(first(after)).toEqual(places.find(isLater));
						expect(after.found?.reduce((sum, { from, to }) => sum + to - from, 0) ?? bytes.length).toBe(bytes.length);
						const before = await capture.streams.find({ ...question, n, offset, backwards: true });
						expect(first(before)).toEqual(places.findLast((place) => !isLater(place)));
					}
					run.stop();
				} finally {
					await capture.close();
				}
			},
		),
		{ numRuns: 6 },
	);
}, 120_000);

test('the bytes of some events come in a row, as much as one answer takes', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	recording.open(connection(1, recording.endpoint('One'), {}));
	for (let i = 0; i < 12; i++) recording.data(1, i % 3 === 0 ? 'out' : 'in', pattern(300_000, i));
	await capture.flush();
	const run = laidOut(capture, { type: 'dialogue', connection: 1, side: 'both', form: 'hex', width: 16 });
	await run.upTo(recording.expected.length);
	for (const side of STREAM_SIDES) {
		const parts: Uint8Array[] = [];
		let place: { n: number; offset: number } | undefined = { n: 2, offset: 7 };
		while (place) {
			const answer: JoinedBytes = await capture.streams.bytes({ connection: 1, side, ...place, last: 9 });
			parts.push(answer.bytes);
			place = answer.next;
		}
		const model = recording.expected.flatMap(({ direction, bytes }, n) =>
			n >= 2 && n <= 9 && (side === 'both' || direction === side) ? [bytes.subarray(n === 2 ? 7 : 0)] : [],
		);
		expect(Buffer.concat(parts).equals(Buffer.concat(model))).toBe(true);
	}
	run.stop();
	await capture.close();
});

test('deltas are those to the event shown before, wherever a window begins', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	recording.open(connection(1, recording.endpoint('One'), {}));
	for (let i = 0; i < 200; i++) recording.data(1, i % 3 === 0 ? 'out' : 'in', pattern((i % 5) * 12, i));
	await capture.flush();
	const layout: StreamLayout = { type: 'dialogue', connection: 1, side: 'in', form: 'hex', width: 16 };
	const run = laidOut(capture, layout);
	const { lines: count } = await run.upTo(recording.expected.length);
	const { lines } = await capture.streams.lines(layout, 0, count);
	let before: bigint | undefined;
	for (const line of lines) {
		if (line.type !== 'head' && line.type !== 'event') continue;
		expect(line.delta).toBe(before === undefined ? undefined : line.time - before);
		before = line.time;
	}
	for (let from = 0; from < count; from += 7) {
		expect((await capture.streams.lines(layout, from, 7)).lines).toEqual(lines.slice(from, from + 7));
	}
	run.stop();
	await capture.close();
});

test('a layout that nobody follows is refused, and one that grows tells of it', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('One');
	const layout: StreamLayout = { type: 'dialogue', connection: 7, side: 'both', form: 'text', width: 40 };
	await expect(capture.streams.lines(layout, 0, 10)).rejects.toMatchObject({ code: 'wrong-state' });
	const run = laidOut(capture, layout);
	await run.upTo(0);
	recording.open(connection(7, endpoint, {}));
	recording.data(7, 'in', Buffer.from('hello\nworld'));
	expect(await run.upTo(2)).toMatchObject({ lines: 4, events: 2, bytes: 11 });
	expect(await capture.streams.place(layout, 1, 6)).toBe(3);
	expect(await capture.streams.place(layout, 2, 0)).toBeUndefined();
	recording.data(7, 'out', Buffer.from('x'));
	expect(await run.upTo(3)).toMatchObject({ lines: 6, events: 3 });
	run.stop();
	await expect(capture.streams.lines(layout, 0, 10)).rejects.toMatchObject({ code: 'wrong-state' });
	await capture.close();
});

test('a capture that was stored is read the same way, with the framing that its endpoint had', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder, segmentBytes: 1 });
	const config = endpointConfigSchema.parse({ kind: 'tcp-server', name: 'lines', port: 0, framing: { type: 'line' } });
	const endpoint = capture.addEndpoint({ id: 'e', name: 'lines', kind: 'tcp-server', config });
	capture.open(connection(5, endpoint, {}));
	for (const text of ['one\ntw', 'o\nthree']) capture.data(5, 'in', Buffer.from(text), false);
	capture.connectionEvent(5, 'close', 'in', '');
	await capture.close();
	const workFolder = newFolder();
	mkdirSync(workFolder, { recursive: true });
	const { capture: stored } = await openStored({ id: 'one', path: folder, workFolder });
	const layout: StreamLayout = { type: 'boundaries', connection: 5, side: 'in', form: 'text', width: 20 };
	const run = followed<StreamState>((listener) => stored.streams.follow(layout, listener));
	expect(await run.upTo(4)).toMatchObject({ framing: { type: 'line' }, messages: 3, bytes: 13 });
	const { lines, messages } = await stored.streams.lines(layout, 0, 100);
	expect(lines.map((line) => (line.type === 'slice' ? Buffer.from(line.bytes).toString() : line.type))).toEqual([
		'event',
		'one\n',
		'tw',
		'o\n',
		'three',
		'event',
	]);
	expect(messages.map(({ length, terminator, end }) => [length, terminator, end])).toEqual([
		[4, 1, 'whole'],
		[4, 1, 'whole'],
		[5, 0, 'close'],
	]);
	run.stop();
	await stored.close();
});

test('lists the connections of a capture with who speaks with whom', async () => {
	const capture = await openCapture({ folder: newFolder(), segmentBytes: 100_000 });
	const recording = new Recording(capture);
	converse(recording);
	await capture.flush();
	const run = followed((listener) => capture.streams.followConnections(listener));
	expect(await run.upTo(recording.expected.length)).toMatchObject({ connections: 7, limited: false });
	const { connections, total } = await capture.streams.connections('', 0, 100);
	expect(total).toBe(7);
	for (const { id, events, bytesIn, bytesOut } of connections) {
		expect(events).toBe(recording.expected.filter((event) => event.connection === id).length);
		expect([bytesIn, bytesOut]).toEqual([recording.stream(id, 'in').length, recording.stream(id, 'out').length]);
	}
	expect(connections.map(({ local, remote }) => `${local} ${remote}`)).toEqual([
		'127.0.0.1:8080 127.0.0.1:40001',
		'[::1]:8080 [::1]:50002',
		'10.0.0.1:50003 10.0.0.2:7',
		'127.0.0.1:8080 127.0.0.1:50004',
		'[fe80::1]:5005 [fe80::2]:9',
		'127.0.0.1:8080 127.0.0.1:40006',
		'127.0.0.1:8080 127.0.0.1:40001',
	]);
	expect((await capture.streams.connections(' 40001 ', 1, 10)).connections).toMatchObject([{ id: 9, closed: true }]);
	expect((await capture.streams.connections('client', 0, 1)).total).toBe(2);
	run.stop();
	await capture.close();
});
