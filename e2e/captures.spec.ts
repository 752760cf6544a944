import { createSocket } from 'node:dgram';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, sharePage, test } from './support/fixtures.ts';
import { firstServer } from './support/make.ts';
import { log, storedSettings } from './support/steps.ts';

sharePage();

const table = (page: Page): Locator => page.getByRole('grid', { name: 'Captures' });
const counter = (page: Page, name: string): Locator => page.locator(`[data-counter="${name}"] b`);

/** Number of large datagrams that fit into the smallest receive buffer, however late its socket is read. */
const BURST = 3;

/**
 * A UDP socket in the workbench, and a function that sends it datagrams. `arrived` is called with the number sent when
 * the maximum is in flight, and again at the end.
 */
async function receiver(
	page: Page,
): Promise<(texts: readonly string[], arrived?: (sent: number) => Promise<void>) => Promise<void>> {
	const { host, port } = await firstServer(page, 'udp');
	return async (texts, arrived = async () => undefined) => {
		const socket = createSocket('udp4');
		for (const [index, text] of texts.entries()) {
			if (index > 0 && index % BURST === 0) await arrived(index);
			await new Promise<void>((resolve, reject) => {
				socket.send(text, port, host, (error) => (error ? reject(error) : resolve()));
			});
		}
		socket.close();
		await arrived(texts.length);
	};
}

function sizeOf(folder: string): number {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

test('clear empties the capture while sockets go on, and can be undone', async ({ workbench: page }) => {
	const send = await receiver(page);
	await send(['one', 'two']);
	await expect(log(page)).toContainText('two');
	await page.getByRole('button', { name: 'Clear the capture' }).click();
	await expect(counter(page, 'received')).toHaveText('0');
	await expect(log(page).locator('[data-n]')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Clear the capture' })).toBeDisabled();

	// The same sockets, in a new capture: their peers are new ones each time.
	await send(['three']);
	await expect(log(page)).toContainText('three');
	await expect(log(page)).not.toContainText('two');

	await page.getByRole('button', { name: 'Undo' }).click();
	await page.getByRole('button', { name: 'Open it' }).click();
	await expect(log(page)).toContainText('two');
	await expect(log(page)).not.toContainText('three');
	await expect(page.getByRole('button', { name: 'Clear the capture' })).toBeDisabled();
});

test('captures are listed, sorted, opened, deleted and restored by keyboard', async ({ workbench: page }) => {
	const send = await receiver(page);
	for (const texts of [['a1', 'a2', 'a3'], ['b1'], ['c1', 'c2']]) {
		await send(texts);
		await expect(log(page)).toContainText(texts.at(-1) ?? '');
		await page.keyboard.press('Alt+c');
		await expect(table(page)).toBeVisible();
		await page.getByRole('button', { name: 'New capture' }).click();
		// Events before the new capture has started belong to the previous one.
		await expect(counter(page, 'received')).toHaveText('0');
		await page.keyboard.press('Escape');
		await expect(table(page)).toBeHidden();
	}
	await page.keyboard.press('Alt+c');
	const rows = table(page).locator('[data-row]');
	await expect(rows).toHaveCount(4);
	await table(page).getByRole('button', { name: 'Events' }).click();
	// Two events besides the datagrams of the first: listening, and its peer's open.
	await expect(rows.locator('.captures-events')).toHaveText(['5', '3', '2', '0']);
	// The one before the present one may still be closing: such a one would be named as not deleted.
	await expect(rows.locator('.captures-state')).toHaveText(['', '', '', '● live']);
	await table(page).focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Shift+ArrowDown');
	await page.keyboard.press('Delete');
	await expect(page.getByText(/^2 captures deleted/)).toBeVisible();
	await expect(rows).toHaveCount(2);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('2 captures brought back.')).toBeVisible();
	await expect(rows).toHaveCount(4);
	// The live one is not deleted.
	await table(page).focus();
	await page.keyboard.press('End');
	await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeDisabled();
	await page.keyboard.press('Home');
	await page.keyboard.press('Enter');
	await expect(table(page)).toBeHidden();
	await expect(log(page)).toContainText('a3');
	await expect(log(page)).not.toContainText('c1');
});

test('a size limit deletes the oldest events, and the log continues with the others', async ({
	app: { page, dataFolder },
}) => {
	await page.getByRole('button', { name: /^capture / }).click();
	const limits = page.getByRole('form', { name: 'Limits of the live capture' });
	await limits.getByRole('textbox', { name: 'Segment size, MiB' }).fill('0');
	await expect(limits.getByText('A whole number of MiB, 1 to 2047.')).toBeVisible();
	await expect(limits.getByRole('button', { name: 'Apply' })).toBeDisabled();
	await limits.getByRole('textbox', { name: 'Segment size, MiB' }).fill('1');
	await limits.getByRole('checkbox', { name: 'Keep only the latest' }).check();
	await limits.getByRole('textbox', { name: 'GiB to keep' }).fill('0.003');
	await limits.getByRole('button', { name: 'Apply' }).click();
	await expect(limits.getByRole('button', { name: 'Apply' })).toBeDisabled();
	await page.keyboard.press('Escape');
	// The page applies them before the host has stored them.
	await expect.poll(() => storedSettings(dataFolder)).toMatchObject({ segmentMiB: 1, keepGiB: 0.003 });

	const send = await receiver(page);
	const block = 'x'.repeat(50_000);
	// Its listening event and, in each round, a peer's open event are added to the datagrams.
	const round = (number: number) =>
		send(
			Array.from({ length: 20 }, (_, i) => `${number} ${i} ${block}`),
			(sent) => expect(counter(page, 'received')).toHaveText(String(1 + number * 21 + 1 + sent)),
		);
	for (let number = 0; number < 5; number++) await round(number);
	await expect(counter(page, 'deleted')).not.toHaveText('0');
	await expect(counter(page, 'dropped')).toHaveText('0');
	await expect(counter(page, 'stored')).toHaveText('106');
	expect(sizeOf(join(dataFolder, 'captures'))).toBeLessThan(3.3e6);
	const gone = Number(await counter(page, 'deleted').textContent());
	await expect(counter(page, 'shown')).toHaveText(String(106 - gone));
	// The selected row stays in place while older rows are deleted.
	const looked = log(page).locator('[aria-selected="true"]');
	await log(page).focus();
	await page.keyboard.press('End');
	for (let i = 0; i < 15; i++) await page.keyboard.press('ArrowUp');
	await expect(looked).toHaveAttribute('data-n', '90');
	// The row has stopped moving when it can be clicked.
	await looked.click({ trial: true });
	const place = await looked.boundingBox();
	await round(5);
	await expect(counter(page, 'stored')).toHaveText('127');
	await expect(counter(page, 'deleted')).not.toHaveText(String(gone));
	// The list starts with the first remaining event, which has no previous one.
	const first = Number(await counter(page, 'deleted').textContent());
	await expect(counter(page, 'shown')).toHaveText(String(127 - first));
	await expect(looked).toHaveAttribute('data-n', '90');
	await expect.poll(() => looked.boundingBox()).toEqual(place);
	await log(page).focus();
	await page.keyboard.press('Home');
	await expect(log(page).locator(`[data-n="${first}"]`)).toHaveAttribute('aria-selected', 'true');
	await expect(log(page).locator(`[data-n="${first}"] .log-delta`)).toHaveText('');
	await expect(page.getByRole('region', { name: 'Inspector' })).toContainText(/\d \d+ xxx/);
});
