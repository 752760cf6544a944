import { afterEach, expect, test, vi } from 'vitest';
import { afterPaint } from './after-paint.ts';

afterEach(() => {
	vi.restoreAllMocks();
});

test('it is called in a task of its own after the next picture', async () => {
	const events: string[] = [];
	const called = new Promise<void>((resolve) =>
		afterPaint(() => {
			events.push('called');
			resolve();
		}),
	);
	requestAnimationFrame(() => {
		events.push('frame');
		queueMicrotask(() => events.push('end of the frame'));
	});
	expect(events).toEqual([]);
	await called;
	expect(events).toEqual(['frame', 'end of the frame', 'called']);
});

test('a page that is not visible has no pictures to wait for', async () => {
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
	const frames = vi.spyOn(globalThis, 'requestAnimationFrame');
	await new Promise<void>((resolve) => afterPaint(resolve));
	expect(frames).not.toHaveBeenCalled();
});

test('what is cancelled before is not called', async () => {
	let calls = 0;
	const cancel = afterPaint(() => calls++);
	cancel();
	await new Promise<void>((resolve) => afterPaint(resolve));
	expect(calls).toBe(0);
});
