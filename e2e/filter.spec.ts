import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { echoServer } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { filterCount, filterField, log, shown, talkTo } from './support/steps.ts';

const previews = async (page: Page): Promise<string[]> =>
	(await log(page).locator('[data-n] .log-preview').allTextContents()).map((text) => text.trim());

test('a filter narrows the log, later events included, and clearing it keeps the selected event; an invalid one shows its error', async ({
	workbench: page,
}) => {
	const port = await echoServer(page);
	const peer = await talkTo(port);
	const numbers = Array.from({ length: 40 }, (_, i) => `line ${i} ${i % 8 === 0 ? 'Apple' : 'pear'}`);
	await peer.say(...numbers);
	await expect(shown(page)).toHaveText('82');

	await page.keyboard.press('Control+f');
	await expect(filterField(page)).toBeFocused();
	await page.keyboard.type('dir:in apple');
	await page.keyboard.press('Enter');
	await expect(filterCount(page)).toHaveText('5 of 82');
	await expect(log(page)).toBeFocused();
	await expect(shown(page)).toHaveText('5');
	await expect
		.poll(() => previews(page))
		.toEqual(['line 0 Apple', 'line 8 Apple', 'line 16 Apple', 'line 24 Apple', 'line 32 Apple']);

	await peer.say('another apple', 'a plum');
	await expect(filterCount(page)).toHaveText('6 of 86');
	await expect(log(page)).toContainText('another apple');

	await log(page).getByText('line 8 Apple').click();
	const selected = log(page).locator('[aria-selected="true"]');
	await expect(selected).toContainText('line 8 Apple');
	await page.keyboard.press('ArrowDown');
	await expect(selected).toContainText('line 16 Apple');

	await page.keyboard.press('/');
	await page.keyboard.press('Escape');
	await expect(filterField(page)).toHaveValue('');
	await expect(filterCount(page)).toBeHidden();
	await expect(shown(page)).toHaveText('86');
	await expect(selected).toContainText('line 16 Apple');
	await expect(selected).toBeInViewport();

	await filterField(page).fill('pear dir:in');
	await expect(filterCount(page)).toHaveText('35 of 86');
	await page.keyboard.press('Enter');
	await expect(log(page).locator('.log-row-cursor')).toContainText('line 17 pear');
	await page.keyboard.press('ArrowDown');
	await expect(selected, 'the keyboard goes on from where the hidden event would stand').toContainText('line 18 pear');

	// Colours: the first rule that finds an event, and again after a reload.
	await page.getByRole('button', { name: 'Saved filters' }).click();
	await page.getByRole('menuitem', { name: 'Colour rules…' }).click();
	const rules = page.getByRole('dialog', { name: 'Colour rules' });
	await rules.getByRole('button', { name: 'Add a rule for the current filter' }).click();
	await rules.getByRole('combobox', { name: 'Colour of rule 1' }).selectOption('green');
	await rules.getByRole('combobox', { name: 'Filter of rule 1' }).fill('apple');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await filterField(page).fill('');
	await expect(shown(page)).toHaveText('86');
	const coloured = log(page).locator('.row-green');
	await expect(coloured.filter({ hasText: 'line 16 Apple' }).first()).toBeVisible();
	await expect(coloured.filter({ hasText: 'pear' })).toHaveCount(0);
	// Not the one under the mouse.
	await expect(coloured.last()).toHaveCSS('background-color', 'rgb(221, 243, 224)');

	await filterField(page).fill('dir:inn');
	const fault = page.getByRole('search').getByRole('alert');
	await expect(fault).toContainText('Expected none, in or out');
	await expect(fault).toContainText('Did you mean in?');
	await expect(fault.locator('mark')).toHaveText('inn');
	await expect(filterField(page)).toHaveAttribute('aria-invalid', 'true');
	await expect(filterCount(page)).toBeHidden();
	expect(await violations(page, { within: '.filter' })).toEqual([]);
	await filterField(page).pressSequentially(' ki');
	await expect(page.getByRole('listbox', { name: 'Suggestions' })).toBeVisible();
	expect(await violations(page, { within: '.filter' })).toEqual([]);

	await filterField(page).fill('no-such-text');
	await expect(fault).toBeHidden();
	await expect(page.getByText('No event matches')).toBeVisible();
	await page.getByRole('button', { name: 'Clear the filter' }).last().click();
	await expect(filterField(page)).toHaveValue('');
	await expect(shown(page)).toHaveText('86');
	peer.end();

	// The messages themselves name these fields.
	const json = Buffer.from('{"sensor":{"temperature":21.5}}').toString('hex');
	const device = startPeer('tcp_client.py', '127.0.0.1', String(port), json);
	expect(await device.line()).toBe(json);
	await filterField(page).fill('json.sensor.');
	await expect(page.getByRole('option', { name: /^json\.sensor\.temperature:/ })).toBeVisible();
	await device.close();
});
