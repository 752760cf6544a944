import { expect, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { log } from './support/steps.ts';

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
