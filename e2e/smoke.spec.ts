import { EVERY_HOST, expect, test } from './support/fixtures.ts';

test('the workbench opens with its title and its endpoints', { tag: EVERY_HOST }, async ({ workbench }) => {
	await expect(workbench).toHaveTitle(/Wirebench/);
	await expect(workbench.getByRole('region', { name: /endpoints/i })).toBeVisible();
});
