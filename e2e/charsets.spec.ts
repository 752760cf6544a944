import { expect, sharePage, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { log, portOf } from './support/steps.ts';

sharePage();

test('text is sent and shown in the chosen charset', async ({ workbench: page }) => {
	const peer = startPeer('tcp_decode.py', 'cp932');
	try {
		await make(page, 'tcp-client', { Port: await peer.line() });
		const composer = page.getByRole('region', { name: 'Composer' });
		await composer.getByRole('textbox', { name: 'Message' }).focus();
		await composer.getByRole('combobox', { name: 'Charset' }).selectOption('shift_jis');
		const message = composer.getByRole('textbox', { name: 'Message' });
		await message.fill('世界€');
		await expect(message).toHaveAccessibleDescription(/“€” is not in shift_jis/);
		await message.fill('世界');
		await expect(composer).toContainText('will send 4 bytes: 90 a2 8a 45');
		await message.press('Enter');
		expect(await peer.line()).toBe('世界');
		await log(page).getByRole('row').filter({ hasText: 'data' }).last().click();
		const inspector = page.getByRole('region', { name: 'Inspector' });
		await inspector.getByRole('tab', { name: 'Text' }).click();
		await expect(inspector.getByRole('region', { name: 'Text' })).toContainText('\\x90');
		await inspector.getByRole('combobox', { name: 'Charset' }).selectOption('shift_jis');
		await expect(inspector.getByRole('region', { name: 'Text' })).toHaveText('世界');
	} finally {
		await peer.close();
	}
});

test('text in GBK is recognised in the inspector, and one click reads and writes all of its endpoint so', async ({
	workbench: page,
}) => {
	await make(page, 'upper-echo', { Host: '127.0.0.1', Port: '0' });
	const text = '你好，世界。ok';
	const peer = startPeer('charset_talk.py', '--whole', String(await portOf(page, 'upper-echo')), 'gbk', `${text}\n`);
	try {
		expect(await peer.line()).toBe('你好，世界。OK');
		await log(page).getByRole('row').filter({ hasText: 'data' }).first().click();
		const inspector = page.getByRole('region', { name: 'Inspector' });
		await inspector.getByRole('tab', { name: 'Text' }).click();
		await expect(inspector.getByRole('status').filter({ hasText: 'Looks like GBK: use it?' })).toBeVisible();
		await expect(log(page)).not.toContainText('世界');
		await inspector.getByRole('button', { name: 'Use GBK' }).click();
		await expect(inspector.getByRole('button', { name: 'Use GBK' })).toBeHidden();
		await expect(log(page)).toContainText('世界。OK');

		const composer = page.getByRole('region', { name: 'Composer' });
		const message = composer.getByRole('textbox', { name: 'Message' });
		await message.fill('再见');
		await expect(composer.getByRole('combobox', { name: 'Charset' })).toHaveValue('gbk');
		await message.fill('');

		// Undo takes it back.
		await log(page).focus();
		await page.keyboard.press('ControlOrMeta+z');
		await expect(inspector.getByRole('button', { name: 'Use GBK' })).toBeVisible();
		await expect(log(page)).not.toContainText('世界');
	} finally {
		await peer.close();
	}
});
