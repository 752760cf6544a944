import { expect, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import { usePacedTotal } from './use-paced-total.ts';

/** A list that grows when the test says so, and may advance when the test says so. */
function list() {
	const listeners = new Set<() => void>();
	const state = { total: 0, wait: 0 };
	return {
		growing: {
			total: () => state.total,
			subscribe: (listener: () => void) => {
				listeners.add(listener);
				return () => listeners.delete(listener);
			},
		},
		pace: { wait: () => state.wait, advanced: () => undefined },
		listeners,
		grow(total: number, wait: number) {
			Object.assign(state, { total, wait });
			for (const listener of listeners) listener();
		},
	};
}

test('items that arrive while the list waits render nothing; then all of them are there', async () => {
	const { growing, pace, grow, listeners } = list();
	let renders = 0;
	const { result, act, unmount } = await renderHook(() => {
		renders++;
		return usePacedTotal({ growing, pace, fits: 10, following: true });
	});
	await act(() => grow(5, 0));
	expect(result.current).toBe(5);
	const before = renders;
	await act(() => {
		for (let total = 6; total <= 1000; total++) grow(total, 600_000);
	});
	expect([result.current, renders]).toEqual([5, before]);
	await act(() => grow(1001, 0));
	expect([result.current, renders]).toEqual([1001, before + 1]);
	await unmount();
	expect(listeners.size).toBe(0);
});

test('the wait ends by itself', async () => {
	const { growing, pace, grow } = list();
	const waits = [1, 0];
	const { result } = await renderHook(() =>
		usePacedTotal({ growing, pace: { ...pace, wait: () => waits.shift() ?? 0 }, fits: 10, following: true }),
	);
	grow(7, 1);
	await expect.poll(() => result.current).toBe(7);
});

test('a list that stands is up to date at once', async () => {
	const { growing, pace, grow } = list();
	const { result, act, rerender } = await renderHook(
		(props?: { readonly following: boolean }) =>
			usePacedTotal({ growing, pace, fits: 10, following: props?.following ?? true }),
		{ initialProps: { following: true } },
	);
	await act(() => grow(9, 600_000));
	expect(result.current).toBe(0);
	await rerender({ following: false });
	expect(result.current).toBe(9);
	await act(() => grow(12, 600_000));
	expect(result.current).toBe(12);
});
