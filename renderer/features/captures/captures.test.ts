import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredCapture } from '../../../common/contract/calls/library.ts';
import { draftOf, readDraft } from '../../app/shared/limits/limits.ts';
import { FIRST_ORDER, isDeletable, olderThan, pressed, SORT_KEYS, sorted, totalSize } from './order.ts';
import { choose, chooseAll, NOTHING_CHOSEN, rowAfterKey, still } from './selection.ts';
import { dateTime, span } from './words.ts';

const DAY = 86_400_000;
const capture = (folder: string, more: Partial<StoredCapture> = {}): StoredCapture => ({
	folder,
	state: 'closed',
	size: 10,
	events: 1,
	endpoints: [],
	...more,
});
const names = (list: readonly StoredCapture[]) => list.map(({ folder }) => folder).join('');

test('newest first; a click on a column sorts by it, a second one reverses it', () => {
	const list = [
		capture('a', { from: 1n, size: 3 }),
		capture('b', { from: 3n, size: 1 }),
		capture('c', { from: 2n, size: 2 }),
	];
	expect(names(sorted(list, FIRST_ORDER))).toBe('bca');
	const bySize = pressed(FIRST_ORDER, 'size');
	expect(names(sorted(list, bySize))).toBe('acb');
	expect(names(sorted(list, pressed(bySize, 'size')))).toBe('bca');
	expect(pressed(bySize, 'endpoints')).toEqual({ by: 'endpoints', down: false });
});

test('any order keeps all captures', () => {
	const some = fc.record({
		size: fc.nat(3),
		events: fc.nat(3),
		from: fc.option(fc.bigInt(0n, 3n), { nil: undefined }),
	});
	fc.assert(
		fc.property(fc.array(some), fc.constantFrom(...SORT_KEYS), fc.boolean(), (fields, by, down) => {
			const list = fields.map(({ from, ...more }, i) =>
				capture(`c${i}`, { ...more, ...(from !== undefined && { from }) }),
			);
			const one = sorted(list, { by, down });
			expect(sorted(list.toReversed(), { by, down })).toEqual(one);
			expect(one.toSorted((a, b) => (a.folder < b.folder ? -1 : 1))).toEqual(
				list.toSorted((a, b) => (a.folder < b.folder ? -1 : 1)),
			);
		}),
	);
});

test('age is that of the last event, and only captures without a writer are deleted', () => {
	const now = 100 * DAY;
	const at = (days: number) => BigInt((100 - days) * DAY) * 1_000_000n;
	const list = [
		capture('old', { to: at(8) }),
		capture('young', { to: at(6) }),
		capture('live', { to: at(9), state: 'live' }),
		capture('other', { to: at(9), state: 'written' }),
		capture('torn', { to: at(9), state: 'unclosed' }),
		capture('empty'),
	];
	expect(olderThan(list, 7, now).map(({ folder }) => folder)).toEqual(['old', 'torn']);
	expect(list.filter(isDeletable)).toHaveLength(4);
	expect(totalSize(list)).toBe(60);
});

test('rows are selected alone, as a range, or one by one', () => {
	const list = ['a', 'b', 'c', 'd'];
	const b = choose(list, NOTHING_CHOSEN, 'b', 'one');
	const bToD = choose(list, b, 'd', 'range');
	expect([...bToD.chosen]).toEqual(['b', 'c', 'd']);
	expect([...choose(list, bToD, 'a', 'range').chosen]).toEqual(['a', 'b']);
	expect([...choose(list, bToD, 'c', 'toggle').chosen]).toEqual(['b', 'd']);
	expect([...choose(list, NOTHING_CHOSEN, 'c', 'range').chosen]).toEqual(['c']);
	expect([...chooseAll(list, b).chosen]).toEqual(list);
	expect([...still(['a', 'd'], bToD).chosen]).toEqual(['d']);
	expect(still(list, bToD)).toBe(bToD);
});

test('keys move from row to row and stay in the list', () => {
	const list = ['a', 'b', 'c', 'd'];
	const keys = (at: string | undefined, ...pressed: string[]) =>
		pressed.map((key) => rowAfterKey(list, at, key, 2)).join(' ');
	expect(keys(undefined, 'ArrowDown', 'ArrowUp', 'Home', 'End')).toBe('a d a d');
	expect(keys('b', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp')).toBe('c a d a');
	expect(rowAfterKey(list, 'b', 'x', 2)).toBeUndefined();
	expect(rowAfterKey([], undefined, 'ArrowDown', 2)).toBeUndefined();
});

test('limits are read as typed, or refused with a sentence', () => {
	for (const limits of [
		{ segmentMiB: 256, keepGiB: null },
		{ segmentMiB: 1, keepGiB: 0.5 },
	]) {
		expect(readDraft(draftOf(limits))).toEqual({ limits });
	}
	const draft = { segment: '256', limited: true, keep: '10' };
	for (const segment of ['', '0', '2048', '1.5', 'x'])
		expect(readDraft({ ...draft, segment }).segmentFault).toMatch(/1 to 2047/);
	for (const keep of ['', '0', '-1', '1e3', 'x', '9999999'])
		expect(readDraft({ ...draft, keep }).keepFault).toMatch(/0.001/);
	expect(readDraft({ ...draft, limited: false, keep: 'x' })).toEqual({ limits: { segmentMiB: 256, keepGiB: null } });
});

test('times and durations are short', () => {
	const from = BigInt(new Date(2026, 10, 21, 6, 5, 4).getTime()) * 1_000_000n;
	expect(dateTime(from)).toBe('2026-11-21 06:05:04');
	expect(dateTime(undefined)).toBe('');
	const lasting = (seconds: number) => span(capture('a', { from, to: from + BigInt(seconds) * 1_000_000_000n }));
	expect([0, 99, 600, 7200].map(lasting)).toEqual(['0 s', '99 s', '10 min', '2 h']);
});
