import { expect, test } from 'vitest';
import { PagedSource } from './paged-source.ts';

const PAGE = 4;

/** A list of numbers that can grow; records the pages that are fetched. */
function list(size: number, isFinal?: (page: readonly number[]) => boolean) {
	const state = { size, fetched: [] as number[] };
	const source = new PagedSource<readonly number[]>({
		pageItems: PAGE,
		maxPages: 8,
		load: async (page) => {
			state.fetched.push(page);
			const from = page * PAGE;
			return Array.from({ length: Math.max(0, Math.min(PAGE, state.size - from)) }, (_, i) => from + i);
		},
		lengthOf: (page) => page.length,
		...(isFinal === undefined ? {} : { isFinal }),
	});
	/** Requests items and waits for `answers` answers. */
	const answered = (answers: number, want: () => void) =>
		new Promise<void>((resolve) => {
			const goal = source.version() + answers;
			const stop = source.subscribe(() => {
				if (source.version() < goal) return;
				stop();
				resolve();
			});
			want();
		});
	return { state, source, answered };
}

test('names the pages of a range', () => {
	const { source } = list(0);
	expect(source.pagesOf(0, 0)).toEqual([]);
	expect(source.pagesOf(0, PAGE)).toEqual([0]);
	expect(source.pagesOf(PAGE - 1, PAGE + 1)).toEqual([0, 1]);
});

test('a request equal to the last one fetches nothing; one for more items fetches the incomplete page again', async () => {
	const { state, source, answered } = list(6);
	await answered(2, () => source.want(0, 6, 6));
	expect([source.has(0, 6), source.has(0, 7), source.page(1)]).toEqual([true, false, [4, 5]]);
	source.want(0, 6, 6);
	state.size = 7;
	await answered(1, () => source.want(0, 7, 7));
	expect([source.has(0, 7), state.fetched]).toEqual([true, [0, 1, 1]]);
});

test('a page that is not final is fetched again when items changed in place, and only then', async () => {
	const { state, source, answered } = list(4, () => false);
	const [before, after] = [{}, {}];
	await answered(1, () => source.want(0, 4, 4, before));
	source.want(0, 4, 4, before);
	await answered(1, () => source.want(0, 4, 4, after));
	expect(state.fetched).toEqual([0, 0]);
});

test('after a reset the same request fetches again', async () => {
	const { state, source, answered } = list(4);
	await answered(1, () => source.want(0, 4, 4));
	source.reset();
	expect(source.page(0)).toBeUndefined();
	await answered(1, () => source.want(0, 4, 4));
	expect(state.fetched).toEqual([0, 0]);
});
