import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareBytes, isDifference, type Run } from './bytes.ts';
import { merged, type Range } from './ranges.ts';

const text = (written: string): Uint8Array => new TextEncoder().encode(written);

/** Two byte strings that share much, as messages of a protocol do, or nothing. */
const pairs = fc.oneof(
	fc.tuple(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ maxLength: 80 })),
	fc.tuple(fc.uint8Array({ max: 2, maxLength: 60 }), fc.uint8Array({ max: 2, maxLength: 60 })),
	fc
		.tuple(
			fc.uint8Array({ min: 1, maxLength: 6000 }),
			fc.array(fc.tuple(fc.nat(6000), fc.nat(40), fc.uint8Array({ maxLength: 40 })), { maxLength: 6 }),
		)
		.map(([base, changes]): [Uint8Array, Uint8Array] => {
			let other = [...base];
			for (const [at, count, put] of changes) other = [...other.slice(0, at), ...put, ...other.slice(at + count)];
			return [base, new Uint8Array(other)];
		}),
);
const ranges = fc.array(
	fc.tuple(fc.nat(80), fc.nat(9)).map(([start, length]): Range => ({ start, end: start + length })),
	{ maxLength: 4 },
);
const within = (all: readonly Range[], length: number) =>
	merged(all.map(({ start, end }) => ({ start: Math.min(start, length), end: Math.min(end, length) })));
const swapped = ({ kind, a, aEnd, b, bEnd }: Run): Run => ({
	kind: kind === 'missing' ? 'extra' : kind === 'extra' ? 'missing' : kind,
	a: b,
	aEnd: bEnd,
	b: a,
	bEnd: aEnd,
});

test('the runs cover both strings, and applied to the first give the second', () => {
	fc.assert(
		fc.property(pairs, ranges, ranges, ([a, b], left, right) => {
			const { runs, equal } = compareBytes(a, b, within(left, a.length), within(right, b.length));
			let [at, bt] = [0, 0];
			for (const run of runs) {
				expect([run.a, run.b]).toEqual([at, bt]);
				[at, bt] = [run.aEnd, run.bEnd];
			}
			expect([at, bt]).toEqual([a.length, b.length]);
			const applied = runs.map((run) =>
				run.kind === 'same' ? a.subarray(run.a, run.aEnd) : b.subarray(run.b, run.bEnd),
			);
			expect(Buffer.concat(applied).equals(b)).toBe(true);
			expect(runs.some(isDifference)).toBe(!equal);
		}),
	);
});

test('it is the same from the other side', () => {
	fc.assert(
		fc.property(pairs, ranges, ranges, ([a, b], left, right) => {
			const [one, other] = [within(left, a.length), within(right, b.length)];
			const there = compareBytes(a, b, one, other);
			const back = compareBytes(b, a, other, one);
			expect(back).toEqual({ ...there, runs: there.runs.map(swapped) });
		}),
	);
});

test('an ignored byte is in no difference, and strings are equal exactly where the others are', () => {
	const kept = (bytes: Uint8Array, ignored: readonly Range[]) =>
		bytes.filter((_, i) => !ignored.some(({ start, end }) => i >= start && i < end));
	fc.assert(
		fc.property(pairs, ranges, ranges, ([a, b], left, right) => {
			const [one, other] = [within(left, a.length), within(right, b.length)];
			const { runs, equal } = compareBytes(a, b, one, other);
			expect(equal).toBe(Buffer.compare(kept(a, one), kept(b, other)) === 0);
			const overlaps = (ignored: readonly Range[], from: number, to: number) =>
				ignored.some(({ start, end }) => start < to && end > from);
			for (const run of runs) {
				if (run.kind === 'ignored') continue;
				expect(overlaps(one, run.a, run.aEnd) || overlaps(other, run.b, run.bEnd)).toBe(false);
			}
			for (const { kind, a: from, aEnd, b: place, bEnd } of runs) {
				if (kind === 'same') expect(a.subarray(from, aEnd)).toEqual(b.subarray(place, bEnd));
				if (kind === 'changed') expect(aEnd > from && bEnd > place).toBe(true);
			}
		}),
	);
});

test('the first difference is where the bytes begin to differ', () => {
	fc.assert(
		fc.property(pairs, ([a, b]) => {
			const first = compareBytes(a, b).runs.find(isDifference);
			let at = 0;
			while (at < Math.min(a.length, b.length) && a[at] === b[at]) at++;
			expect(first?.a).toBe(first === undefined ? undefined : at);
			expect(first?.b).toBe(first === undefined ? undefined : at);
		}),
	);
});

const shown = (a: string, b: string) =>
	compareBytes(text(a), text(b))
		.runs.filter(isDifference)
		.map(({ kind, a: from, aEnd, b: place, bEnd }) => `${kind} ${a.slice(from, aEnd)}|${b.slice(place, bEnd)}`);

test('inserted, missing and changed bytes are recognised as such', () => {
	expect(shown('GET /a HTTP/1.1', 'GET /abc HTTP/1.1')).toEqual(['extra |bc']);
	expect(shown('GET /abc HTTP/1.1', 'GET /a HTTP/1.1')).toEqual(['missing bc|']);
	expect(shown('id=1234;', 'id=2341;')).toEqual(['changed 1234|2341']);
	expect(shown('', 'new')).toEqual(['extra |new']);
	expect(shown('same', 'same')).toEqual([]);
});

test('two unequal strings of 1 MiB are compared in bounded work, and what is coarse says so', () => {
	const random = (seed: number) => {
		let state = seed;
		return new Uint8Array(1 << 20).map(() => {
			state = (Math.imul(state, 1664525) + 1013904223) | 0;
			return state >>> 24;
		});
	};
	const [one, other] = [random(1), random(2)];
	const all = compareBytes(one, other.subarray(0, (1 << 20) - 1));
	expect(all.coarse).toBe(true);
	expect(all.equal).toBe(false);
	// The same with a common part in the middle, moved.
	const moved = new Uint8Array(1 << 20);
	moved.set(other.subarray(0, 300_000));
	moved.set(one.subarray(200_000, 900_000), 300_000);
	const same = compareBytes(one, moved).runs.find(({ kind, a, aEnd }) => kind === 'same' && aEnd - a >= 700_000);
	expect(same).toMatchObject({ a: 200_000, b: 300_000 });
	// One inserted byte leaves all the others where they are.
	const inserted = new Uint8Array(one.length + 1);
	inserted.set(one.subarray(0, 500_000));
	inserted.set(one.subarray(500_000), 500_001);
	expect(compareBytes(one, inserted).runs.filter(isDifference)).toHaveLength(1);
});
