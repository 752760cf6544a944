import { execFileSync } from 'node:child_process';
import { expect, test } from './support/fixtures.ts';
import { startPeer } from './support/peer.ts';
import { command, endpoint, log, newButton, portOf } from './support/steps.ts';

test('socket options are set in the form, changed on the running socket and read back; a multicast group is joined and left', async ({
	workbench: page,
}) => {
	await newButton(page).click();
	await page.getByRole('combobox', { name: 'Search' }).fill('class-udp');
	await page.keyboard.press('Enter');
	await page.getByLabel('Address to listen on').fill('0.0.0.0');
	await page.getByLabel('Port', { exact: true }).fill('0');
	await page.getByText('Socket options', { exact: true }).click();
	await page.getByLabel('TTL', { exact: true }).fill('300');
	await page.getByRole('button', { name: 'Create and start' }).click();
	await expect(page.getByText('A whole number from 1 to 255.')).toBeVisible();
	await page.getByLabel('TTL', { exact: true }).fill('9');
	await page.getByLabel('Receive buffer, bytes').fill('65536');
	await page.getByRole('button', { name: 'Create and start' }).click();
	const port = await portOf(page, 'class-udp');

	await command(page, 'More for class-udp', 'Options…');
	const dialog = page.getByRole('dialog', { name: 'Options of class-udp' });
	const inForce = dialog.getByRole('table', { name: 'In force' });
	const row = (name: string) =>
		inForce.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
	await expect(row('TTL')).toContainText('9set; cannot be read back');
	await expect(row('receive buffer')).toContainText(/\d+ bytesread back now/);
	await expect(row('broadcast')).toContainText('offnot set');
	await expect(dialog.getByLabel(/SO_REUSEPORT/)).toBeDisabled();

	await dialog.getByLabel('Receive buffer, bytes').fill('32768');
	await dialog.getByLabel(/SO_BROADCAST/).check();
	await dialog.getByRole('button', { name: 'Join a group' }).click();
	const group = dialog.getByRole('group', { name: 'Group 1' });
	await group.getByLabel('Group', { exact: true }).fill('10.0.0.1');
	await expect(group.getByText(/A group is an address from 224/)).toBeVisible();
	await group.getByLabel('Group', { exact: true }).fill('239.7.7.8');
	await group.getByLabel('On interface').fill('nope0');
	await dialog.getByRole('button', { name: 'Apply now' }).click();
	await expect(row('broadcast')).toContainText('on');
	await expect(row('multicast groups')).toContainText('refused: There is no interface "nope0"');
	await group.getByLabel('On interface').fill('127.0.0.1');
	await dialog.getByRole('button', { name: 'Apply now' }).click();
	await expect(row('multicast groups')).toContainText('239.7.7.8@127.0.0.1');
	await expect(row('multicast groups')).not.toContainText('refused');
	if (process.platform === 'linux') {
		const seen = execFileSync('ss', ['-Hunlm', `sport = :${port}`], { encoding: 'utf8' });
		expect(seen).toContain('rb65536,');
	}
	await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

	const sender = startPeer('multicast.py', 'send', '239.7.7.8', String(port), '127.0.0.1');
	sender.say('to the group');
	expect(await sender.line()).toBe('to the group');
	await expect(log(page).getByRole('row').filter({ hasText: 'to the group' })).toHaveCount(2);

	await command(page, 'More for class-udp', 'Options…');
	await dialog.getByRole('button', { name: 'Leave group 1' }).click();
	await dialog.getByRole('button', { name: 'Apply now' }).click();
	await expect(row('multicast groups')).toContainText('nonenot set');
	await sender.close();
	await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
	await expect(log(page).getByText('The option multicast groups is set: left 239.7.7.8@127.0.0.1.')).toBeVisible();
	await expect(endpoint(page, 'class-udp')).toHaveAccessibleName(/, open,/);
});
