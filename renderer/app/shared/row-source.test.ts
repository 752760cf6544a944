import { describe, expect, it } from 'vitest';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { PAGE_ROWS, RowSource } from './row-source.ts';

const row = (n: number): CaptureRow => ({
	n,
	time: BigInt(n),
	endpoint: 'echo',
	connection: 1,
	kind: 'data',
	direction: 'in',
	length: 1,
	preview: Uint8Array.of(n & 0xff),
	text: '',
});

/** A capture of `size` events that can grow; records its queries. */
function capture(size: number) {
	const state = { size, queries: [] as [from: number, count: number][] };
	const source = new RowSource(async (from, count) => {
		state.queries.push([from, count]);
		return Array.from({ length: Math.max(0, Math.min(count, state.size - from)) }, (_, i) => row(from + i));
	});
	/** Requests rows and waits until all of them are loaded. */
	const fetched = (from: number, end: number) =>
		new Promise<void>((resolve) => {
			const stop = source.subscribe(() => {
				if (!source.has(from, end)) return;
				stop();
				resolve();
			});
			source.want(from, end, state.size);
		});
	return { state, source, fetched };
}

describe('rows by position', () => {
	it('fetches the pages of the range, and each row is at its position', async () => {
		const { state, source, fetched } = capture(10_000_000);
		await fetched(9_999_870, 9_999_960);
		expect(source.row(9_999_959)?.n).toBe(9_999_959);
		expect(source.row(5)).toBeUndefined();
		expect(state.queries.map(([from]) => from)).toEqual([78123 * PAGE_ROWS, 78124 * PAGE_ROWS]);
	});

	it('fetches only the new part of the page at the growing end', async () => {
		const { state, source, fetched } = capture(10);
		await fetched(0, 10);
		expect(source.has(0, 11)).toBe(false);
		state.size = 30;
		await fetched(0, 30);
		expect(state.queries).toEqual([
			[0, PAGE_ROWS],
			[10, PAGE_ROWS - 10],
		]);
		expect(source.row(29)?.n).toBe(29);
	});
});
