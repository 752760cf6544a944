import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, sharePage, test } from './support/fixtures.ts';
import { echoServer } from './support/make.ts';
import { filterField, log, shown, storedSettings, talkTo } from './support/steps.ts';

sharePage();

const selected = (page: Page): Locator => log(page).locator('[aria-selected="true"]');

/** An echo server created by keyboard, with `count` echoed lines, and a function that sends more. */
async function talk(page: Page, count: number) {
	const talker = await talkTo(await echoServer(page));
	const say = (line: string) => talker.say(line);
	for (let i = 0; i < count; i++) await say(`line ${i}`);
	await expect(shown(page)).toHaveText(String(2 + count * 2));
	return { ...talker, say };
}

test('find moves to the next and the previous match, hides no rows, and reports when it wraps around', async ({
	workbench: page,
}) => {
	const peer = await talk(page, 60);
	await log(page).click({ position: { x: 200, y: 60 } });
	await page.keyboard.press('Home');
	await page.keyboard.press('F3');
	const find = page.getByRole('textbox', { name: 'Find' });
	await expect(find).toBeFocused();
	await page.keyboard.type('dir:in "line 5"');
	await page.keyboard.press('Enter');
	await expect(selected(page)).toContainText(/line 5$/);
	await expect(page.getByText('1 of 11', { exact: true })).toBeVisible();
	const lit = (within: Locator) => within.locator('.bytes-lit[data-current]');
	const inspector = page.getByRole('region', { name: 'Inspector' });
	await expect(selected(page).locator('mark')).toHaveText('line 5');
	await expect(lit(inspector.locator('.hex-text'))).toHaveText(['l', 'i', 'n', 'e', ' ', '5']);
	await page.keyboard.press('F3');
	await expect(selected(page)).toContainText(/line 50$/);
	await expect(page.getByText('2 of 11', { exact: true })).toBeVisible();
	await expect(selected(page)).toBeInViewport();
	await expect(shown(page)).toHaveText('122');
	await page.keyboard.press('Shift+F3');
	await expect(selected(page)).toContainText(/line 5$/);
	await page.keyboard.press('Shift+F3');
	await expect(page.getByText('Past the start: on from the end')).toBeVisible();
	await expect(selected(page)).toContainText(/line 59$/);
	expect(await violations(page, { within: '.jump-bar' })).toEqual([]);

	await find.fill('nowhere');
	await page.getByRole('button', { name: 'Find the next match' }).click();
	await expect(page.getByText('No match in 122 events')).toBeVisible();
	await find.fill('dir:inn');
	await expect(page.getByRole('search', { name: 'Find in the log' })).toContainText('Did you mean in?');
	await expect(page.getByRole('button', { name: 'Find the next match' })).toBeDisabled();
	await page.keyboard.press('Escape');
	await expect(find).toBeHidden();
	await expect(log(page)).toBeFocused();

	await filterField(page).fill('"line 1"');
	await expect(page.locator('.filter-count')).toHaveText('22 of 122');
	await page.keyboard.press('Enter');
	await expect(selected(page)).toContainText(/line 1$/);
	await page.keyboard.press('F3');
	await find.fill('dir:in "line 1"');
	await page.keyboard.press('Home');
	await page.keyboard.press('Enter');
	await expect(selected(page)).toContainText(/line 10$/);
	await expect(shown(page)).toHaveText('22');

	await filterField(page).fill('len>5');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Control+f');
	const bytes = page.getByRole('textbox', { name: 'Find in the bytes' });
	await expect(bytes).toBeFocused();
	await page.keyboard.type('E');
	await expect(inspector.getByText('1 of 1', { exact: true })).toBeVisible();
	await expect(lit(inspector.locator('.hex-text'))).toHaveText('e');
	expect(await violations(page, { within: '.inspector' })).toEqual([]);
	await page.keyboard.press('Control+g');
	await expect(page.getByRole('textbox', { name: 'Go to an offset' })).toBeFocused();
	await page.keyboard.type('0x1000');
	await page.keyboard.press('Enter');
	await expect(inspector.getByRole('alert')).toContainText('The last offset is');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('1..+2');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('grid', { name: 'Bytes' })).toBeFocused();
	await expect(inspector.getByText('selected 3 bytes at 0x01')).toBeVisible();
	await page.keyboard.press('Control+f');
	await page.keyboard.press('Escape');
	await expect(bytes).toBeHidden();
	await expect(page.getByRole('grid', { name: 'Bytes' })).toBeFocused();
	peer.end();
});

test('one field jumps to an event, to a time and to the next error', async ({ workbench: page }) => {
	const peer = await talk(page, 40);
	peer.reset();
	await expect(log(page)).toContainText('reset');
	await page.keyboard.press('Control+g');
	const goto = page.getByRole('combobox', { name: 'Go to' });
	await expect(goto).toBeFocused();
	expect(await violations(page, { within: '.jump-bar' })).toEqual([]);
	await page.keyboard.type('5');
	await expect(page.getByRole('option', { name: /^Event 5/ })).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(goto).toBeHidden();
	await expect(selected(page)).toContainText(/line 1$/);
	await expect(selected(page)).toBeInViewport();
	const time = (await selected(page).locator('.log-time').textContent())?.trim() ?? '';

	await page.keyboard.press('Control+g');
	await page.keyboard.type('next err');
	await page.keyboard.press('Enter');
	await expect(selected(page)).toContainText('reset');
	await page.keyboard.press('Control+g');
	await page.keyboard.type(time);
	await page.keyboard.press('Enter');
	await expect(goto).toBeHidden();
	await expect(selected(page).locator('.log-time')).toContainText(time);
	await page.keyboard.press('F8');
	await expect(selected(page)).toContainText('reset');

	await page.getByRole('button', { name: 'Go to…' }).click();
	await goto.fill('9999');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('search', { name: 'Go to' })).toContainText('The capture has 8');
	await goto.fill('');
	await page.getByRole('option', { name: 'First event' }).click();
	await expect(selected(page)).toContainText('listening');
});

test('marks and notes: by keys, in the row and the inspector, listed, filtered, deleted and restored', async ({
	workbench: page,
}) => {
	const peer = await talk(page, 30);
	await log(page).getByText('line 24').first().click();
	await page.keyboard.press('m');
	await expect(selected(page).getByRole('img', { name: 'marked' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Mark', exact: true })).toHaveAttribute('aria-pressed', 'true');
	await log(page).getByText('line 27').first().click();
	await page.keyboard.press('n');
	const note = page.getByRole('textbox', { name: 'Note' });
	await expect(note).toBeFocused();
	await page.keyboard.type('here it begins');
	expect(await violations(page, { within: '.event-note' })).toEqual([]);
	await page.keyboard.press('Enter');
	await expect(log(page)).toBeFocused();
	await expect(selected(page)).toContainText('here it begins');
	await page.keyboard.press('n');
	await page.keyboard.type(' at last');
	await page.keyboard.press('Enter');
	await expect(selected(page)).toContainText('here it begins at last');

	await log(page).press('Home');
	await page.keyboard.press('F2');
	await expect(selected(page)).toContainText(/line 24$/);
	await page.keyboard.press('F2');
	await expect(selected(page)).toContainText(/line 27$/);
	await page.keyboard.press('Shift+F2');
	await expect(selected(page)).toContainText(/line 24$/);

	await page.getByRole('button', { name: 'Marks and notes' }).click();
	await page.getByRole('menuitem', { name: /here it begins/ }).click();
	await expect(selected(page)).toContainText(/line 27$/);
	await page.getByRole('button', { name: 'Marks and notes' }).click();
	await page.getByRole('menuitem', { name: 'List all in the log' }).click();
	await expect(filterField(page)).toHaveValue('mark:yes or note:*');
	await expect(page.locator('.filter-count')).toHaveText('2 of 62');
	await expect(shown(page)).toHaveText('2');

	await log(page).getByText('line 24').click();
	await page.keyboard.press('m');
	await expect(page.locator('.filter-count')).toHaveText('1 of 62');
	await log(page).getByText('line 27').click();
	await page.getByRole('button', { name: 'Delete the note' }).click();
	await expect(page.locator('.filter-count')).toHaveText('0 of 62');
	await page.getByRole('button', { name: 'Undo' }).last().click();
	await expect(page.locator('.filter-count')).toHaveText('1 of 62');
	await expect(log(page)).toContainText('here it begins');
	peer.end();
});

test('saved and recent filters are offered, also after a reload', async ({ app: { page, dataFolder } }) => {
	await filterField(page).fill('dir:in len>=3');
	await page.keyboard.press('Enter');
	await filterField(page).fill('kind:error');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Saved filters' }).click();
	await page.getByRole('menuitem', { name: 'Save or edit filters…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Saved filters' });
	await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
	await expect(dialog.getByLabel('Filter', { exact: true })).toHaveValue('kind:error');
	await page.keyboard.type('troubles');
	await page.keyboard.press('Enter');
	const rename = dialog.getByLabel('Name of troubles');
	await rename.fill('Errors');
	await page.keyboard.press('Enter');
	await expect(dialog.getByLabel('Name of Errors')).toBeVisible();
	expect(await violations(page, { within: 'dialog' })).toEqual([]);
	await page.keyboard.press('Escape');

	await filterField(page).fill('');
	await filterField(page).focus();
	await page.keyboard.press('ArrowUp');
	await expect(filterField(page)).toHaveValue('kind:error');
	await page.keyboard.press('ArrowUp');
	await expect(filterField(page)).toHaveValue('dir:in len>=3');
	await page.keyboard.press('ArrowDown');
	await expect(filterField(page)).toHaveValue('kind:error');
	await expect.poll(() => storedSettings(dataFolder)).toMatchObject({ filterHistory: ['kind:error', 'dir:in len>=3'] });
	// A reload keeps the applied filter, which a recalled one becomes only after a pause.
	await filterField(page).fill('');
	await page.keyboard.press('Enter');
	await page.reload();
	await filterField(page).focus();
	await page.keyboard.type('Err');
	await expect(page.getByRole('option', { name: /saved: Errors/ })).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(filterField(page)).toHaveValue('kind:error');
	await page.getByRole('button', { name: 'Saved filters' }).click();
	await page.getByRole('menuitem', { name: 'Save or edit filters…' }).click();
	await page.getByRole('button', { name: 'Delete Errors' }).click();
	await expect(page.getByText('Nothing saved yet.')).toBeVisible();
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Undo' }).click();
	await page.getByRole('button', { name: 'Saved filters' }).click();
	await expect(page.getByRole('menuitem', { name: /Errors/ })).toBeVisible();
});
