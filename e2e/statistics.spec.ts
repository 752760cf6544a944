import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { firstServer } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { filterField } from './support/steps.ts';

const region = (page: Page) => page.getByRole('region', { name: 'Statistics' }).first();
const check = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).check();

/** Two requests of a Python client to an upper-case echo server, each after the answer to the one before. */
async function dialogue(page: Page): Promise<void> {
	const { host, port } = await firstServer(page, 'upper-echo');
	const peer = startPeer('dialogue_client.py', host, String(port), 'hello', 'bye');
	await peer.line();
	await peer.line();
	await peer.close();
}

test('statistics follow the traffic, by endpoint, connection and protocol; a name lists its events in the log', async ({
	workbench: page,
}) => {
	await check(page, 'Statistics');
	await dialogue(page);
	const table = region(page).getByRole('table');
	const row = table.getByRole('row').filter({ hasText: 'upper-echo' });
	await expect(row.getByRole('cell').nth(2)).toHaveText('8 B');
	await expect(row.getByRole('cell').nth(3)).toHaveText('8 B');
	await expect(row.getByRole('cell').nth(8), 'answers').toHaveText('2');
	await expect(row.getByRole('cell').nth(9), 'p50').toHaveText(/^[\d.]+ (µs|ms|s)$/);
	expect(await violations(page)).toEqual([]);

	await page.getByLabel('Count by').selectOption('protocol');
	await expect(table.getByRole('rowheader', { name: 'All TCP' })).toBeVisible();
	await page.getByLabel('Count by').selectOption('connection');
	const name = table.getByRole('button', { name: /^#\d+ upper-echo$/ });
	const conn = ((await name.textContent()) ?? '').split(' ')[0]?.slice(1);
	await name.click();
	await expect(page.getByRole('radio', { name: 'Log', exact: true })).toBeChecked();
	await expect(filterField(page)).toHaveValue(`conn:${conn}`);
});

test('a plot reads its values by keyboard, zooms with the filter, and is saved', async ({ workbench: page }) => {
	await dialogue(page);
	await check(page, 'Statistics');
	await check(page, 'Plot');
	const plot = page.getByRole('slider', { name: 'Plot of the traffic' });
	await expect(plot.locator('canvas')).toBeVisible();
	await plot.press('End');
	await expect(plot).toHaveAttribute(
		'aria-valuetext',
		/^\+.+ · Bytes per second, dir:in: .+ · Bytes per second, dir:out: /,
	);
	expect(await violations(page)).toEqual([]);
	await plot.press('+');
	await expect(filterField(page)).toHaveValue(/^time>=\S+ time<\S+$/);
	await plot.press('0');
	await expect(filterField(page)).toHaveValue('');

	await page.getByRole('button', { name: 'Add a series' }).click();
	await page.getByLabel('What it shows').last().selectOption('Answer time');
	await expect(plot).toHaveAttribute('aria-valuetext', / · Answer time: /);
	await check(page, 'Histogram');
	await expect(plot.locator('canvas')).toBeVisible();
	for (const [entry, file] of [
		['As table (CSV)', 'wirebench-plot.csv'],
		['As picture (PNG)', 'wirebench-plot.png'],
	] as const) {
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await page.getByRole('menuitem', { name: entry }).click();
		expect((await download).suggestedFilename()).toBe(file);
	}
	await check(page, 'Log');
});
