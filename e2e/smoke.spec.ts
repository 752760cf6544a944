import { expect, test } from './support/fixtures.ts';

test('the workbench opens with its title and its endpoints', async ({ workbench }) => {
	await expect(workbench).toHaveTitle(/Wirebench/);
	await expect(workbench.getByRole('region', { name: /endpoints/i })).toBeVisible();
});
