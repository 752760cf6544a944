import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	hiddenRows,
	INITIAL_VIEW,
	type LogView,
	newerRows,
	sincePause,
	target,
	withAll,
	withArrived,
	withCleared,
	withFollowing,
	withMatches,
	withPaused,
	withReturned,
	withSeen,
	withStatus,
} from './view.ts';

/** A following view of a capture with `stored` events, all of which are loaded. */
const at = (stored: number): LogView => withArrived(withStatus(INITIAL_VIEW, 'one', stored), stored);

describe('following', () => {
	it('lists new rows only when they are loaded', () => {
		const grown = withStatus(at(10), 'one', 25);
		expect(grown.end).toBe(10);
		expect(withArrived(grown, 25).end).toBe(25);
	});

	it('switched off, keeps its place and counts the waiting rows', () => {
		const still = withStatus(withFollowing(at(10), false), 'one', 25);
		expect(still.end).toBe(25);
		expect(newerRows(still)).toBe(15);
		expect(newerRows(withSeen(still, 20))).toBe(5);
		expect(newerRows(withFollowing(still, true))).toBe(0);
	});

	it('switched off, counts only later rows: those that were there are not newer, though not loaded yet', () => {
		const behind = withFollowing(withStatus(at(10), 'one', 25), false);
		expect(newerRows(behind)).toBe(0);
		expect(newerRows(withStatus(behind, 'one', 27))).toBe(2);
	});

	it('ignores rows that arrive after it was switched off', () => {
		const still = withFollowing(at(10), false);
		expect(withArrived(still, 12)).toBe(still);
	});
});

describe('pausing', () => {
	it('freezes the list and counts later events', () => {
		const paused = withStatus(withPaused(at(10), true), 'one', 1_000);
		expect(paused.end).toBe(10);
		expect(sincePause(paused)).toBe(990);
		expect(withArrived(paused, 1_000).end).toBe(10);
	});

	it('resumed, continues: following to the end, or at its place with the rest waiting', () => {
		const paused = withStatus(withPaused(at(10), true), 'one', 30);
		const resumed = withPaused(paused, false);
		expect(target(resumed)).toBe(30);
		expect(withArrived(resumed, 30).end).toBe(30);
		const standing = withPaused(withFollowing(paused, false), false);
		expect(standing.end).toBe(30);
		expect(newerRows(standing)).toBe(20);
	});
});

describe('clearing', () => {
	it('hides earlier rows and lists later ones', () => {
		const cleared = withCleared(at(10));
		expect(cleared.end - cleared.base).toBe(0);
		const more = withArrived(withStatus(cleared, 'one', 13), 13);
		expect(more.end - more.base).toBe(3);
		expect(newerRows(more)).toBe(0);
		expect(withAll(more).base).toBe(0);
	});

	it('also ends a pause', () => {
		const cleared = withCleared(withStatus(withPaused(at(10), true), 'one', 30));
		expect(cleared).toMatchObject({ base: 30, end: 30, pausedAt: undefined });
	});
});

it('what a filter finds among earlier events is not newer, however late; matches of later events are', () => {
	const standing = withFollowing(at(100), false);
	const found = (view: LogView, matched: number, scanned: number) =>
		withMatches(view, 'matches', { matched, gone: 0, scanned }, 100);
	const scan = found(found(withMatches(standing, 'matches', undefined, 100), 5, 40), 30, 100);
	expect([scan.end, newerRows(scan)]).toEqual([30, 0]);
	expect(newerRows(found(scan, 32, 110))).toBe(2);
});

describe('returning from a filter', () => {
	it('keeps the selected event visible, also one that had been cleared from the view', () => {
		expect(withReturned(at(10), 4)).toMatchObject({ base: 0, following: false });
		expect(withReturned(withCleared(at(10)), 4)).toMatchObject({ base: 0, end: 10, following: false });
	});

	it('continues to follow where nothing or the last event is selected', () => {
		expect(withReturned(at(10), undefined)).toEqual(at(10));
		expect(withReturned(at(10), 9).following).toBe(true);
	});
});

it('restarts with another capture', () => {
	const cleared = withCleared(at(10));
	expect(withStatus(cleared, 'two', 4)).toMatchObject({
		capture: 'two',
		base: 0,
		end: 0,
		stored: 4,
		pausedAt: undefined,
	});
});

it('always lists a range of the stored rows, and a frozen or standing view never shrinks', () => {
	const step = fc.oneof(
		fc.record({ what: fc.constant('grow' as const), by: fc.nat(1000) }),
		fc.record({ what: fc.constant('let go' as const), to: fc.nat(1000) }),
		fc.record({ what: fc.constantFrom('arrive', 'follow', 'stand', 'pause', 'resume', 'clear', 'all') }),
	);
	fc.assert(
		fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
			let view = at(5);
			for (const each of steps) {
				const before = view;
				if ('by' in each) view = withStatus(view, 'one', view.stored + each.by, view.gone);
				else if ('to' in each) {
					view = withStatus(view, 'one', view.stored, Math.min(view.stored, Math.max(view.gone, each.to)));
				} else if (each.what === 'arrive') view = withArrived(view, view.stored);
				else if (each.what === 'follow') view = withFollowing(view, true);
				else if (each.what === 'stand') view = withFollowing(view, false);
				else if (each.what === 'pause') view = withPaused(view, true);
				else if (each.what === 'resume') view = withPaused(view, false);
				else if (each.what === 'clear') view = withCleared(view);
				else view = withAll(view);
				expect(view.base).toBeLessThanOrEqual(view.end);
				expect(view.base).toBeGreaterThanOrEqual(view.gone);
				expect(view.end).toBeLessThanOrEqual(view.stored);
				expect(view.end).toBeGreaterThanOrEqual(before.end);
				expect(newerRows(view)).toBeLessThanOrEqual(view.end - view.base);
				if (view.pausedAt !== undefined && before.pausedAt !== undefined) {
					expect(view.end).toBe(Math.max(before.end, view.gone));
				}
			}
		}),
	);
});

describe('a capture that deletes its oldest events', () => {
	it('removes them from the start of the list: visible rows keep their number', () => {
		const still = withFollowing(at(100), false);
		const later = withStatus(still, 'one', 150, 40);
		expect(later).toMatchObject({ base: 40, end: 150, gone: 40 });
		expect(hiddenRows(later)).toBe(0);
	});

	it('hides and lists only existing rows', () => {
		const hidden = withStatus(withCleared(at(100)), 'one', 120, 40);
		expect(hiddenRows(hidden)).toBe(60);
		expect(withAll(hidden)).toMatchObject({ base: 40 });
		expect(withReturned(hidden, 10)).toBe(hidden);
	});

	it('of another capture starts at its first row', () => {
		expect(withStatus(at(100), 'two', 70, 30)).toMatchObject({ base: 30, gone: 30, capture: 'two' });
	});

	it('lists nothing when all rows of a frozen view are deleted', () => {
		const frozen = withStatus(withPaused(at(100), true), 'one', 500, 300);
		expect(frozen).toMatchObject({ base: 300, end: 300, pausedAt: 300 });
	});
});
