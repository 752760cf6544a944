import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberMessage, prepareMessage } from '../numbering/index.ts';
import { Delays } from './delays.ts';
import { LossReport } from './loss-report.ts';
import { NumberWindow } from './window.ts';

/** The expected counts for a window of this size, computed by remembering everything. */
function naive(numbers: readonly number[], size: number) {
	const seen = new Set<number>();
	const counts = { duplicates: 0, reordered: 0, behind: 0, furthest: 0, late: 0 };
	let highest = -1;
	for (const number of numbers) {
		const behind = highest - number;
		if (behind >= size) {
			counts.late++;
			continue;
		}
		if (seen.has(number)) counts.duplicates++;
		else if (behind > 0) {
			counts.reordered++;
			counts.behind += behind;
			counts.furthest = Math.max(counts.furthest, behind);
		}
		seen.add(number);
		highest = Math.max(highest, number);
	}
	const lowest = Math.min(...seen);
	const lost = highest - lowest + 1 - seen.size;
	return { ...counts, received: numbers.length, lowest, highest, lost };
}

function windowed(numbers: readonly number[], size: number) {
	const window = new NumberWindow(size);
	for (const number of numbers) window.add(number);
	const { received, duplicates, reordered, behind, furthest, late, lowest, highest, lost } = window;
	return { received, duplicates, reordered, behind, furthest, late, lowest, highest, lost };
}

/** A run with losses, duplicates and reordering: `[number, its displacement, its number of copies]`. */
const disturbed = fc
	.tuple(
		fc.constantFrom(0, 1, 5_000_000_000),
		fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 3 })), {
			minLength: 1,
			maxLength: 300,
		}),
	)
	.map(([first, steps]) =>
		steps
			.flatMap(([moved, times], i) =>
				Array.from({ length: times }, (_, copy) => ({ at: i + moved * (copy + 1), n: first + i })),
			)
			.sort((a, b) => a.at - b.at)
			.map(({ n }) => n),
	)
	.filter((numbers) => numbers.length > 0);

test('loss, duplicates and reordering are counted as by a model that remembers everything', () => {
	fc.assert(
		fc.property(disturbed, (numbers) => void expect(windowed(numbers, 65_536)).toEqual(naive(numbers, 65_536))),
	);
});

test('messages behind the window are counted as late, and the window stays exact', () => {
	const leaps = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 200 });
	fc.assert(fc.property(leaps, (numbers) => void expect(windowed(numbers, 64)).toEqual(naive(numbers, 64))));
});

test('delays: exact ends, mean and jitter, percentiles within 1.1 %', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 4e12 }), { minLength: 1, maxLength: 300 }), (all) => {
			const delays = new Delays();
			let jitter = 0;
			for (const [i, delay] of all.entries()) {
				delays.add(delay);
				if (i > 0) jitter += (Math.abs(delay - (all[i - 1] ?? 0)) - jitter) / 16;
			}
			const sorted = all.toSorted((a, b) => a - b);
			const figures = delays.figures();
			expect(figures).toMatchObject({ min: sorted[0], max: sorted.at(-1), jitter });
			expect(figures?.mean).toBeCloseTo(all.reduce((sum, one) => sum + one, 0) / all.length, 0);
			for (const percent of [50, 95, 99] as const) {
				const exact = sorted[Math.ceil((percent / 100) * all.length) - 1] ?? 0;
				expect(Math.abs((figures?.percentiles?.[`p${percent}`] ?? 0) / exact - 1)).toBeLessThan(0.0111);
			}
		}),
	);
});

test("a clock that is behind the sender's gives negative delays, and no percentiles", () => {
	const delays = new Delays();
	for (const delay of [-2_000_000, 3]) delays.add(delay);
	expect(delays.figures()).toEqual({ min: -2_000_000, mean: -999_998.5, max: 3, jitter: 125_000.1875 });
});

const base = { high: 0x18000000, low: 0xffff_0000 };

test('headers: senders are kept apart, delays come from their times, and numbers missing at the ends are reported', () => {
	const ledger = new LossReport({ type: 'header' }, base);
	const message = new Uint8Array(40);
	const send = (connection: number, stream: number, number: number, high: number, low: number, now: number) => {
		prepareMessage(message, stream, 10);
		numberMessage(message, number, { high, low });
		ledger.take(connection, message, now);
	};
	send(1, 7, 2, base.high, base.low, 1);
	send(1, 7, 5, base.high + 1, 0, 2);
	send(1, 8, 0, base.high, base.low, 3);
	send(2, 7, 9, base.high, base.low, 4);
	ledger.take(1, new Uint8Array(40), 5);
	ledger.take(1, message.subarray(0, 31), 5);
	const { streams, ...counts } = ledger.figures();
	expect(counts).toEqual({ numbered: 4, unnumbered: 2, untracked: 0 });
	const [first, ...others] = streams;
	expect(first).toMatchObject({ connection: 1, stream: 7, received: 2, bytes: 80, lost: 2, lowest: 2, highest: 5 });
	expect(first).toMatchObject({ total: 10, missingBefore: 2, missingAfter: 4, spanMs: 1 });
	expect(first?.delay).toMatchObject({ min: 1_000_000, max: 1_934_464 });
	expect(others.map(({ connection, stream }) => [connection, stream])).toEqual([
		[1, 8],
		[2, 7],
	]);
});

test('further senders are only counted, and known ones continue', () => {
	const ledger = new LossReport({ type: 'text', text: 'n=%d' }, base);
	for (let sender = 1; sender <= 300; sender++) ledger.take(sender, Buffer.from('n=1'), 0);
	ledger.take(1, Buffer.from('n=2'), 0);
	const { streams, untracked, numbered } = ledger.figures();
	expect([streams.length, untracked, numbered, streams[0]?.received]).toEqual([256, 44, 301, 2]);
});
