import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { CaptureStatus } from '../../../common/contract/calls/capture.ts';
import { captureStatusSchema } from '../../../common/contract/calls/capture.ts';
import { RateWindow } from './capture-rates.ts';
import { captureTopic } from './capture-status.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** A capture whose counters the test sets. */
function capture() {
	const counters = { received: 0, stored: 0, dropped: 0, first: 0, gone: 0, size: 0, bytesIn: 0, bytesOut: 0 };
	const listeners = new Set<() => void>();
	let error: ErrorInfo | undefined;
	return {
		id: 'one',
		folder: '/captures/one',
		counters: () => ({ ...counters }),
		error: () => error,
		onProgress: (listener: () => void) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		listeners,
		progress: (change: Partial<typeof counters>, failure?: ErrorInfo) => {
			Object.assign(counters, change);
			error = failure;
			for (const listener of listeners) listener();
		},
	};
}

test('reports each progress, and once more when traffic has stopped, with rates of zero', () => {
	const source = capture();
	const topic = captureTopic(source);
	const reported: CaptureStatus[] = [];
	const { snapshot, dispose } = topic.subscribe((status) => reported.push(status));
	expect(captureStatusSchema.parse(snapshot)).toEqual(snapshot);
	expect(snapshot).toMatchObject({ id: 'one', folder: '/captures/one', received: 0, eventRate: 0 });
	expect(vi.getTimerCount()).toBe(0);
	vi.advanceTimersByTime(10_000);
	source.progress({ received: 10, stored: 4, size: 500, bytesIn: 1000, bytesOut: 50 });
	source.progress({ received: 10, stored: 10, size: 900 });
	expect(reported[0]).toMatchObject({ received: 10, stored: 4, eventRate: 10, rateIn: 1000, rateOut: 50 });
	expect(reported[1]).toMatchObject({ stored: 10, size: 900, eventRate: 10 });
	vi.runAllTimers();
	expect(reported).toHaveLength(3);
	expect(reported[2]).toMatchObject({ received: 10, stored: 10, eventRate: 0, rateIn: 0, rateOut: 0 });
	expect(new Set(reported.map(({ id }) => id))).toEqual(new Set([snapshot.id]));
	dispose();
	expect(source.listeners.size).toBe(0);
});

test('an error of the capture is reported, and its end', () => {
	const source = capture();
	const reported: CaptureStatus[] = [];
	captureTopic(source).subscribe((status) => reported.push(status));
	source.progress({}, { code: 'disk', message: 'The disk is full.', details: {} });
	source.progress({ stored: 1 });
	expect(reported.map(({ error }) => error?.message)).toEqual(['The disk is full.', undefined]);
});

test('without a subscriber there is no listener and no timer', () => {
	const source = capture();
	const topic = captureTopic(source);
	expect(source.listeners.size).toBe(0);
	const one = topic.subscribe(() => undefined);
	const two = topic.subscribe(() => undefined);
	source.progress({ received: 5 });
	expect(vi.getTimerCount()).toBe(1);
	one.dispose();
	expect(source.listeners.size).toBe(1);
	two.dispose();
	expect(source.listeners.size).toBe(0);
	expect(vi.getTimerCount()).toBe(0);
});

test('rates are those of the last second, steady under a steady load', () => {
	const window = new RateWindow();
	const at = (ms: number) => window.read(ms, { received: ms / 10, bytesIn: ms * 64, bytesOut: ms * 2 });
	at(0);
	for (let ms = 33; ms <= 1000; ms += 33) at(ms);
	for (let ms = 1001; ms <= 5000; ms += 33) {
		const { eventRate, rateIn, rateOut } = at(ms);
		expect(Math.abs(eventRate - 100)).toBeLessThanOrEqual(4);
		expect(Math.abs(rateIn - 64_000)).toBeLessThanOrEqual(64 * 34);
		expect(Math.abs(rateOut - 2000)).toBeLessThanOrEqual(2 * 34);
	}
});
