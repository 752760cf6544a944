import { mkdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StreamLayout, StreamLine, StreamState } from '../../common/contract/calls/stream.ts';
import { STREAM_FORMS, STREAM_SIDES, type StreamSide } from '../../common/conversation/index.ts';
import { endpointConfigSchema } from '../../common/endpoints/index.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { connection, converse } from './conversations.fixture.ts';
import { followed } from './followed.fixture.ts';
import { openCapture, openStored } from './index.ts';
import { type Expected, pattern, play, Recording, steps, temporaryFolders } from './recording.fixture.ts';
import type { Capture } from './types.ts';

const newFolder = temporaryFolders();

function laidOut(capture: Capture, layout: StreamLayout) {
	return followed<StreamState>((listener) => capture.follow('stream', { layout }, listener));
}

async function allLines(capture: Capture, layout: StreamLayout, count: number, step: number): Promise<StreamLine[]> {
	const lines: StreamLine[] = [];
	for (let from = 0; from < count; from += step)
		lines.push(...(await capture.call('streamLines', { layout, from, count: step })).lines);
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
						// Each line is found by any byte of it.
						for (const [index, line] of lines.entries()) {
							if (index % 97 !== 0) continue;
							const within = line.type === 'body' ? line.offset + Math.max(0, line.bytes.length - 1) : 0;
							const place = (await capture.call('streamPlace', { layout, n: line.n, offset: within })).line;
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
		{ numRuns: byTier(2, 5) },
	);
});

test('deltas refer to the event shown before, at any start of a window', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	recording.open(connection(1, recording.endpoint('One'), {}));
	for (let i = 0; i < 200; i++) recording.data(1, i % 3 === 0 ? 'out' : 'in', pattern((i % 5) * 12, i));
	await capture.flush();
	const layout: StreamLayout = { type: 'dialogue', connection: 1, side: 'in', form: 'hex', width: 16 };
	const run = laidOut(capture, layout);
	const { lines: count } = await run.upTo(recording.expected.length);
	const { lines } = await capture.call('streamLines', { layout, from: 0, count });
	let before: bigint | undefined;
	for (const line of lines) {
		if (line.type !== 'head' && line.type !== 'event') continue;
		expect(line.delta).toBe(before === undefined ? undefined : line.time - before);
		before = line.time;
	}
	for (let from = 0; from < count; from += 7) {
		expect((await capture.call('streamLines', { layout, from, count: 7 })).lines).toEqual(lines.slice(from, from + 7));
	}
	run.stop();
	await capture.close();
});

test('a layout without followers is refused, and one that grows reports it', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('One');
	const layout: StreamLayout = { type: 'dialogue', connection: 7, side: 'both', form: 'text', width: 40 };
	await expect(capture.call('streamLines', { layout, from: 0, count: 10 })).rejects.toMatchObject({
		code: 'wrong-state',
	});
	const run = laidOut(capture, layout);
	await run.upTo(0);
	recording.open(connection(7, endpoint, {}));
	recording.data(7, 'in', Buffer.from('hello\nworld'));
	expect(await run.upTo(2)).toMatchObject({ lines: 4, events: 2, bytes: 11 });
	expect((await capture.call('streamPlace', { layout, n: 1, offset: 6 })).line).toBe(3);
	expect((await capture.call('streamPlace', { layout, n: 2, offset: 0 })).line).toBeUndefined();
	recording.data(7, 'out', Buffer.from('x'));
	expect(await run.upTo(3)).toMatchObject({ lines: 6, events: 3 });
	run.stop();
	await expect(capture.call('streamLines', { layout, from: 0, count: 10 })).rejects.toMatchObject({
		code: 'wrong-state',
	});
	await capture.close();
});

test("a stored capture is read the same way, with its endpoint's framing", async () => {
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
	const run = followed<StreamState>((listener) => stored.follow('stream', { layout }, listener));
	expect(await run.upTo(4)).toMatchObject({ framing: { type: 'line' }, messages: 3, bytes: 13 });
	const { lines, messages } = await stored.call('streamLines', { layout, from: 0, count: 100 });
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

test('lists the connections of a capture with their addresses', async () => {
	const capture = await openCapture({ folder: newFolder(), segmentBytes: 100_000 });
	const recording = new Recording(capture);
	converse(recording);
	const config = endpointConfigSchema.parse({ kind: 'tcp-server', name: 'Idle', port: 0 });
	const idle = capture.addEndpoint({ id: 'e', name: 'Idle', kind: 'tcp-server', config });
	capture.endpointEvent(idle, 'listening', '127.0.0.1:9000');
	await capture.flush();
	const run = followed((listener) => capture.follow('connections', {}, listener));
	expect(await run.upTo(recording.expected.length + 1)).toMatchObject({ connections: 7, limited: false });
	const { connections, total, endpoints } = await capture.call('captureConnections', { text: '', from: 0, count: 100 });
	expect(total).toBe(7);
	expect(endpoints).toEqual(['Server', 'Client', 'Idle']);
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
	expect((await capture.call('captureConnections', { text: ' 40001 ', from: 1, count: 10 })).connections).toMatchObject(
		[{ id: 9, closed: true }],
	);
	expect((await capture.call('captureConnections', { text: 'client', from: 0, count: 1 })).total).toBe(2);
	run.stop();
	await capture.close();
});

test('characters that two reads of a stream share are with the second, in the charset of the endpoint or of the layout', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const config = endpointConfigSchema.parse({ kind: 'tcp-server', name: 'chinese', port: 0, charset: 'gb2312' });
	const endpoint = capture.addEndpoint({ id: 'e', name: 'chinese', kind: 'tcp-server', config });
	capture.open(connection(5, endpoint, {}));
	const said: readonly (readonly ['in' | 'out', string])[] = [
		['in', '41c4'],
		['out', 'bac3'],
		['in', 'e3ba'],
		['in', 'c342'],
		['in', '81'],
		['in', '30'],
		['in', '81'],
		['in', '3043'],
		['in', 'c4'],
	];
	for (const [side, hex] of said) capture.data(5, side, Buffer.from(hex, 'hex'), false);
	capture.connectionEvent(5, 'close', 'in', '');
	await capture.flush();
	const drawnIn = async (charset?: 'latin1') => {
		const layout: StreamLayout = {
			type: 'dialogue',
			connection: 5,
			side: 'both',
			form: 'text',
			width: 20,
			...(charset && { charset }),
		};
		const run = laidOut(capture, layout);
		await run.upTo(11);
		const lines = await allLines(capture, layout, 100, 3);
		run.stop();
		return lines.flatMap((line) => {
			if (line.type !== 'body') return [];
			const { bytes, before = new Uint8Array(0), tail = 0, charset: name = 'utf-8' } = line;
			const whole = Buffer.concat([before, bytes.subarray(0, bytes.length - tail)]);
			return `${new TextDecoder(name).decode(whole)}${'…'.repeat(tail)}`;
		});
	};
	expect(await drawnIn()).toEqual(['A…', '好', '你…', '好B', '…', '…', '…', '\u0080C', '…']);
	expect((await drawnIn('latin1')).slice(0, 2)).toEqual(['AÄ', 'ºÃ']);
	await capture.close();
});
