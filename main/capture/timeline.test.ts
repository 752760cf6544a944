import { dirname } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Marks } from '../../common/capture/marks.ts';
import type { TimelineFigures, TimelineQuery, TimelineState } from '../../common/contract/calls/figures/timeline.ts';
import { timelineStateSchema } from '../../common/contract/calls/figures/timeline.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { connection } from './conversations.fixture.ts';
import { eventsOf } from './events.fixture.ts';
import { followed } from './followed.fixture.ts';
import { INDEX_ROW_BYTES } from './format/index-file.ts';
import { openCapture } from './index.ts';
import { openStored } from './open/open-stored.ts';
import { FilterScan } from './read/filter-scan.ts';
import { TimelineSummary } from './read/timeline/summary.ts';
import { bucketsFor, TimelineWindow } from './read/timeline/window.ts';
import { Timelines } from './read/timelines.ts';
import { type Expected, pattern, play, Recording, steps, temporaryFolders } from './recording.fixture.ts';
import { CaptureFolder } from './segments/folder.ts';
import { setTimes } from './times.fixture.ts';
import type { CaptureReading } from './types.ts';

const newFolder = temporaryFolders();
const SECOND = 1e9;

/** Follows a timeline. */
function watched(capture: Pick<CaptureReading, 'follow'>, query: TimelineQuery) {
	return followed<TimelineState>((listener) => capture.follow('captureTimeline', query, listener));
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((a, b) => a + b, 0);
}

function mapped<T>(
	figures: TimelineFigures,
	value: (numbers: readonly number[]) => T,
): Record<keyof TimelineFigures, T> {
	return {
		bytesIn: value(figures.bytesIn),
		bytesOut: value(figures.bytesOut),
		eventsIn: value(figures.eventsIn),
		eventsOut: value(figures.eventsOut),
		eventsNone: value(figures.eventsNone),
		errors: value(figures.errors),
	};
}

function sums(figures: TimelineFigures): Record<keyof TimelineFigures, number> {
	return mapped(figures, sum);
}

function expectedSums(events: readonly Expected[]): Record<keyof TimelineFigures, number> {
	const of = (direction: string) => events.filter((event) => event.direction === direction);
	const bytes = (some: readonly Expected[]) => sum(some.map((event) => event.bytes.length));
	return {
		bytesIn: bytes(of('in')),
		bytesOut: bytes(of('out')),
		eventsIn: of('in').length,
		eventsOut: of('out').length,
		eventsNone: of('none').length,
		errors: events.filter(({ kind }) => kind === 'error' || kind === 'reset').length,
	};
}

/** A closed capture of `count` events of three endpoints. */
async function closedCapture(count: number): Promise<{ folder: string; events: readonly Expected[] }> {
	const folder = newFolder();
	const capture = await openCapture({ folder });
	const recording = new Recording(capture);
	const handles = ['One', 'Two', 'Three'].map((name) => recording.endpoint(name));
	for (const [i, handle] of handles.entries()) recording.open(connection(i + 1, handle, {}));
	for (let i = handles.length; i < count; i++) {
		const id = 1 + (i % handles.length);
		if (i % 17 === 0) recording.event(id, 'error', 'none', 'ETEST');
		else recording.data(id, i % 3 === 0 ? 'out' : 'in', pattern(i % 50, i));
	}
	await capture.flush();
	await capture.close();
	return { folder, events: recording.expected };
}

test('buckets hold every event of a capture once, by direction and endpoint, while it grows', async () => {
	await fc.assert(
		fc.asyncProperty(steps, steps, async (first, second) => {
			const capture = await openCapture({ folder: newFolder(), segmentBytes: 100_000 });
			const recording = new Recording(capture);
			const whole = watched(capture, { buckets: 100, split: true });
			for (const script of [first, second.filter((step) => step.do === 'endpoint')]) {
				play(recording, script);
				await capture.flush();
				const state = await whole.upTo(recording.expected.length);
				expect(timelineStateSchema.parse(state)).toEqual(state);
				expect(sums(state.total)).toEqual(expectedSums(recording.expected));
				expect(state.total.bytesIn.length).toBeLessThanOrEqual(100);
				const named = new Map(state.endpoints.map(({ name, figures }) => [name, sums(figures)]));
				const names = new Set(recording.expected.map(({ endpoint }) => endpoint));
				expect(new Set(named.keys())).toEqual(names);
				for (const name of names) {
					expect(named.get(name)).toEqual(expectedSums(recording.expected.filter((e) => e.endpoint === name)));
				}
				expect(state.others).toBeUndefined();
			}
			whole.stop();
			await capture.close();
		}),
		{ numRuns: byTier(5, 15) },
	);
});

test('any range of any capture, with times in any order: each bucket has its events, as counted by the filter', async () => {
	const gap = fc.oneof(
		{ weight: 6, arbitrary: fc.integer({ min: 0, max: 2_000_000 }) },
		{ weight: 3, arbitrary: fc.integer({ min: -3_000_000, max: 0 }) },
		{ weight: 1, arbitrary: fc.integer({ min: 0, max: 3600 * SECOND }) },
	);
	const { folder: path, events: all } = await closedCapture(3001);
	await fc.assert(
		fc.asyncProperty(
			fc.array(gap, { minLength: 5, maxLength: 3000, size: 'max' }),
			fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
				minLength: 1,
				maxLength: 4,
			}),
			fc.integer({ min: 4, max: 300 }),
			async (gaps, ranges, buckets) => {
				let now = 0;
				const times = [0, ...gaps.map((by) => (now += by))];
				setTimes(path, times);
				const events = all.slice(0, times.length);
				const folder = new CaptureFolder(path);
				const states = new Map<number, TimelineState>();
				const timelines = new Timelines({ folder, marks: new Marks(), stored: times.length });
				const span = Math.max(...times) + 1;
				const asked = ranges.map(([a, b]) => {
					const from = Math.floor(Math.min(a, b) * span);
					return { from, to: Math.max(from + 1, Math.ceil(Math.max(a, b) * span)) };
				});
				const scanned = Promise.withResolvers<void>();
				const isOver = (state?: TimelineState) => state?.error !== undefined || state?.scanned === times.length;
				const runs = [...asked.entries()].map(([id, range]) =>
					timelines.follow({ range, buckets, split: false }, (state) => {
						states.set(id, state);
						if (asked.every((_, each) => isOver(states.get(each)))) scanned.resolve();
					}),
				);
				await scanned.promise;
				expect([...states.values()].map(({ error }) => error)).toEqual(asked.map(() => undefined));
				for (const [id, { from, to }] of asked.entries()) {
					const state = states.get(id);
					if (state === undefined) throw new Error('requested and not reported');
					const { total, width } = state;
					const count = total.bytesIn.length;
					const end = state.from + count * width;
					expect(state.span).toBe(span);
					expect(state.from).toBeLessThanOrEqual(from);
					expect(end).toBeGreaterThanOrEqual(to);
					expect(count).toBeLessThanOrEqual(buckets);
					const inside = Array.from({ length: count }, (): Expected[] => []);
					for (const [i, event] of events.entries()) {
						inside[Math.floor((Math.max(0, times[i] ?? 0) - state.from) / width)]?.push(event);
					}
					const wanted = inside.map(expectedSums);
					expect(inside.map((_, i) => mapped(total, (list) => list[i]))).toEqual(wanted);
					const filter = state.from === 0 ? `time<${end}ns` : `time>=${state.from}ns time<${end}ns`;
					const scan = new FilterScan(eventsOf(folder), filter);
					while (scan.scanned < times.length) scan.step(times.length, 1000);
					const { eventsIn, eventsOut, eventsNone } = sums(total);
					expect(scan.matches.count).toBe(eventsIn + eventsOut + eventsNone);
				}
				for (const { dispose } of runs) dispose();
				folder.close();
			},
		),
		{ numRuns: byTier(8, 25) },
	);
});

test('a finer view reads only the blocks of events that overlap it', async () => {
	const times = Array.from({ length: 40_000 }, (_, i) => i * 1_000_000);
	const { folder: path } = await closedCapture(times.length);
	setTimes(path, times);
	const folder = new CaptureFolder(path);
	const summary = new TimelineSummary(folder);
	summary.step(times.length, Number.POSITIVE_INFINITY);
	let read = 0;
	const page = folder.page.bind(folder);
	folder.page = (from, to, most) => {
		const found = page(from, to, most);
		read += (found?.rows.length ?? 0) / INDEX_ROW_BYTES;
		return found;
	};
	const buckets = bucketsFor(20 * SECOND, 20 * SECOND + 50_000_000, 1000);
	expect(buckets.width).toBeLessThan(summary.width);
	const window = new TimelineWindow(folder, buckets);
	window.step(summary.spans, summary.scanned, Number.POSITIVE_INFINITY);
	expect(window.scanned).toBe(times.length);
	expect(sum(window.read(false).total.eventsIn) + sum(window.read(false).total.eventsOut)).toBeGreaterThan(40);
	expect(read).toBeLessThanOrEqual(3 * 1024);
	folder.close();
});

test('many endpoints: the largest are named, all others are counted together', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	for (let i = 1; i <= 50; i++) {
		recording.open(connection(i, recording.endpoint(`E${i}`), {}));
		recording.data(i, 'in', pattern(i <= 6 ? 1000 * i : 1, i));
	}
	await capture.flush();
	const split = watched(capture, { buckets: 50, split: true });
	const state = await split.upTo(100);
	expect(state.endpoints.map(({ name }) => name)).toEqual(['E6', 'E5', 'E4', 'E3']);
	const parts = [...state.endpoints.map(({ figures }) => figures), ...(state.others ? [state.others] : [])].map(sums);
	expect(parts).toHaveLength(5);
	expect(sum(parts.map(({ bytesIn }) => bytesIn))).toBe(sums(state.total).bytesIn);
	expect(sum(parts.map(({ eventsIn }) => eventsIn))).toBe(100);
	split.stop();
	await capture.close();
});

test('a stored capture has the same timeline as while it was written', async () => {
	const { folder, events } = await closedCapture(500);
	const { capture, kind } = await openStored({ id: 'stored', path: folder, workFolder: dirname(folder) });
	expect(kind).toBe('stored');
	const whole = watched(capture, { buckets: 200, split: true });
	const state = await whole.upTo(500);
	expect(sums(state.total)).toEqual(expectedSums(events));
	expect(state.endpoints.map(({ name }) => name).sort()).toEqual(['One', 'Three', 'Two']);
	expect(state.span).toBeGreaterThan(0);
	whole.stop();
	await capture.close();
});

test('the figures of another part are never preceded by a report without any', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	recording.open(connection(1, recording.endpoint('One'), {}));
	for (let i = 0; i < 500; i++) recording.data(1, 'in', pattern(8, i));
	await capture.flush();
	const whole = watched(capture, { buckets: 200, split: false });
	const { span, stored } = await whole.upTo(500);
	const reported: TimelineState[] = [];
	const parts = Array.from({ length: 20 }, (_, n) => ({ from: Math.floor((span * n) / 40), to: span }));
	for (const range of parts) {
		const part = followed<TimelineState>((listener) =>
			capture.follow('captureTimeline', { range, buckets: 200, split: false }, (state) => {
				reported.push(state);
				listener(state);
			}),
		);
		await part.upTo(stored);
		part.stop();
	}
	expect(reported.length).toBeGreaterThanOrEqual(parts.length);
	expect(reported.filter((state) => state.span !== span || state.scanned === 0)).toEqual([]);
	whole.stop();
	await capture.close();
});

test('nothing is reported after the stop, and the end of a reader is reported', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	const reported: TimelineState[] = [];
	capture.follow('captureTimeline', { buckets: 10, split: false }, (state) => reported.push(state)).dispose();
	const other = watched(capture, { buckets: 10, split: false });
	recording.endpointEvent(recording.endpoint('One'), 'note', 'hello');
	await capture.flush();
	expect((await other.upTo(1)).total.eventsNone).toContain(1);
	expect(reported).toEqual([]);
	const ended = other.upTo(2);
	await Promise.all([expect(ended).rejects.toThrow('closed'), capture.close()]);
});
