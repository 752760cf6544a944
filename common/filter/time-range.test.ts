import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileFilter, type EventFacts, YES } from './compile.ts';
import { plainFinder } from './find.ts';
import { parseFilter } from './parse.ts';
import { type TimeRange, timeRangeOf, withTimeRange } from './time-range.ts';

test.each([
	['', undefined, ''],
	['dir:in "a  b"', undefined, 'dir:in "a  b"'],
	['time>=1s', { from: 1e9 }, ''],
	['time<5s', { to: 5e9 }, ''],
	['a and time<5s and b', { to: 5e9 }, 'a and b'],
	['a and time>=1.5s and time<=5s', { from: 1.5e9, to: 5e9 + 1 }, 'a'],
	['time>1s and b', { from: 1e9 + 1 }, 'b'],
	['a time < 5s b', { to: 5e9 }, 'a b'],
	['time<5s time<3s', { to: 3e9 }, ''],
	['a or time<5s', undefined, 'a or time<5s'],
	['not time<5s', undefined, 'not time<5s'],
	['(time<5s) a', undefined, '(time<5s) a'],
	['time:5s', undefined, 'time:5s'],
	['"time<5s"', undefined, '"time<5s"'],
])('%j has the range %j and is %j without it', (text, range, rest) => {
	expect(timeRangeOf(text)).toEqual(range);
	expect(withTimeRange(text, undefined)).toBe(rest);
});

test('a range is printed readably', () => {
	expect(withTimeRange('dir:in', { from: 1_230_000_000, to: 2e9 })).toBe('dir:in time>=1.23s time<2s');
	expect(withTimeRange('a or b', { to: 1_234_567 })).toBe('(a or b) time<1234.567us');
	expect(withTimeRange('a time<1s', { from: 7 })).toBe('a time>=7ns');
});

const piece = fc.constantFrom(
	'dir:in',
	'not dir:out',
	'(len>=5 or time<9ns)',
	'time>=3ns',
	'time < 20ns',
	'time<=15ns',
	'time>2ns',
	'not time<4ns',
	'time!=6ns',
	'TIME<30ns',
);
const filters = fc.oneof(
	fc
		.array(fc.tuple(piece, fc.constantFrom(' ', ' and ', '  ')), { maxLength: 5 })
		.map((parts) => parts.map(([text, joint], i) => (i === parts.length - 1 ? text : text + joint)).join('')),
	fc.tuple(piece, piece).map(([a, b]) => `${a} or ${b}`),
);
const time = fc.oneof(fc.nat(40), fc.maxSafeNat());
const ranges: fc.Arbitrary<TimeRange | undefined> = fc.option(
	fc.oneof(fc.record({ from: time }), fc.record({ to: time }), fc.record({ from: time, to: time })),
	{ nil: undefined },
);

/** Whether a filter matches an event; an empty one matches all. */
function lets(text: string, event: EventFacts): boolean {
	return text === '' || compileFilter(parseFilter(text), plainFinder)(event) === YES;
}

const base = {
	kind: 2,
	connection: 1,
	endpoint: 'a',
	ports: [],
	content: new Uint8Array(0),
	marked: false,
	note: '',
	contentCharset: 'utf-8' as const,
	datagram: false,
	protocol: undefined,
};

test('replacing the range of a filter keeps the rest of its meaning', () => {
	fc.assert(
		fc.property(filters, ranges, fc.nat(45), fc.nat(2), fc.nat(9), (text, range, time, direction, length) => {
			const event = { ...base, direction, length, time };
			const rest = withTimeRange(text, undefined);
			const changed = withTimeRange(text, range);
			const inside = time >= (range?.from ?? 0) && time < (range?.to ?? Number.POSITIVE_INFINITY);
			expect(lets(changed, event)).toBe(lets(rest, event) && inside);
			expect(timeRangeOf(changed)).toEqual(range);
			const own = timeRangeOf(text);
			const within = time >= (own?.from ?? 0) && time < (own?.to ?? Number.POSITIVE_INFINITY);
			expect(lets(text, event)).toBe(lets(rest, event) && within);
		}),
		{ numRuns: 2000 },
	);
});
