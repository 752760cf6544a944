import type { Page } from '@playwright/test';
import { countSteps } from './support/count-steps.ts';
import { expect, test } from './support/fixtures.ts';
import { makeByClicks } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { clientOf } from './support/shared-host.ts';
import { endpoint, log, newButton } from './support/steps.ts';

test.use({ viewport: { width: 1440, height: 900 } });
// One after the other: both hosts would propose the same free port.
test.describe.configure({ mode: 'default' });

/** Takes away what the task before has made. */
async function emptied(page: Page): Promise<void> {
	const ids = await page
		.getByRole('treeitem')
		.locator('[data-endpoint]')
		.evaluateAll((rows) => rows.flatMap((row) => (row instanceof HTMLElement ? (row.dataset.endpoint ?? []) : [])));
	for (const id of ids) await clientOf(page)?.call('endpointRemove', { id });
	await expect(page.getByText('No endpoints yet')).toBeVisible();
}

/** A server on a port that another program has: the card shows, and the focus is on the row. */
async function busyPort(page: Page, held: number): Promise<void> {
	await makeByClicks(page, 'class-tcp', { Name: 'busy', Port: String(held) });
	await expect(page.getByRole('region', { name: 'Error of busy' })).toContainText('is held by python3');
	await expect(page.getByRole('button', { name: /^Use port \d+$/ })).toBeInViewport({ ratio: 1 });
	await expect(endpoint(page, 'busy')).toBeFocused();
}

const message = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const opens = (page: Page, name: string) => expect(endpoint(page, name)).toHaveAccessibleName(/, open,/);

test('by mouse: an echo in 4 clicks, a busy port in 1, TLS in 5, a slow proxy in 6', async ({ workbench: page }) => {
	const startNow = async (title: RegExp) => {
		const option = page.getByRole('option', { name: title });
		await option.hover();
		await option.getByTitle('Start it as it is').click();
	};
	const connect = () => page.getByRole('button', { name: 'Connect a client', exact: true }).click();
	let steps = await countSteps(page);
	await newButton(page).click();
	await startNow(/^TCP echo server/);
	await connect();
	await expect(message(page)).toBeFocused();
	await page.keyboard.insertText('hello');
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(log(page).getByRole('row', { name: /to class-tcp.* in data 5 hello/ })).toBeVisible();
	expect(await steps()).toEqual({ clicks: 4, keys: 0 });
	await emptied(page);

	const holder = startPeer('port_holder.py', 'tcp');
	try {
		await busyPort(page, Number(await holder.line()));
		steps = await countSteps(page);
		await page.getByRole('button', { name: /^Use port \d+$/ }).click();
		await opens(page, 'busy');
		expect(await steps()).toEqual({ clicks: 1, keys: 0 });
	} finally {
		await holder.close();
	}
	await emptied(page);

	steps = await countSteps(page);
	await newButton(page).click();
	await page.getByRole('option', { name: /^TCP echo server/ }).click();
	await page.getByRole('checkbox', { name: 'Encrypt with TLS' }).click();
	await page.getByRole('button', { name: 'Create and start' }).click();
	await connect();
	await opens(page, 'to class-tcp');
	await expect(page.getByRole('img', { name: /^TLS: TLSv1\.3/ })).toHaveCount(2);
	expect(await steps()).toEqual({ clicks: 5, keys: 0 });
	await emptied(page);

	steps = await countSteps(page);
	await newButton(page).click();
	await startNow(/^TCP echo server/);
	await page.getByRole('button', { name: 'Proxy in front…' }).click();
	await page.getByLabel('Delay, ms').click();
	await page.keyboard.insertText('200');
	await page.getByRole('button', { name: 'Create and start' }).click();
	await page.getByRole('button', { name: 'Connect a client to class-tcp proxy' }).click();
	await opens(page, 'to class-tcp proxy');
	await expect(page.getByRole('button', { name: 'Faults: to the target latency 200 ms' })).toBeVisible();
	expect(await steps()).toEqual({ clicks: 6, keys: 0 });
});

test('by keyboard: an echo in 4 keys, a busy port in 2, TLS in 8, a slow proxy in 10', async ({ workbench: page }) => {
	const search = async (words: string) => {
		await page.keyboard.press('Alt+n');
		await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
		await page.keyboard.insertText(words);
	};
	const press = async (key: string, times = 1) => {
		for (let n = 0; n < times; n++) await page.keyboard.press(key);
	};
	let steps = await countSteps(page);
	await search('class-tcp');
	await press('Control+Enter');
	await opens(page, 'class-tcp');
	await expect(endpoint(page, 'class-tcp')).toBeFocused();
	await press('c');
	await expect(message(page)).toBeFocused();
	await page.keyboard.insertText('hello');
	await press('Enter');
	await expect(log(page).getByRole('row', { name: /to class-tcp.* in data 5 hello/ })).toBeVisible();
	expect(await steps()).toEqual({ clicks: 0, keys: 4 });
	await emptied(page);

	const holder = startPeer('port_holder.py', 'tcp');
	try {
		await busyPort(page, Number(await holder.line()));
		steps = await countSteps(page);
		await press('Tab');
		await press('Enter');
		await opens(page, 'busy');
		expect(await steps()).toEqual({ clicks: 0, keys: 2 });
	} finally {
		await holder.close();
	}
	await emptied(page);

	steps = await countSteps(page);
	await search('class-tcp');
	await press('Enter');
	await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
	await press('Tab', 3);
	await press('Space');
	await press('Control+Enter');
	await opens(page, 'class-tcp');
	await expect(endpoint(page, 'class-tcp')).toBeFocused();
	await press('c');
	await opens(page, 'to class-tcp');
	await expect(page.getByRole('img', { name: /^TLS: TLSv1\.3/ })).toHaveCount(2);
	expect(await steps()).toEqual({ clicks: 0, keys: 8 });
	await emptied(page);

	steps = await countSteps(page);
	await search('class-tcp');
	await press('Control+Enter');
	await opens(page, 'class-tcp');
	await expect(endpoint(page, 'class-tcp')).toBeFocused();
	await press('p');
	await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
	await press('Tab', 5);
	await expect(page.getByLabel('Delay, ms')).toBeFocused();
	await page.keyboard.insertText('200');
	await press('Enter');
	await opens(page, 'class-tcp proxy');
	await expect(endpoint(page, 'class-tcp proxy')).toBeFocused();
	await press('c');
	await opens(page, 'to class-tcp proxy');
	await expect(page.getByRole('button', { name: 'Faults: to the target latency 200 ms' })).toBeVisible();
	expect(await steps()).toEqual({ clicks: 0, keys: 10 });
});
