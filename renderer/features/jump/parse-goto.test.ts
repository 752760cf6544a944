import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeOfDay } from '../../bytes/event-time.ts';
import { type GotoContext, parseGoto } from './parse-goto.ts';

const at = (...parts: [number, number, number, number?, number?, number?, number?]) =>
	BigInt(new Date(...parts).getTime()) * 1_000_000n;
const context: GotoContext = {
	first: at(2026, 10, 21, 11, 59, 0),
	last: at(2026, 10, 22, 3, 0, 0),
	selected: at(2026, 10, 21, 12, 0, 0),
};

describe('what Go to accepts', () => {
	it.each([
		['1204', { event: 1204 }],
		['#1,204', { event: 1204 }],
		['+5s', { time: at(2026, 10, 21, 12, 0, 5), span: 0n }],
		['-250ms', { time: at(2026, 10, 21, 11, 59, 59, 750), span: 0n }],
		['1.5m', { time: at(2026, 10, 21, 12, 0, 30), span: 0n }],
		['12:01:07.104', { time: at(2026, 10, 21, 12, 1, 7, 104), span: 1_000_000n }],
		['12:01', { time: at(2026, 10, 21, 12, 1), span: 60_000_000_000n }],
		['02:30:00', { time: at(2026, 10, 22, 2, 30), span: 1_000_000_000n }],
		['2026-11-22', { time: at(2026, 10, 22), span: 86_400_000_000_000n }],
		['2026-11-21 12:01:07.000000001', { time: at(2026, 10, 21, 12, 1, 7) + 1n, span: 1n }],
		['2026-11-21T12:00:00Z', { time: BigInt(Date.UTC(2026, 10, 21, 12)) * 1_000_000n, span: 1_000_000_000n }],
		['2026-11-21T12:00:00+02:00', { time: BigInt(Date.UTC(2026, 10, 21, 10)) * 1_000_000n, span: 1_000_000_000n }],
	])('%s', (text, target) => {
		expect(parseGoto(text, context)).toEqual(target);
	});

	it('accepts nothing else as a place', () => {
		for (const text of ['', '0', 'noon', '25:00', '12:60', '2026-13-01', '1e3', '+5', '12:01:07.1234567890'])
			expect(parseGoto(text, context), text).toBeUndefined();
	});

	it('is precise to the millisecond that the log shows', () => {
		fc.assert(
			fc.property(fc.bigInt(0n, 50_000_000_000_000n), (offset) => {
				const time = context.first + offset;
				const target = parseGoto(timeOfDay(time), { ...context, last: context.first + 86_000_000_000_000n });
				expect(target).toEqual({ time: (time / 1_000_000n) * 1_000_000n, span: 1_000_000n });
			}),
		);
	});

	it('without a selected event counts from the first, and back from the last', () => {
		const none = { ...context, selected: undefined };
		expect(parseGoto('+1s', none)).toEqual({ time: context.first + 1_000_000_000n, span: 0n });
		expect(parseGoto('-1s', none)).toEqual({ time: context.last - 1_000_000_000n, span: 0n });
	});
});
