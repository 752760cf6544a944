import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PageLoader } from './page-loader.ts';

interface Request {
	readonly page: number;
	readonly have: string | undefined;
	answer(value: string): Promise<void>;
	fail(message: string): Promise<void>;
}

/** A host that answers when the test releases it. */
function host(options: { maxPages?: number; maxInFlight?: number; wholeLength?: () => number } = {}) {
	const requests: Request[] = [];
	const seen = { changes: 0, most: 0, open: 0 };
	const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
	const loader = new PageLoader<string>({
		load: (page, have) =>
			new Promise((resolve, reject) => {
				seen.open++;
				seen.most = Math.max(seen.most, seen.open);
				requests.push({
					page,
					have,
					answer: (value) => {
						seen.open--;
						resolve(value);
						return settled();
					},
					fail: (message) => {
						seen.open--;
						reject(new Error(message));
						return settled();
					},
				});
			}),
		isWhole: (_page, value) => value.length >= (options.wholeLength?.() ?? 1),
		maxPages: options.maxPages ?? 4,
		maxInFlight: options.maxInFlight ?? 2,
		onChange: () => {
			seen.changes++;
		},
	});
	const take = (): Request => {
		const next = requests.shift();
		if (next === undefined) throw new Error('no request is open');
		return next;
	};
	return { loader, requests, seen, take };
}

describe('page loader', () => {
	it('requests again after an answer with less than was wanted meanwhile', async () => {
		let length = 1;
		const { loader, requests, take } = host({ wholeLength: () => length });
		loader.want([0]);
		length = 2;
		loader.want([0]);
		expect(requests).toHaveLength(1);
		await take().answer('a');
		expect(requests.map(({ page, have }) => [page, have])).toEqual([[0, 'a']]);
		await take().answer('a');
		expect(requests, 'what there was when it was wanted last').toEqual([]);
	});

	it('requests wanted pages in order, two at a time, and drops those no longer wanted', async () => {
		const { loader, requests, take } = host();
		loader.want([1, 2, 3, 4]);
		expect(requests.map((r) => r.page)).toEqual([1, 2]);
		loader.want([90, 91]);
		expect(requests).toHaveLength(2);
		await take().answer('a');
		expect(requests.map((r) => r.page)).toEqual([2, 90]);
		await take().answer('b');
		expect(requests.map((r) => r.page)).toEqual([90, 91]);
	});

	it('requests the page at the growing end again, with its loaded part', async () => {
		let length = 2;
		const { loader, requests, take } = host({ wholeLength: () => length });
		loader.want([7]);
		await take().answer('ab');
		loader.want([7]);
		expect(requests).toHaveLength(0);
		length = 3;
		loader.want([7]);
		expect(take().have).toBe('ab');
	});

	it('does not loop when an answer is shorter than promised', async () => {
		const { loader, requests, take } = host({ wholeLength: () => 5 });
		loader.want([0]);
		await take().answer('abc');
		expect(requests).toHaveLength(0);
		loader.want([0]);
		expect(requests).toHaveLength(1);
	});

	it('keeps a failure until a retry', async () => {
		const { loader, requests, take, seen } = host();
		loader.want([0]);
		await take().fail('the disk is gone');
		expect(loader.failure()?.message).toBe('the disk is gone');
		expect(seen.changes).toBe(1);
		loader.want([0]);
		expect(requests).toHaveLength(0);
		loader.retry();
		await take().answer('x');
		expect(loader.get(0)).toBe('x');
		expect(loader.failure()).toBeUndefined();
	});

	it('discards answers from before a reset', async () => {
		const { loader, take, seen } = host();
		loader.want([0]);
		const old = take();
		loader.reset();
		loader.want([0]);
		await old.answer('old');
		expect(loader.get(0)).toBeUndefined();
		expect(seen.changes).toBe(0);
		await take().answer('new');
		expect(loader.get(0)).toBe('new');
	});

	it('stays within its limits and never drops visible pages', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.nat(30), { minLength: 1, maxLength: 60 }), async (views) => {
				const { loader, requests, seen, take } = host({ maxPages: 5, maxInFlight: 2 });
				for (const view of views) {
					loader.want([view, view + 1]);
					while (requests.length > 0) await take().answer('x');
					expect(loader.get(view)).toBe('x');
					expect(loader.get(view + 1)).toBe('x');
					expect(loader.size).toBeLessThanOrEqual(5);
				}
				expect(seen.most).toBeLessThanOrEqual(2);
			}),
			{ numRuns: 30 },
		);
	});
});
