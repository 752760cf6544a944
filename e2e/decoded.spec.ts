import { spawnSync } from 'node:child_process';
import { expect, test } from './support/fixtures.ts';
import { firstServer } from './support/make.ts';
import { filterCount, filterField, log } from './support/steps.ts';

test('a message is decoded: a field selects its bytes, bytes their field, and another protocol can be chosen', async ({
	workbench: page,
}) => {
	const { host, port } = await firstServer(page, 'http-server');
	const curl = spawnSync('curl', ['-s', '-H', 'X-Test: yes', `http://${host}:${port}/index.html`], {
		encoding: 'utf8',
	});
	expect(curl.status).toBe(0);
	await log(page)
		.getByRole('row', { name: /in data .*GET/ })
		.click();
	await page.getByRole('tab', { name: 'Decoded' }).click();
	const tree = page.getByRole('tree', { name: 'Fields' });
	await expect(tree.getByRole('treeitem', { name: 'http GET /index.html' })).toBeVisible();
	await expect(page.getByLabel('Decode as')).toContainText(/HTTP\/1 \(99 % sure\)/);

	const selected = page.locator('.hex-bytes .hex-selected');
	await tree.getByRole('treeitem', { name: 'method GET' }).click();
	await expect(selected).toHaveText(['47', '45', '54']);
	await page.keyboard.press('ArrowDown');
	await expect(selected.first()).toHaveText('2f');
	await expect(tree.getByRole('treeitem', { name: 'target /index.html' })).toHaveAttribute('aria-selected', 'true');

	// A byte within the headers opens them at its field.
	const text = page.locator('.hex-bytes [data-byte="30"]');
	await text.click();
	await expect(tree.getByRole('treeitem', { selected: true })).toHaveAccessibleName(/^host /);

	// A field of its menu is a column, and a filter by its value.
	await tree.getByRole('treeitem', { name: 'method GET' }).click({ button: 'right' });
	await page.getByRole('menuitemcheckbox', { name: 'Show as a column' }).click();
	await expect(log(page).getByRole('columnheader', { name: 'http.method' })).toBeVisible();
	const cells = log(page).getByRole('gridcell', { name: 'GET', exact: true });
	await expect(cells).toHaveCount(1);
	await tree.getByRole('treeitem', { name: 'method GET' }).click({ button: 'right' });
	await page.getByRole('menuitem', { name: 'Filter by this' }).click();
	await expect(filterField(page)).toHaveValue('http.method:"GET"');
	await expect(filterCount(page)).toHaveText(/^1 of /);
	await filterField(page).fill('');

	await page.getByLabel('Decode as').selectOption({ label: 'DNS' });
	await expect(tree.getByText(/missing|expected/).first()).toBeVisible();
	await page.getByLabel('Decode as').selectOption({ index: 0 });
	await expect(tree.getByRole('treeitem', { name: 'http GET /index.html' })).toBeVisible();
});
