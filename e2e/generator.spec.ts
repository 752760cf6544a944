import { expect, sharePage, test } from './support/fixtures.ts';
import { make, makeByClicks } from './support/make.ts';
import { command, filterField, log, portOf } from './support/steps.ts';

sharePage();

test('generated datagrams are counted in the loss report of their receiver', async ({ workbench: page }) => {
	await make(page, 'udp', { Name: 'receiver', Port: '0' });
	const port = await portOf(page, 'receiver');
	await command(page, 'More for receiver', 'Loss report…');
	const report = page.getByRole('dialog', { name: 'Loss report of receiver' });
	await report.getByRole('button', { name: 'Keep a loss report' }).click();
	await expect(report.getByText('No numbered messages yet')).toBeVisible();
	await page.keyboard.press('Escape');

	await makeByClicks(page, 'udp socket', { Name: 'sender', Port: '0' });
	await portOf(page, 'sender');
	await command(page, 'More for sender', 'Load test…');
	const generator = page.getByRole('dialog', { name: 'Load test from sender' });
	const begin = generator.getByRole('button', { name: 'Start', exact: true });
	// The form of a second socket offers the first one as its remote.
	await expect(generator.getByLabel('To', { exact: true })).toContainText(`127.0.0.1:${port}`);
	await generator.getByLabel('Bytes of a message').fill('31');
	await expect(generator.getByText('A numbered message has at least 32 bytes: its header.')).toBeVisible();
	await expect(begin).toBeDisabled();
	await generator.getByLabel('Bytes of a message').fill('64');
	await generator.getByLabel('Messages a second').fill('2000');
	await generator.getByLabel('Messages in all').fill('1000');
	await begin.click();
	const run = generator.getByRole('region', { name: 'Latest run' });
	await expect(run.getByText('1,000 of 1,000')).toBeVisible();
	await expect(run.getByRole('heading', { name: /^Done → 127\.0\.0\.1:\d+$/ })).toBeVisible();

	// Unlimited, until it is stopped.
	await generator.getByLabel('Messages in all').fill('');
	const pace = generator.getByLabel('Send', { exact: true });
	await pace.selectOption({ label: 'as fast as it can' });
	await expect(generator.getByLabel('Messages a second')).toBeHidden();
	// Slower, so that the test leaves the processors to concurrent ones.
	await pace.selectOption({ label: 'at a rate' });
	await generator.getByLabel('Messages a second').fill('100');
	await begin.click();
	await expect(run.getByRole('heading', { name: /^Sending/ })).toBeVisible();
	await expect(begin).toBeDisabled();
	await run.getByRole('button', { name: 'Stop' }).click();
	await expect(run.getByRole('heading', { name: /^Stopped/ })).toBeVisible();
	await page.keyboard.press('Escape');

	await command(page, 'More for receiver', 'Loss report…');
	const senders = report.getByRole('region', { name: 'Senders' }).getByRole('row');
	await expect(senders).toHaveCount(3);
	const cells = senders.nth(1).getByRole('cell');
	await expect(cells.nth(2)).toHaveText('1,000');
	for (const none of [3, 4, 5, 6, 7]) await expect(cells.nth(none)).toHaveText('0');
	await expect(cells.nth(8)).toHaveText(/^\d+\.\d{3}$/);
	await report.getByRole('button', { name: 'Start again' }).click();
	await expect(report.getByText('No numbered messages yet')).toBeVisible();
	await page.keyboard.press('Escape');
	// Events that arrived meanwhile are after it in the log.
	await filterField(page).fill('kind:note "was stopped"');
	await page.keyboard.press('Enter');
	await expect(log(page).getByText(/^The generator was stopped: \d+ messages sent/)).toBeVisible();
});

test('generated lines on a stream are counted; a stopped endpoint shows what to do first', async ({
	workbench: page,
}) => {
	await make(page, 'tcp-server', { Name: 'lines', Port: '0' });
	const port = await portOf(page, 'lines');
	await command(page, 'More for lines', 'Load test…');
	await expect(page.getByText('lines waits for a client.')).toBeVisible();
	await page.keyboard.press('Escape');
	await command(page, 'More for lines', 'Loss report…');
	const report = page.getByRole('dialog', { name: 'Loss report of lines' });
	await report.getByLabel('The number stands').selectOption({ label: 'in a text' });
	await report.getByLabel('Text, with %d for the number').fill('no place');
	await expect(report.getByRole('button', { name: 'Keep a loss report' })).toBeDisabled();
	await report.getByLabel('Text, with %d for the number').fill('event %d\\n');
	await report.getByRole('button', { name: 'Keep a loss report' }).click();
	await expect(report.getByText(/takes each read for a message/)).toBeVisible();
	await page.keyboard.press('Escape');
	await command(page, 'More for lines', 'Messages…');
	const messages = page.getByRole('dialog', { name: 'Messages of lines' });
	await messages.getByLabel('Framing', { exact: true }).selectOption({ label: 'line' });
	await messages.getByRole('button', { name: 'Use this framing' }).click();

	await make(page, 'tcp-client', { Name: 'source', Port: String(port) });
	await portOf(page, 'source');
	await command(page, 'More for source', 'Load test…');
	const generator = page.getByRole('dialog', { name: 'Load test from source' });
	await generator.getByLabel('The number stands').selectOption({ label: 'in a text' });
	await generator.getByLabel('Messages in all').fill('500');
	await page.keyboard.press('Enter');
	await expect(generator.getByText('500 of 500')).toBeVisible();
	await page.keyboard.press('Escape');
	await command(page, 'More for lines', 'Loss report…');
	const cells = report.getByRole('region', { name: 'Senders' }).getByRole('row').nth(1).getByRole('cell');
	await expect(cells.nth(2)).toHaveText('500');
	await expect(cells.nth(3)).toHaveText('0');
});
