import { expect, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { command, endpoint, newButton, portOf } from './support/steps.ts';

test('a length prefix is set in the form, splits the answered messages, and is changed while the server runs; datagrams have none', async ({
	workbench: page,
}) => {
	await newButton(page).click();
	await page.getByRole('combobox', { name: 'Search' }).fill('upper-echo');
	await page.keyboard.press('Enter');
	await page.getByLabel('Port', { exact: true }).fill('0');
	await page.getByLabel('Framing', { exact: true }).selectOption({ label: 'length field' });
	await page.getByRole('textbox', { name: 'Bytes before it' }).fill('x');
	await page.getByRole('button', { name: 'Create and start' }).click();
	await expect(page.getByText('A whole number of bytes from 0 to 1024.')).toBeVisible();
	await page.getByRole('textbox', { name: 'Bytes before it' }).fill('0');
	await page.getByRole('textbox', { name: /reply/i }).first().fill('{{data|length16be}}{{data|upper}}');
	await page.getByRole('button', { name: 'Create and start' }).click();
	const port = await portOf(page, 'upper-echo');

	const peer = startPeer('length_client.py', '127.0.0.8', String(port), 'one', 'three');
	expect(await peer.line()).toBe(Buffer.from('ONE').toString('hex'));
	expect(await peer.line()).toBe(Buffer.from('THREE').toString('hex'));
	await peer.close();

	await command(page, 'More for upper-echo', 'Messages…');
	const dialog = page.getByRole('dialog', { name: 'Messages of upper-echo' });
	await dialog.getByLabel('Framing', { exact: true }).selectOption({ label: 'fixed length' });
	await dialog.getByLabel('Bytes', { exact: true }).fill('0');
	await expect(dialog.getByRole('button', { name: 'Use this framing' })).toBeDisabled();
	await dialog.getByLabel('Bytes', { exact: true }).fill('4');
	await dialog.getByRole('button', { name: 'Use this framing' }).click();
	await expect(dialog).toBeHidden();
	await expect(endpoint(page, 'upper-echo')).toHaveAccessibleName(/, open,/);
	await expect(
		page.getByRole('grid', { name: 'Traffic log' }).getByText('Framing changed: fixed length of 4 bytes.'),
	).toBeVisible();

	// Datagrams are their own messages.
	await make(page, 'udp-hello', { Port: '0' });
	await page.getByRole('button', { name: 'More for udp-hello' }).click();
	await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible();
	await expect(page.getByRole('menuitem', { name: 'Messages…' })).toBeHidden();
});
