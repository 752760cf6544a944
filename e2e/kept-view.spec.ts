import type { Page } from '@playwright/test';
import { EVERY_HOST, expect, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { addressOf, command, endpoint, filterField, log, talkTo } from './support/steps.ts';

const message = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const target = (page: Page) => page.getByRole('combobox', { name: 'To', exact: true });
const rowAt = (page: Page, text: string) => log(page).getByRole('row').filter({ hasText: text });

/** A client of the echo server, once it listens. */
async function talk(page: Page) {
	const { host, port } = await addressOf(endpoint(page, 'upper-echo'));
	return talkTo(port, host);
}

/** Distance of a row from the upper edge of the log, in pixels. */
async function offset(page: Page, text: string): Promise<number> {
	const [row, grid] = await Promise.all([rowAt(page, text).boundingBox(), log(page).boundingBox()]);
	return (row?.y ?? Number.NaN) - (grid?.y ?? Number.NaN);
}

test('a reload and a restart keep draft, format, target, filter, selection and the place in the log', {
	tag: EVERY_HOST,
}, async ({ open }) => {
	const first = await open();
	const { page } = first;
	await make(page, 'upper-echo', { Port: '0' });
	const lines = Array.from({ length: 60 }, (_, n) => `line-${String(n).padStart(2, '0')}.`);
	const talker = await talk(page);
	await talker.say(...lines);
	await filterField(page).fill('dir:in');
	await page.keyboard.press('Enter');
	await expect(rowAt(page, 'line-59')).toBeVisible();
	await endpoint(page, 'upper-echo').click();
	await message(page).fill('68 69 0g');
	await page.getByRole('radio', { name: 'Hex' }).click();
	await log(page).focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('PageDown');
	await rowAt(page, 'line-10').click();
	await expect(rowAt(page, 'line-10')).toHaveAttribute('aria-selected', 'true');
	const place = await offset(page, 'line-10');

	const isThere = async (now: Page) => {
		await expect(message(now)).toHaveValue('68 69 0g');
		await expect(now.getByRole('radio', { name: 'Hex' })).toBeChecked();
		await expect(filterField(now)).toHaveValue('dir:in');
		await expect(endpoint(now, 'upper-echo')).toHaveAttribute('aria-selected', 'true');
	};
	await page.reload();
	await isThere(page);
	await expect(rowAt(page, 'line-10')).toHaveAttribute('aria-selected', 'true');
	await expect.poll(() => offset(page, 'line-10')).toBe(place);
	talker.end();
	await first.close();

	const second = await open();
	await isThere(second.page);
	await expect(target(second.page)).toHaveValue(/upper-echo/);
	await filterField(second.page).press('Escape');
	await expect(log(second.page).getByRole('row')).toHaveCount(1);
	await expect(second.page.getByText('The events of the last run are among the captures.')).toBeVisible();
	// One key, and the same work goes on.
	await second.page.getByRole('button', { name: /^Start what ran/ }).press('Enter');
	const again = await talk(second.page);
	await again.say('once more');
	await expect(rowAt(second.page, 'once more').first()).toBeVisible();
	again.end();
});

test('two pages on one workspace see the same changes of it, and each its own draft and filter after a reload', async ({
	open,
	host,
}) => {
	test.skip(host !== 'browser', 'only the browser host has several pages');
	const { page } = await open();
	await make(page, 'upper-echo', { Port: '0' });
	await endpoint(page, 'upper-echo').click();
	const tab = await page.context().newPage();
	await tab.goto(page.url());
	await endpoint(tab, 'upper-echo').click();
	await message(page).fill('mine');
	await message(tab).fill('theirs');
	await filterField(tab).fill('dir:out');
	await tab.keyboard.press('Enter');
	await page.reload();
	await expect(message(page)).toHaveValue('mine');
	await expect(filterField(page)).toHaveValue('');
	await tab.reload();
	await expect(message(tab)).toHaveValue('theirs');
	await expect(filterField(tab)).toHaveValue('dir:out');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await page.getByLabel('Name', { exact: true }).fill('greeting');
	await page.keyboard.press('Enter');
	await expect(tab.getByRole('button', { name: /greeting/ }).first()).toBeVisible();
	await endpoint(tab, 'upper-echo').press('Delete');
	await expect(endpoint(page, 'upper-echo')).toBeHidden();
	await tab.close();
});

test('folders of the tree that are closed stay closed after a reload, and the others open', async ({
	workbench: page,
}) => {
	const names = ['upper-echo', 'greeting'];
	for (const name of names) {
		await make(page, name, { Port: '0' });
		await command(page, `More for ${name}`, 'Folder…');
		await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill(`lab of ${name}`);
		await page.keyboard.press('Enter');
		await expect(page.getByRole('dialog')).toBeHidden();
	}
	const folder = (name: string) => page.getByRole('treeitem', { name: `lab of ${name}, 1 endpoint` });
	await folder('greeting').click();
	const isThere = async () => {
		await expect(folder('greeting')).toHaveAttribute('aria-expanded', 'false');
		await expect(endpoint(page, 'greeting')).toBeHidden();
		await expect(folder('upper-echo')).toHaveAttribute('aria-expanded', 'true');
		await expect(endpoint(page, 'upper-echo')).toBeVisible();
	};
	await isThere();
	await page.reload();
	await isThere();
	await folder('greeting').click();
	await expect(endpoint(page, 'greeting')).toBeVisible();
});
