import { once } from 'node:events';
import { connect } from 'node:net';
import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, sharePage, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { addressOf, endpoint, log } from './support/steps.ts';

sharePage();

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Compare messages' });
const status = (page: Page): Locator => dialog(page).getByRole('status');
const received = (page: Page, text: string): Locator =>
	log(page)
		.getByRole('row')
		.filter({ has: page.getByLabel('in', { exact: true }) })
		.filter({ hasText: text });

/** Says each message to an upper-case echo server, after the answer to the one before. */
async function talked(page: Page, messages: readonly Buffer[]): Promise<void> {
	await make(page, 'upper-echo', { Port: '0' });
	const { host, port } = await addressOf(endpoint(page, 'upper-echo'));
	const socket = connect(port, host);
	for (const message of messages) {
		socket.write(message);
		for (let left = message.length; left > 0; ) {
			const [chunk]: Buffer[] = await once(socket, 'data');
			left -= chunk?.length ?? left;
		}
	}
	socket.end();
	await once(socket.resume(), 'close');
}

test('two messages are compared in three clicks or four keys; differences are ignored, swapped and reported', async ({
	workbench: page,
}) => {
	await talked(page, [Buffer.from('GET /a?id=1 done'), Buffer.from('PUT /abc?id=2 done')]);
	const [one, other] = [received(page, 'GET /a?'), received(page, 'PUT /abc?')];

	// Three clicks.
	await one.click();
	await page.getByRole('button', { name: 'Compare…' }).click();
	await expect(page.getByText(/Click the message to compare with event \d+/)).toBeVisible();
	await other.click();
	await expect(status(page)).toHaveText(
		'Difference 1 of 3. At byte 0 (0x0): 47 45 “GE” in the first, 50 55 “PU” in the second.',
	);
	const grid = dialog(page).getByRole('grid', { name: 'Both messages' });
	await expect(grid).toBeFocused();
	await expect(grid.getByRole('gridcell', { name: 'changed, extra' })).toHaveCount(1);
	await page.keyboard.press('F8');
	await expect(status(page)).toHaveText('Difference 2 of 3. At byte 6 (0x6): 2 bytes more in the second: 62 63 “bc”.');
	await page.keyboard.press('n');
	await expect(status(page)).toHaveText(
		'Difference 3 of 3. At byte 10 (0xa), byte 12 of the second: 31 “1” in the first, 32 “2” in the second.',
	);
	await expect(dialog(page).getByRole('button', { name: 'Ignore this difference' })).toBeDisabled();
	await page.keyboard.press('p');
	await page.keyboard.press('F7');
	await expect(status(page)).toContainText('Difference 1 of 3.');

	for (const theme of ['dark', 'light'] as const) {
		await page.emulateMedia({ colorScheme: theme });
		expect(await violations(page, { within: 'dialog' })).toEqual([]);
	}

	await page.keyboard.press('s');
	await expect(status(page)).toContainText('50 55 “PU” in the first');
	await page.keyboard.press('i');
	await expect(status(page)).toContainText('Difference 1 of 2. At byte 6 (0x6): 2 bytes missing in the second');
	const field = dialog(page).getByRole('textbox', { name: 'Ignore' });
	await field.fill('7-4');
	await field.press('Enter');
	await expect(dialog(page).getByText('“7-4” is no range to ignore')).toBeVisible();
	for (const pattern of ['/id=[0-9]/', '/bc/']) {
		await field.fill(pattern);
		await field.press('Enter');
	}
	await expect(status(page)).toHaveText('The messages are equal, apart from what is ignored.');
	await dialog(page).getByRole('button', { name: 'Compare 0-1 again' }).click();
	await expect(status(page)).toContainText('Difference 1 of 1.');
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toBeHidden();

	// By keys: C, down to the next received message, C.
	await one.click();
	await page.keyboard.press('c');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('c');
	await expect(status(page)).toContainText('Difference 1 of 1.');
	await page.keyboard.press('Escape');
	await expect(status(page)).toBeHidden();
});

test('large unequal messages scroll fluidly, with few rows in the page', async ({ workbench: page }) => {
	const large = (seed: number) => {
		let state = seed;
		const bytes = Array.from({ length: 60_000 }, () => {
			state = (Math.imul(state, 1664525) + 1013904223) | 0;
			return state >>> 24;
		});
		return Buffer.from(bytes);
	};
	await talked(page, [large(1), large(2)]);
	const rows = log(page)
		.getByRole('row')
		.filter({ has: page.getByLabel('in', { exact: true }) })
		.filter({ hasText: 'data' });
	await rows.first().click();
	const bytes = page.getByRole('grid', { name: 'Bytes' });
	await expect(bytes.getByRole('row').first()).toBeVisible();
	expect(await bytes.getByRole('row').count(), 'rows of the inspector').toBeLessThan(80);
	await page.keyboard.press('c');
	await rows.last().click();
	await expect(status(page)).toContainText('Difference 1 of');
	const grid = dialog(page).getByRole('grid', { name: 'Both messages' });
	await page.keyboard.press('End');
	await expect(grid.getByRole('row').last()).toBeVisible();
	expect(await grid.getByRole('row').count()).toBeLessThan(80);
});
