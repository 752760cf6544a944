import { expect, sharePage, test } from './support/fixtures.ts';
import { makeByClicks } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { endpoint, log } from './support/steps.ts';

sharePage();

test('the card of a refused client lists checks, opens its form, can be dismissed, probes the port, and tries the other address family', async ({
	workbench: page,
}) => {
	const server = startPeer('ipv6_server.py');
	try {
		const port = await server.line();
		await makeByClicks(page, 'tcp client', { Name: 'caller', Host: '127.0.0.1', Port: port });
		const card = page.getByRole('region', { name: 'Error of caller' });
		await expect(card).toContainText('ECONNREFUSED (111)');
		await expect(card).toContainText('Check that the server is running there');
		await card.getByRole('button', { name: 'Edit' }).click();
		await expect(page.getByRole('dialog', { name: 'Edit caller' })).toBeVisible();
		await page.keyboard.press('Escape');
		await card.getByRole('button', { name: 'Dismiss' }).click();
		await expect(card).toBeHidden();
		await page.getByRole('button', { name: 'Start caller' }).click();
		await card.getByRole('button', { name: 'Probe the port' }).click();
		const found = card.getByRole('status', { name: 'What was found' });
		await expect(found).toContainText(`127.0.0.1:${port} is closed`);

		await log(page)
			.getByRole('row', { name: /ECONNREFUSED/ })
			.last()
			.click();
		await expect(page.getByRole('region', { name: 'Inspector' })).toContainText(
			'Check that the server is running there',
		);

		await card.getByRole('button', { name: 'Try ::1' }).click();
		await expect(endpoint(page, 'caller')).toHaveAccessibleName(/, open, → \[::1\]/);
		await expect(card).toBeHidden();
	} finally {
		await server.close();
	}
});

test('a server on an address of another machine: the card offers addresses of this one', async ({
	workbench: page,
}) => {
	await makeByClicks(page, 'upper-echo', { 'Address to listen on': '192.0.2.1', Port: '0' });
	const card = page.getByRole('region', { name: 'Error of upper-echo' });
	await expect(card).toContainText('EADDRNOTAVAIL (99)');
	await card.getByRole('button', { name: 'This machine’s addresses' }).click();
	await expect(card.getByRole('status', { name: 'What was found' })).toContainText('lo 127.0.0.1');
});
