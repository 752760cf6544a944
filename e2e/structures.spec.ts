import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, sharePage, test } from './support/fixtures.ts';
import { firstServer } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { log } from './support/steps.ts';

sharePage();

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Structures' });

test('a structure reads what a device sends, and composes what the device understands', async ({ workbench: page }) => {
	const { host, port } = await firstServer(page, 'tcp-server');
	const device = startPeer('device_client.py', host, String(port));
	expect(await device.line()).toBe('sent');
	await log(page)
		.getByRole('row', { name: / in data / })
		.click();
	await page.keyboard.press('Control+k');
	await page.keyboard.type('structures');
	await page.keyboard.press('Enter');

	// The selected message is read at once, by the first sample.
	const fields = dialog(page).getByRole('tree', { name: 'Fields' });
	await expect(fields.getByRole('treeitem', { name: /^device/ })).toBeVisible();
	await fields.getByRole('treeitem', { name: /^frame/ }).dblclick();
	await expect(fields.getByRole('treeitem', { name: 'command 2 values' })).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await dialog(page).getByRole('button', { name: 'Save in the workspace' }).click();
	await expect(dialog(page).getByRole('navigation').getByRole('listitem').first()).toHaveText(/^Device protocol/);

	await dialog(page).getByText('Compose a message').click();
	const form = dialog(page).getByRole('form', { name: 'Compose a message' });
	await form.getByLabel('address').fill('5');
	await form.getByLabel('command').selectOption('read');
	await form.getByLabel('sequence').fill('8');
	await form.getByLabel('first').fill('0x0100');
	await form.getByLabel('count').fill('3');
	await form.getByRole('button', { name: 'Put into the composer' }).click();
	await expect(dialog(page)).toBeHidden();
	await page.keyboard.press('Enter');
	expect(await device.line()).toBe('0xaa55 5 1 8 256 3 True');

	// What the workspace has is known in the inspector too.
	await page.getByRole('tab', { name: 'Decoded' }).click();
	await expect(page.getByLabel('Decode as')).toContainText(/Device protocol.*% sure/);
	await expect(page.getByRole('treeitem', { name: /^device/ })).toBeVisible();
});
