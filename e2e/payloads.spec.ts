import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { EVERY_HOST, expect, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { command, endpoint } from './support/steps.ts';

const message = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const newPayload = (page: Page) => page.getByRole('form', { name: 'Save the message' });
const payloads = (page: Page) => page.getByRole('region', { name: 'Saved payloads' });

/** Saves what the composer holds, or the edited payload, by its form, which closes once that is saved. */
async function save(form: Locator, fields: Readonly<Record<'Name' | 'Folder', string>>, key: string): Promise<void> {
	for (const [label, value] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(value);
	await form.getByRole('combobox', { name: 'Key' }).selectOption(key);
	await form.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(form).toBeHidden();
}

test('a payload is saved, sent by its button and its key, moved to a folder, and never sent with a fault in it', {
	tag: EVERY_HOST,
}, async ({ workbench: page }) => {
	const peer = startPeer('udp_server.py', '4');
	try {
		await make(page, 'udp', { Name: 'meter', Port: '0' });
		await expect(endpoint(page, 'meter')).toHaveAccessibleName(/, open,/);
		await page.getByRole('combobox', { name: 'Destination' }).fill(`127.0.0.1:${await peer.line()}`);
		await page.getByRole('radio', { name: 'Hex' }).click();
		await page.getByRole('button', { name: 'Template' }).click();
		// A request of Modbus: its checksum was computed elsewhere.
		await message(page).fill('01 03 00 00 00 0a {{crc16-modbus}}');
		await expect(page.getByText('will send 8 bytes: 01 03 00 00 00 0a c5 cd')).toBeVisible();
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await save(newPayload(page), { Name: 'read', Folder: '' }, '3');
		await message(page).fill('{{counter width=2 start=7}}');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await save(newPayload(page), { Name: 'count', Folder: 'lab' }, 'none');

		await payloads(page).getByRole('button', { name: 'read Alt 3', exact: true }).click();
		expect(await peer.line()).toBe('01030000000ac5cd');
		await message(page).focus();
		await page.keyboard.press('Alt+3');
		expect(await peer.line()).toBe('01030000000ac5cd');

		await command(page, 'More about read', 'Rename, folder, key…');
		await save(page.getByRole('form', { name: 'Edit read' }), { Name: 'read ten', Folder: 'lab' }, '4');
		const lab = payloads(page).getByRole('group', { name: 'lab' });
		await expect(lab.getByRole('button', { name: 'read ten Alt 4', exact: true })).toBeVisible();
		await expect(payloads(page).getByRole('group', { name: 'Without a folder' })).toBeHidden();
		expect(await violations(page), 'axe').toEqual([]);
		await page.keyboard.press('Alt+3');
		await page.keyboard.press('Alt+4');
		expect(await peer.line()).toBe('01030000000ac5cd');

		await message(page).fill('ff {{nothing}}');
		await expect(page.getByText('Column 6: There is no {{nothing}}')).toBeVisible();
		await message(page).press('Enter');
		await lab.getByRole('button', { name: 'count', exact: true }).click();
		expect(await peer.line()).toBe('3037');
	} finally {
		await peer.close();
	}
});
