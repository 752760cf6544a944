import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Marks } from '../../common/capture/marks.ts';
import { type PlotQuery, type PlotState, plotStateSchema } from '../../common/contract/calls/figures/plot.ts';
import { PLOT_MEASURES, type PlotMeasure } from '../../common/statistics/measures.ts';
import { bucketOf } from '../../common/statistics/spread.ts';
import { byTier } from '../../common/tier.fixture.ts';
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
