import { expect, sharePage, test } from './support/fixtures.ts';
import { makeByClicks } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { command, connectionOf, endpoint, log, portOf } from './support/steps.ts';

sharePage();

test('a TCP proxy between two programs: a fault is switched on while it runs, observed, and switched off', async ({
	workbench: page,
}) => {
	const server = startPeer('tcp_upper.py');
	const target = await server.line();
	await makeByClicks(page, 'tcp-proxy', { Name: 'tcp-proxy', Port: '0', 'Target port': target });
	const client = startPeer('tcp_asker.py', '127.0.0.1', String(await portOf(page, 'tcp-proxy')));
	try {
		client.say('one');
		expect(await client.line()).toBe('ONE');

		await command(page, 'More for tcp-proxy', 'Faults…');
		const dialog = page.getByRole('dialog', { name: 'Faults of tcp-proxy' });
		await dialog.getByRole('checkbox', { name: 'Drop' }).check();
		const share = dialog.getByLabel('Of messages, %');
		await share.fill('101');
		await expect(share).toHaveAccessibleDescription('A percentage from 0 to 100.');
		await expect(dialog.getByRole('button', { name: 'Apply faults' })).toBeDisabled();
		await share.fill('100');
		await dialog.getByRole('button', { name: 'Apply faults' }).click();
		await expect(log(page).getByText('Faults changed: to the target drop 100 %; to the client none.')).toBeVisible();

		client.say('two');
		const table = dialog.getByRole('table', { name: 'Applied' });
		await expect(table.getByRole('row', { name: 'Drop 1 0' })).toBeVisible();
		await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
		await expect(endpoint(page, 'tcp-proxy')).toContainText('1 fault');

		await page.getByRole('button', { name: 'Faults: to the target drop 100 %; to the client none' }).click();
		await dialog.getByRole('button', { name: 'All off' }).click();
		await expect(log(page).getByText('Faults changed: to the target none; to the client none.')).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(endpoint(page, 'tcp-proxy')).not.toContainText('fault');
		client.say('three');
		expect(await client.line()).toBe('THREE');
		await expect(
			log(page).getByText('The fault drop is applied on the way to the target, for the first time.'),
		).toBeVisible();

		await page
			.getByRole('treeitem', { name: /^#\d+ / })
			.first()
			.click();
		await page
			.getByRole('radiogroup', { name: 'View of the traffic' })
			.getByRole('radio', { name: 'Conversation' })
			.check();
		await page
			.getByRole('radiogroup', { name: 'Halves of the proxied connection' })
			.getByRole('radio', { name: 'Both halves' })
			.check();
		const talk = page.getByRole('listbox', { name: 'Conversation' });
		// Both are shown: the client's dropped data, and the data that was forwarded and echoed.
		await expect(talk.getByText(/two/)).toHaveCount(1);
		await expect(talk.getByText(/three/)).toHaveCount(2);
		await expect(talk.getByText(/THREE/)).toHaveCount(2);
		await expect(talk.getByText(/#\d+ event/).first()).toBeVisible();
	} finally {
		await client.close();
		await server.close();
	}
});

test('a UDP proxy: a rule of the form rewrites, and only one client has a fault', async ({ workbench: page }) => {
	const server = startPeer('udp_upper.py', '9');
	const target = await server.line();
	await page.getByRole('region', { name: 'Endpoints' }).getByRole('button', { name: 'New endpoint' }).click();
	await page.getByRole('combobox', { name: 'Search' }).fill('udp-proxy');
	await page.keyboard.press('Enter');
	await page.getByLabel('Name', { exact: true }).fill('udp-proxy');
	await page.getByLabel('Port', { exact: true }).fill('0');
	await page.getByLabel('Target port', { exact: true }).fill(target);
	await page.getByRole('button', { name: 'Add rule' }).click();
	const rule = page.getByRole('listitem', { name: 'Rule 1' });
	await rule.getByLabel('Pattern', { exact: true }).fill('cat');
	await rule.getByLabel('Replacement', { exact: true }).fill('dog');
	await page.getByRole('button', { name: 'Create and start' }).click();
	const port = String(await portOf(page, 'udp-proxy'));
	const first = startPeer('udp_asker.py', '127.0.0.1', port, 'my cat');
	try {
		expect(await first.line()).toBe('MY DOG');
		const half = page.getByRole('treeitem', { name: /^#\d+ / }).first();
		const client = await connectionOf(half);
		await command(page, new RegExp(`^More for ${client} `), 'Faults…');
		const dialog = page.getByRole('dialog', { name: `Faults of ${client} of udp-proxy` });
		await dialog.getByRole('radio', { name: 'To the client' }).check();
		await dialog.getByRole('checkbox', { name: 'Duplicate' }).check();
		await dialog.getByRole('button', { name: 'Apply faults' }).click();
		await page.keyboard.press('Escape');
		await expect(half).toContainText('own faults');
		await expect(endpoint(page, 'udp-proxy')).not.toContainText('fault');
	} finally {
		await first.close();
		await server.close();
	}
});
