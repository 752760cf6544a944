import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Marks } from '../../common/capture/marks.ts';
import {
	type StatisticFigures,
	type StatisticSubject,
	type StatisticsQuery,
	type StatisticsState,
	statisticsStateSchema,
} from '../../common/contract/calls/figures/statistics.ts';
import { STATISTIC_GROUPS } from '../../common/statistics/columns.ts';
import { bucketMiddle, bucketOf, bucketStart, SPREAD_BUCKETS } from '../../common/statistics/spread.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { connection } from './conversations.fixture.ts';
import { followed } from './followed.fixture.ts';
import type { IndexRow } from './format/index-file.ts';
import { openCapture } from './index.ts';
import { FilterScan } from './read/filter-scan.ts';
import { EventItems } from './read/items/event-items.ts';
import type { ReadSource } from './read/items/source.ts';
import { Statistics } from './read/statistics.ts';
import { play, Recording, steps, temporaryFolders } from './recording.fixture.ts';
import { CaptureFolder } from './segments/folder.ts';
import { setTimes } from './times.fixture.ts';
import type { CaptureReading } from './types.ts';

interface Row extends IndexRow {
	readonly n: number;
	readonly endpoint: string;
}

const newFolder = temporaryFolders();
const SECOND = 1e9;

const QUERY: StatisticsQuery = { by: 'endpoint', sort: 'bytes', descending: true, count: 1000 };

function watched(capture: Pick<CaptureReading, 'follow'>, query: Partial<StatisticsQuery>) {
	return followed<StatisticsState>((listener) => capture.follow('captureStatistics', { ...QUERY, ...query }, listener));
}

/** The folder of a closed capture with many events of all kinds, and their number. */
async function recorded(): Promise<{ path: string; count: number }> {
	const path = newFolder();
	const capture = await openCapture({ folder: path });
	const recording = new Recording(capture);
	play(recording, fc.sample(steps, { numRuns: 20, seed: 11 }).flat());
	await capture.flush();
	await capture.close();
	return { path, count: recording.expected.length };
}

/** Which group an event counts in; undefined for none. */
function subjectOf(by: 'endpoint' | 'connection' | 'kind', row: Row): string | undefined {
	if (by === 'endpoint') return row.endpoint;
	if (by === 'kind') return `${row.kind} ${row.direction}`;
	return row.connection === 0 ? undefined : String(row.connection);
}

function nameOf(subject: StatisticSubject): string {
	if (subject.by === 'endpoint') return subject.name;
	if (subject.by === 'kind') return `${subject.kind} ${subject.direction}`;
	if (subject.by === 'connection') return String(subject.id);
	return `${subject.transport} ${subject.protocol ?? '*'}`;
}

/** The answer times, by the position of the answer, computed a connection at a time. */
function answerTimes(rows: readonly Row[], begin: bigint): Map<number, number> {
	const found = new Map<number, number>();
	for (const id of new Set(rows.map((row) => row.connection))) {
		if (id === 0) continue;
		const own = rows.filter((row) => row.connection === id && row.direction !== 'none');
		const asks = own.find(({ kind }) => kind === 'open' || kind === 'data')?.direction;
		const data = own.filter(({ kind }) => kind === 'data');
		for (const [i, row] of data.entries()) {
			const before = data[i - 1];
			if (before === undefined || row.direction === asks || before.direction !== asks) continue;
			found.set(row.n, Math.max(0, timeOf(row, begin) - timeOf(before, begin)));
		}
	}
	return found;
}

function timeOf(row: Row, begin: bigint): number {
	return Math.max(0, Number(row.time - begin));
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((a, b) => a + b, 0);
}

/** The most of a value in runs of events of the same second. */
function peak(rows: readonly Row[], begin: bigint, value: (row: Row) => number): number {
	let most = 0;
	let now = 0;
	for (const [i, row] of rows.entries()) {
		const before = rows[i - 1];
		const second = Math.floor(timeOf(row, begin) / SECOND);
		if (before === undefined || Math.floor(timeOf(before, begin) / SECOND) !== second) now = 0;
		now += value(row);
		most = Math.max(most, now);
	}
	return most;
}

/** Checks the figures of these events. */
function check(figures: StatisticFigures, rows: readonly Row[], begin: bigint, answers: Map<number, number>): void {
	const times = rows.map((row) => timeOf(row, begin));
	const bytes = (direction: string) =>
		sum(rows.filter((row) => row.direction === direction).map(({ length }) => length));
	const duration = rows.length === 0 ? 0 : Math.max(...times) - Math.min(...times);
	expect(figures).toMatchObject({
		events: rows.length,
		messages: rows.filter(({ kind }) => kind === 'data').length,
		bytesIn: bytes('in'),
		bytesOut: bytes('out'),
		errors: rows.filter(({ kind }) => kind === 'error' || kind === 'reset').length,
		duration,
		peakBytes: peak(rows, begin, ({ length }) => length),
		peakEvents: peak(rows, begin, () => 1),
	});
	expect(figures.first).toBe(rows.length === 0 ? undefined : Math.min(...times));
	const total = bytes('in') + bytes('out');
	if (duration === 0) expect(figures.byteRate).toBeUndefined();
	else {
		expect((figures.byteRate ?? 0) / (total / (duration / SECOND) || 1)).toBeCloseTo(total === 0 ? 0 : 1, 9);
		expect((figures.eventRate ?? 0) / (rows.length / (duration / SECOND))).toBeCloseTo(1, 9);
	}
	const took = rows.flatMap(({ n }) => answers.get(n) ?? []).toSorted((a, b) => a - b);
	if (took.length === 0) {
		expect(figures.answers).toBeUndefined();
		return;
	}
	expect(figures.answers?.count).toBe(took.length);
	expect(figures.answers?.mean).toBeCloseTo(sum(took) / took.length, 3);
	expect(figures.answers?.max).toBe(took.at(-1));
	for (const [share, name] of [
		[0.5, 'p50'],
		[0.9, 'p90'],
		[0.99, 'p99'],
	] as const) {
		const exact = took[Math.ceil(share * took.length) - 1] ?? 0;
		expect(Math.abs((figures.answers?.[name] ?? 0) - exact)).toBeLessThanOrEqual(exact / 32);
	}
}

const gap = fc.oneof(fc.integer({ min: 0, max: 800_000_000 }), fc.integer({ min: -2_000_000, max: 9000 }));
const filters = fc.constantFrom(undefined, 'dir:in', 'kind:data', 'time>=100ms time<5s', 'len>=64', 'not endpoint:One');

test('figures of any events are those of a straightforward count, whatever they are grouped by', async () => {
	const { path, count } = await recorded();
	await fc.assert(
		fc.asyncProperty(
			fc.array(gap, { minLength: count, maxLength: count }),
			fc.integer({ min: 1, max: count }),
			filters,
			async (gaps, stored, filter) => {
				let now = 0;
				setTimes(
					path,
					gaps.map((by) => (now = Math.max(0, now + by))),
				);
				const folder = new CaptureFolder(path);
				const source = { folder, marks: new Marks(), stored };
				const rows = matching(source, filter);
				const begin = folder.begin(stored) ?? 0n;
				const answers = answerTimes(rows, begin);
				const statistics = new Statistics(source);
				for (const by of ['endpoint', 'connection', 'kind'] as const) {
					const query = { ...QUERY, by, ...(filter !== undefined && { filter }) };
					const following = followed<StatisticsState>((listener) => statistics.follow(query, listener));
					const state = await following.upTo(stored);
					following.stop();
					expect(statisticsStateSchema.parse(state)).toEqual(state);
					check(state.total, rows, begin, answers);
					const named = Map.groupBy(rows, (row) => subjectOf(by, row));
					named.delete(undefined);
					expect(new Set(state.rows.map(({ subject }) => nameOf(subject)))).toEqual(new Set(named.keys()));
					expect(state.groups).toBe(named.size);
					for (const { subject, figures } of state.rows) {
						check(figures, named.get(nameOf(subject)) ?? [], begin, answers);
					}
					const bytes = state.rows.map(({ figures }) => figures.bytesIn + figures.bytesOut);
					expect(bytes).toEqual(bytes.toSorted((a, b) => b - a));
				}
				folder.close();
			},
		),
		{ numRuns: byTier(30, 500) },
	);
});

/** The events that a filter's own scan finds. */
function matching(source: ReadSource, filter: string | undefined): Row[] {
	const { folder, stored } = source;
	const all = folder.rows(0, stored).flatMap((run): Row[] => {
		if (run.segment === undefined) return [];
		const { segment, from, rows } = run;
		return rows.map((row, i) => ({ ...row, n: from + i, endpoint: segment.interfaceAt(row.interfaceOffset).endpoint }));
	});
	if (filter === undefined) return all;
	const scan = new FilterScan(new EventItems(source), filter);
	while (scan.scanned < stored) scan.step(stored, 1000);
	return Array.from({ length: scan.matches.count }, (_, i) => all[scan.matches.at(i)]).filter(
		(row) => row !== undefined,
	);
}

test('the protocols are a tree by transport, guessed for each direction of a connection', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('Server');
	recording.endpointEvent(endpoint, 'listening', 'here');
	const text = (words: string) => new TextEncoder().encode(words);
	recording.open(connection(1, endpoint, {}));
	recording.data(1, 'in', text('GET / HTTP/1.1\r\nHost: a\r\n\r\n'));
	recording.data(1, 'out', text('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab'));
	recording.open(connection(2, endpoint, {}));
	// The second chunk shows what the first is the beginning of.
	recording.data(2, 'in', Uint8Array.of(0, 1, 2));
	recording.data(2, 'in', text('{"a": 1, "b": [1, 2, 3], "c": {"d": null}}'));
	recording.data(2, 'out', Uint8Array.of(3, 4, 5));
	await capture.flush();
	const following = watched(capture, { by: 'protocol', sort: 'name', descending: false });
	const state = await following.upTo(recording.expected.length);
	following.stop();
	await capture.close();
	const found = state.rows.map(({ subject, figures }) => [nameOf(subject), figures.messages, figures.events]);
	expect(found).toEqual([
		['other *', 0, 1],
		['tcp *', 5, 7],
		['tcp ', 1, 1],
		['tcp http', 2, 2],
		['tcp json', 2, 2],
	]);
	expect(state.total.answers?.count).toBe(2);
});

test('of many connections the first of an order are reported, read from their events', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('Server');
	const count = byTier(600, 50_000);
	for (let id = 1; id <= count; id++) {
		recording.open(connection(id, endpoint, { remote: { address: '10.0.0.1', port: id } }));
		recording.data(id, 'in', new Uint8Array(id % 200));
		recording.data(id, 'out', new Uint8Array(1));
	}
	await capture.flush();
	for (const by of STATISTIC_GROUPS) {
		const following = watched(capture, { by, sort: 'bytesIn', count: 5 });
		const state = await following.upTo(recording.expected.length);
		following.stop();
		expect(state.rows.length).toBeLessThanOrEqual(5);
		if (by !== 'connection') continue;
		expect(state.groups).toBe(count);
		expect(state.rows.map(({ subject }) => nameOf(subject))).toEqual([
			'199',
			'399',
			'599',
			...byTier(['198', '398'], ['799', '999']),
		]);
		expect(state.rows[0]?.subject).toMatchObject({ local: '127.0.0.1:8080', remote: '10.0.0.1:199' });
	}
	await capture.close();
});

test('buckets of a spread cover every whole number without gap or overlap', () => {
	fc.assert(
		fc.property(fc.maxSafeNat(), (value) => {
			const bucket = bucketOf(value);
			expect(bucket).toBeLessThan(SPREAD_BUCKETS);
			expect(bucketStart(bucket)).toBeLessThanOrEqual(value);
			expect(bucketStart(bucket + 1)).toBeGreaterThan(value);
			expect(Math.abs(bucketMiddle(bucket) - value)).toBeLessThanOrEqual(value / 32);
		}),
	);
	for (let bucket = 1; bucket < SPREAD_BUCKETS; bucket++) {
		expect(bucketOf(bucketStart(bucket))).toBe(bucket);
		expect(bucketOf(bucketStart(bucket) - 1)).toBe(bucket - 1);
	}
});
