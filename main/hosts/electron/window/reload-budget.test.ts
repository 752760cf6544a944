import { expect, it } from 'vitest';
import { ReloadBudget } from './reload-budget.ts';

it('allows three reloads in any minute', () => {
	const budget = new ReloadBudget();
	const taken = [0, 1, 2, 3, 59_999].map((time) => budget.take(time));
	expect(taken).toEqual([true, true, true, false, false]);
	// The reload at 0 is a minute old, the refused ones did not count.
	expect([budget.take(60_000), budget.take(60_000)]).toEqual([true, false]);
});
