import { join } from 'node:path';
import { expect, test } from './support/fixtures.ts';
import { startPeer } from './support/peer.ts';
import { endpoint, log, newButton } from './support/steps.ts';

test.skip(process.platform === 'win32', 'Windows has no Unix datagram sockets.');

test('Unix datagrams by clicks: an echo for a Python peer, and a socket of ours that sends to it', async ({
	workbench: page,
	dataFolder,
}) => {
	const path = join(dataFolder, 'echo.sock');
	await newButton(page).click();
	await page.getByRole('combobox', { name: 'Search' }).fill('class-unix-datagram');
	await page.keyboard.press('Enter');
	await page.getByLabel('Path of its own').fill(path);
	await page.getByRole('button', { name: 'Create and start' }).click();
	await expect(endpoint(page, 'class-unix-datagram')).toHaveAccessibleName(/, open,/);

	const peer = startPeer('unix_datagrams.py', 'send', path, join(dataFolder, 'peer.sock'), 'from Python');
	expect(await peer.line()).toBe('from Python');
	await peer.close();
	await expect(log(page).getByRole('row').filter({ hasText: 'from Python' })).toHaveCount(2);

	await newButton(page).click();
	await page.getByRole('combobox', { name: 'Search' }).fill('Unix datagram socket');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Send to, unless said otherwise')).toHaveValue(path);
	await page.getByLabel('Path of its own').fill(join(dataFolder, 'own.sock'));
	await page.getByRole('button', { name: 'Create and start' }).click();
	const own = endpoint(page, 'datagram own.sock');
	await expect(own).toHaveAccessibleName(/, open,/);
	await page.getByRole('textbox', { name: 'Message' }).fill('by a click');
	await page.keyboard.press('Control+Enter');
	await expect(log(page).getByRole('row').filter({ hasText: 'by a click' })).toHaveCount(4);
	await page.getByRole('combobox', { name: 'Destination' }).fill(join(dataFolder, 'nobody.sock'));
	await page.keyboard.press('Tab');
	await page.getByRole('textbox', { name: 'Message' }).focus();
	await page.keyboard.press('Control+Enter');
	await expect(log(page).getByText(/ENOENT \(2\)/)).toBeVisible();
});
