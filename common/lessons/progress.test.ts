import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	counted,
	type DoneWhen,
	type FoundEvent,
	type Lesson,
	lessonSchema,
	mistakesNow,
	NOTHING,
	presetAt,
	presetsOf,
	progress,
	soughtNow,
} from './index.ts';

const text = (en: string) => ({ en, 'zh-Hans': `${en}简`, 'zh-Hant': `${en}繁` });
const step = (id: string, done: object, wrong: readonly string[] = []) => ({
	id,
	title: text(id),
	text: text(id),
	done,
	wrong: wrong.map((filter) => ({ filter, text: text(filter) })),
	program: { language: 'python', code: 'pass' },
});
const written = {
	id: 'try',
	title: text('Try'),
	summary: text('Try it'),
	minutes: 5,
	preset: 'timestamp-echo',
	steps: [
		step('listen', { filter: 'kind:listening' }, ['kind:error', 'EADDRINUSE']),
		step('connect', { filter: 'kind:open', connections: 2 }),
		step('send', { filter: 'kind:data', count: 3, from: 'lesson' }),
		step('close', { filter: 'kind:close' }),
		step('again', { filter: 'kind:open' }),
	],
	end: text('Seen'),
};
const lesson: Lesson = lessonSchema.parse(written);

/** The condition of a step, and what some events make of it. */
const tallyOf = (index: number, events: readonly Pick<FoundEvent, 'n' | 'connection'>[]) => {
	const when: DoneWhen = lesson.steps[index]?.done ?? { filter: '', count: 1, from: 'step' };
	return events.reduce((tally, event) => counted(when, tally, { ...event, time: 0n }), NOTHING);
};

describe('the schema of a lesson', () => {
	it.each([
		['an unknown key', { more: 1 }],
		['an unknown preset', { preset: 'nothing' }],
		['too few steps', { steps: written.steps.slice(0, 4) }],
		['two steps of the same id', { steps: [...written.steps, ...written.steps.slice(0, 1)] }],
		['no program', { steps: written.steps.map(({ program: _, ...rest }) => rest) }],
		['a language less', { title: { en: 'Try', 'zh-Hans': '试' } }],
	])('refuses %s', (_, change) => {
		expect(lessonSchema.safeParse({ ...written, ...change }).success).toBe(false);
	});
});

describe('progress', () => {
	it('is at the first step until an event shows it, and goes on after that event', () => {
		const began = { began: 10, shown: [] };
		expect(soughtNow(lesson, began)).toEqual({ filter: 'kind:listening', from: 10 });
		const waiting = progress(lesson, began, { tally: NOTHING, mistakes: [undefined, undefined] });
		expect(waiting).toEqual({ place: began, current: 0, wrong: undefined });
		const { place, current } = progress(lesson, began, { tally: tallyOf(0, [{ n: 12, connection: 0 }]), mistakes: [] });
		expect([place, current]).toEqual([{ began: 10, shown: [12] }, 1]);
		expect(soughtNow(lesson, place)).toEqual({ filter: 'kind:open', from: 13 });
	});

	it('gives the sentence of the mistake that was made last', () => {
		const place = { began: 10, shown: [] };
		expect(mistakesNow(lesson, place)).toEqual([
			{ filter: 'kind:error', from: 10 },
			{ filter: 'EADDRINUSE', from: 10 },
		]);
		const advice = (...mistakes: (number | undefined)[]) => progress(lesson, place, { tally: NOTHING, mistakes }).wrong;
		expect(advice(undefined, 11)).toEqual(text('EADDRINUSE'));
		expect(advice(12, 11)).toEqual(text('kind:error'));
		expect(advice(12, 14)).toEqual(text('EADDRINUSE'));
		const right = { tally: tallyOf(0, [{ n: 10, connection: 0 }]), mistakes: [9, 9] };
		expect(progress(lesson, place, right).wrong).toBeUndefined();
	});

	it('wants as many connections as the step says', () => {
		const one = [1, 2, 3].map((n) => ({ n, connection: 1 }));
		expect(tallyOf(1, one).shown).toBeUndefined();
		expect(tallyOf(1, [...one, { n: 7, connection: 2 }, { n: 8, connection: 3 }]).shown).toBe(7);
	});

	it('counts events that happen together where the step says so', () => {
		const when: DoneWhen = { filter: 'kind:end', count: 2, connections: 2, from: 'step', within: 100 };
		const ends = (...milliseconds: number[]) =>
			milliseconds
				.map((time, i) => ({ n: i, connection: i + 1, time: BigInt(time) * 1_000_000n }))
				.reduce((tally, event) => counted(when, tally, event), NOTHING).shown;
		expect(ends(5, 80)).toBe(1);
		expect(ends(5, 180)).toBeUndefined();
		expect(ends(5, 180, 190)).toBe(2);
	});

	it('counts events of the whole lesson where the step says so', () => {
		const place = { began: 10, shown: [12, 20] };
		expect(soughtNow(lesson, place)).toEqual({ filter: 'kind:data', from: 10 });
		const tally = tallyOf(
			2,
			[14, 15, 16].map((n) => ({ n, connection: 1 })),
		);
		expect(progress(lesson, place, { tally, mistakes: [] }).place.shown).toEqual([12, 20, 20]);
	});

	it('is over after the last step', () => {
		const place = { began: 0, shown: [1, 2, 3, 4] };
		const tally = tallyOf(4, [{ n: 9, connection: 1 }]);
		const over = { place: { began: 0, shown: [1, 2, 3, 4, 9] }, current: undefined, wrong: undefined };
		expect(progress(lesson, place, { tally, mistakes: [] })).toEqual(over);
		expect(progress(lesson, over.place, { tally, mistakes: [] })).toEqual(over);
		expect(soughtNow(lesson, over.place)).toBeUndefined();
	});

	it('completes a step at the first event with which everything holds', () => {
		const event = fc.record({ n: fc.nat(), time: fc.constant(0n), connection: fc.integer({ min: 0, max: 4 }) });
		const when = fc.record({ count: fc.integer({ min: 1, max: 6 }), connections: fc.integer({ min: 1, max: 4 }) });
		fc.assert(
			fc.property(fc.array(event), when, (events, { count, connections }) => {
				const sorted = events.toSorted((a, b) => a.n - b.n);
				const done: DoneWhen = { filter: 'kind:data', from: 'step', count, connections };
				const holds = (length: number) => {
					const seen = sorted.slice(0, length);
					const different = new Set(seen.map(({ connection }) => connection).filter((id) => id !== 0));
					return seen.length >= count && different.size >= connections;
				};
				const first = sorted.findIndex((_, i) => holds(i + 1));
				const { shown } = sorted.reduce((tally, found) => counted(done, tally, found), NOTHING);
				expect(shown).toBe(sorted[first]?.n);
			}),
		);
	});
});

it('knows the preset that each step is about', () => {
	const steps = lesson.steps.map((one, i) => (i === 2 ? { ...one, offer: { preset: 'concurrent' } } : one));
	const changing: Lesson = { ...lesson, steps };
	expect(presetsOf(changing)).toEqual(['timestamp-echo', 'concurrent']);
	expect(steps.map((_, i) => presetAt(changing, i))).toEqual([
		'timestamp-echo',
		'timestamp-echo',
		'concurrent',
		'concurrent',
		'concurrent',
	]);
});
