import { join } from 'node:path';
import { expect, test } from './support/fixtures.ts';
import { startPeer } from './support/peer.ts';
import { endpoint, newButton } from './support/steps.ts';

test('a Unix server and a client to it by clicks; a stale socket file is removed from the card', async ({
	workbench: page,
	dataFolder,
}) => {
	const path = join(dataFolder, 'echo.sock');
	const left = startPeer('unix_server.py', path);
	await left.line();
	await left.close();

	await newButton(page).click();
	await page.getByRole('combobox', { name: 'Search' }).fill('class-unix-stream');
	await page.keyboard.press('Enter');
	await page.getByLabel('Path to listen on').fill('');
	await page.getByRole('button', { name: 'Create and start' }).click();
	await expect(page.getByText('Give a path.')).toBeVisible();
	await page.getByLabel('Path to listen on').fill(path);
	await page.getByRole('button', { name: 'Create and start' }).click();
	const card = page.getByRole('region', { name: 'Error of class-unix-stream' });
	await expect(card).toContainText('was left behind: nothing listens there any more');
	await card.getByRole('button', { name: 'Remove it and start' }).click();
	await expect(endpoint(page, 'class-unix-stream')).toHaveAccessibleName(/, open,/);

	await newButton(page).click();
	await page.getByRole('combobox', { name: 'Search' }).fill('Unix client');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Path of the socket')).toHaveValue(path);
	await page.getByRole('button', { name: 'Create and connect' }).click();
	await expect(endpoint(page, 'to class-unix-stream')).toHaveAccessibleName(/, open,/);
	await page.getByRole('textbox', { name: 'Message' }).fill('over a path');
	await page.keyboard.press('Control+Enter');
	const log = page.getByRole('grid', { name: 'Traffic log' });
	await expect(log.getByRole('row').filter({ hasText: 'over a path' })).toHaveCount(4);
	await expect(log.getByRole('row').filter({ hasText: `unnamed socket → ${path}` })).toHaveCount(2);
});
