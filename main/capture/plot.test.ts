import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Marks } from '../../common/capture/marks.ts';
import { type PlotQuery, type PlotState, plotStateSchema } from '../../common/contract/calls/figures/plot.ts';
import { PLOT_MEASURES, type PlotMeasure } from '../../common/statistics/measures.ts';
import { bucketOf, signedBucketOf } from '../../common/statistics/spread.ts';
import { structureSchema } from '../../common/structure/document/schema.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { connection } from './conversations.fixture.ts';
import { followed } from './followed.fixture.ts';
import { openCapture } from './index.ts';
import { Plots } from './read/plots.ts';
import { play, Recording, steps, temporaryFolders } from './recording.fixture.ts';
import { CaptureFolder } from './segments/folder.ts';
import { setTimes } from './times.fixture.ts';

const newFolder = temporaryFolders();

interface Value {
	readonly time: number;
	readonly value: number;
}

interface Event {
	readonly time: number;
	readonly kind: string;
	readonly direction: string;
	readonly connection: number;
	readonly length: number;
}

/** The values of a measure, a connection at a time where answers are paired. */
function valuesOf(events: readonly Event[], measure: PlotMeasure): Value[] {
	const data = events.filter(({ kind }) => kind === 'data');
	if (measure === 'size') return data.map(({ time, length }) => ({ time, value: length }));
	if (measure === 'bytes') return events.map(({ time, length }) => ({ time, value: length }));
	if (measure === 'events') return events.map(({ time }) => ({ time, value: 1 }));
	if (measure === 'gap') {
		return data.slice(1).map(({ time }, i) => ({ time, value: Math.max(0, time - (data[i]?.time ?? 0)) }));
	}
	return [...new Set(events.map(({ connection }) => connection))].flatMap((id) => {
		const own = events.filter((event) => id !== 0 && event.connection === id && event.direction !== 'none');
		const asks = own.find(({ kind }) => kind === 'open' || kind === 'data')?.direction;
		const said = own.filter(({ kind }) => kind === 'data');
		return said.flatMap((event, i) => {
			const before = said[i - 1];
			if (before === undefined || event.direction === asks || before.direction !== asks) return [];
			return [{ time: event.time, value: Math.max(0, event.time - before.time) }];
		});
	});
}

const gap = fc.oneof(fc.integer({ min: 0, max: 800_000_000 }), fc.integer({ min: -2_000_000, max: 9000 }));
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('columns of any range hold every value once, with its least, greatest and sum, and how they are spread', async () => {
	const path = newFolder();
	const capture = await openCapture({ folder: path });
	const recording = new Recording(capture);
	play(recording, fc.sample(steps, { numRuns: 20, seed: 12 }).flat());
	await capture.flush();
	await capture.close();
	const count = recording.expected.length;
	await fc.assert(
		fc.asyncProperty(
			fc.array(gap, { minLength: count, maxLength: count }),
			fc.option(fc.tuple(share, share), { nil: undefined }),
			fc.integer({ min: 4, max: 300 }),
			async (gaps, part, columns) => {
				let now = 0;
				const times = gaps.map((by, i) => (now = i === 0 ? 0 : Math.max(0, now + by)));
				setTimes(path, times);
				const folder = new CaptureFolder(path);
				const span = Math.max(...times) + 1;
				const range = part && {
					from: Math.floor(Math.min(...part) * span),
					to: Math.ceil(Math.max(...part) * span) + 1,
				};
				const query: PlotQuery = {
					columns,
					series: PLOT_MEASURES.map((measure) => ({ measure })),
					...(range && { range }),
				};
				const plots = new Plots({ folder, marks: new Marks(), stored: count });
				const following = followed<PlotState>((listener) => plots.follow(query, listener));
				const state = await following.upTo(count);
				following.stop();
				folder.close();
				expect(plotStateSchema.parse(state)).toEqual(state);
				const events = recording.expected
					.map(({ kind, direction, connection, bytes }, i) => {
						return { kind, direction, connection, length: bytes.length, time: times[i] ?? 0 };
					})
					.filter(({ time }) => range === undefined || (time >= range.from && time < range.to));
				if (range === undefined) expect(state.span).toBe(span);
				for (const [i, measure] of PLOT_MEASURES.entries()) {
					const values = valuesOf(events, measure);
					const series = state.series[i];
					expect(series?.count.length).toBeLessThanOrEqual(columns);
					const named = Map.groupBy(values, ({ time }) => Math.floor((time - state.from) / state.width));
					series?.count.forEach((number, column) => {
						const own = (named.get(column) ?? []).map(({ value }) => value);
						expect(number).toBe(own.length);
						expect(series.sum[column]).toBe(own.reduce((a, b) => a + b, 0));
						if (own.length === 0) return;
						expect(series.min[column]).toBe(Math.min(...own));
						expect(series.max[column]).toBe(Math.max(...own));
					});
					expect(series?.count.reduce((a, b) => a + b, 0)).toBe(values.length);
					const spread = Map.groupBy(values, ({ value }) => bucketOf(value));
					expect(series?.spread.buckets).toEqual([...spread.keys()].sort((a, b) => a - b));
					expect(series?.spread.counts).toEqual(series?.spread.buckets.map((bucket) => spread.get(bucket)?.length));
				}
			},
		),
		{ numRuns: byTier(30, 500) },
	);
});

test('the numbers of a decoded field are values: several of an event, below 0 and between whole ones', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('Sensor');
	recording.open(connection(1, endpoint, {}));
	const sent = fc.sample(fc.array(fc.integer({ min: -32_768, max: 32_767 }), { maxLength: 5 }), {
		numRuns: 40,
		seed: 3,
	});
	for (const values of sent) {
		const bytes = new DataView(new ArrayBuffer(2 + 2 * values.length));
		bytes.setUint16(0, 0xaa55);
		for (const [i, value] of values.entries()) bytes.setInt16(2 + 2 * i, value);
		recording.data(1, 'in', new Uint8Array(bytes.buffer));
		recording.data(1, 'out', Uint8Array.of(1, 2, 3));
	}
	await capture.flush();
	capture.readAs({
		structures: [
			structureSchema.parse({
				structure: 1,
				id: 'sensor',
				fields: [
					{ name: 'start', type: 'u16', const: '0xaa55' },
					{ name: 'list', type: 'array', item: { type: 'i16', scale: 0.5 } },
					{ name: 'first', type: 'value', value: 'count(list)' },
				],
			}),
		],
	});
	const fields = ['sensor.list.0', 'sensor.first', 'sensor.none', 'no field'];
	const query: PlotQuery = {
		columns: 8,
		series: fields.map((field) => ({ measure: 'field', field, filter: 'len>=0' })),
	};
	const following = followed<PlotState>((listener) => capture.follow('capturePlot', query, listener));
	const { series } = await following.upTo(recording.expected.length);
	following.stop();
	await capture.close();
	const firsts = sent.flatMap(([value]) => (value === undefined ? [] : [value / 2]));
	const lengths = sent.map(({ length }) => length);
	for (const [i, values] of [firsts, lengths, [], []].entries()) {
		const { count = [], sum = [], min = [], spread } = series[i] ?? {};
		const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
		expect(total(count)).toBe(values.length);
		expect(total(sum)).toBeCloseTo(total(values));
		if (values.length > 0)
			expect(Math.min(...min.filter((_, column) => (count[column] ?? 0) > 0))).toBe(Math.min(...values));
		const byBucket = Map.groupBy(values, signedBucketOf);
		const buckets = [...byBucket.keys()].sort((a, b) => a - b);
		expect(spread).toEqual({
			buckets,
			counts: buckets.map((bucket) => byBucket.get(bucket)?.length),
			values: buckets.map((bucket) => Math.min(...(byBucket.get(bucket) ?? []))),
		});
	}
});

test('buckets of any numbers are in their order, and their values within a sixteenth', () => {
	const number = fc.double({ noNaN: true, min: -1e18, max: 1e18 });
	fc.assert(
		fc.property(number, number, (a, b) => {
			const [one, other] = [signedBucketOf(a), signedBucketOf(b)];
			if (a < b) expect(one).toBeLessThanOrEqual(other);
			if (one === other && one !== 0) {
				expect(Math.sign(a)).toBe(Math.sign(b));
				expect(Math.abs(a - b)).toBeLessThanOrEqual(Math.min(Math.abs(a), Math.abs(b)) / 16);
			}
			expect(signedBucketOf(-a)).toBe(one === 0 ? 0 : -one);
		}),
	);
});
