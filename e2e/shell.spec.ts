import AxeBuilder from '@axe-core/playwright';
import type { Page, WebSocketRoute } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { storedSettings } from './steps.ts';

const root = (page: Page) => page.locator('html');

async function violations(page: Page): Promise<string[]> {
	const results = await new AxeBuilder({ page }).analyze();
	return results.violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

test('the theme is remembered over a reload and over a new start', async ({ open, dataFolder }) => {
	const first = await open();
	await first.page.getByRole('radio', { name: 'Dark' }).check();
	await expect(root(first.page)).toHaveAttribute('data-theme', 'dark');
	await expect.poll(() => storedSettings(dataFolder)).toMatchObject({ theme: 'dark' });
	await first.page.reload();
	await expect(first.page.getByRole('radio', { name: 'Dark' })).toBeChecked();
	await expect(root(first.page)).toHaveAttribute('data-theme', 'dark');
	await first.close();
	const second = await open();
	await expect(second.page.getByRole('radio', { name: 'Dark' })).toBeChecked();
	await expect(root(second.page)).toHaveAttribute('data-theme', 'dark');
});

test('as the system: the colours follow it at once', async ({ workbench: page }) => {
	await page.getByRole('radio', { name: 'As the system' }).check();
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect(root(page)).toHaveAttribute('data-theme', 'dark');
	await page.emulateMedia({ colorScheme: 'light' });
	await expect(root(page)).toHaveAttribute('data-theme', 'light');
});

test('the sizes of panes are remembered', async ({ workbench: page, dataFolder }) => {
	const pane = page.locator('[data-pane="endpoints"]');
	const width = async () => (await pane.boundingBox())?.width ?? 0;
	await expect(pane).toBeVisible();
	const before = await width();
	await page.getByRole('separator', { name: 'Width of the endpoints' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect.poll(width).toBeGreaterThan(before);
	await expect.poll(() => Object.keys(storedSettings(dataFolder).layout ?? {})).not.toEqual([]);
	const after = await width();
	await page.reload();
	await expect(pane).toBeVisible();
	await expect.poll(async () => Math.abs((await width()) - after)).toBeLessThan(2);
});

test('F6 goes from pane to pane, F1 helps', async ({ workbench: page }) => {
	const inside = () => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'));
	await page.getByRole('region', { name: 'Endpoints' }).getByRole('button', { name: 'New endpoint' }).focus();
	await page.keyboard.press('F6');
	await expect.poll(inside).toBe('timeline');
	await page.keyboard.press('F6');
	await expect.poll(inside).toBe('log');
	await page.keyboard.press('Shift+F6');
	await page.keyboard.press('Shift+F6');
	await expect.poll(inside).toBe('endpoints');
	await page.keyboard.press('F1');
	await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
});

for (const theme of ['Light', 'Dark']) {
	test(`nothing serious for axe to find: ${theme.toLowerCase()}`, async ({ workbench: page }) => {
		await page.getByRole('radio', { name: theme }).check();
		await expect(root(page)).toHaveAttribute('data-theme', theme.toLowerCase());
		expect(await violations(page), 'empty').toEqual([]);
		await page.keyboard.press('Alt+n');
		await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
		expect(await violations(page), 'gallery').toEqual([]);
		await page.keyboard.type('hello-server');
		await page.keyboard.press('Enter');
		await page.getByLabel('Port', { exact: true }).fill('99999');
		expect(await violations(page), 'form with an error').toEqual([]);
		await page.getByLabel('Port', { exact: true }).fill('0');
		await page.getByRole('button', { name: 'Create and start' }).click();
		await expect(page.getByRole('treeitem', { name: /^hello-server .*, open,/ })).toBeVisible();
		expect(await violations(page), 'running').toEqual([]);
	});
}

test('a lost connection is said, what was told stays, and the state comes back by itself', async ({
	workbench: page,
	host,
}) => {
	test.skip(host !== 'browser', 'only the browser host has a WebSocket to lose');
	await expect(page.getByText('No endpoints yet')).toBeVisible();
	await page.keyboard.press('Alt+n');
	await page.getByRole('combobox', { name: 'Search' }).fill('udp socket');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Create', exact: true }).click();
	const row = page.getByRole('treeitem', { name: /^udp UDP socket, stopped/ });
	await expect(row).toBeVisible();

	let current: WebSocketRoute | undefined;
	let reachable = true;
	await page.routeWebSocket(/\/rpc$/, (socket) => {
		if (reachable) {
			socket.connectToServer();
			current = socket;
		} else void socket.close();
	});
	await page.reload();
	await expect(row).toBeVisible();
	const banner = page.getByText('Reconnecting…');
	await expect(banner).toBeHidden();
	reachable = false;
	await current?.close();
	await expect(banner).toBeVisible();
	await expect(row).toBeVisible();
	reachable = true;
	await expect(banner).toBeHidden();
	await expect(row).toBeVisible();
});

test('at 1024 × 700 and at 200 % nothing is cut: choices of the composer, eight bytes in a row', async ({
	workbench: page,
}) => {
	await page.keyboard.press('Alt+n');
	await page.getByRole('combobox', { name: 'Search' }).fill('udp socket');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Create and start' }).click();
	await expect(page.getByRole('combobox', { name: 'Destination' })).toBeVisible();
	const row = page.getByRole('treeitem').first();
	// Port 0 stands there until the system has chosen one.
	await expect(row).toContainText(/127\.0\.0\.1:[1-9]/);
	const address = /127\.0\.0\.1:\d+/.exec((await row.textContent()) ?? '')?.[0];
	await page.getByRole('combobox', { name: 'Destination' }).fill(address ?? '');
	await page.getByRole('textbox', { name: 'Message' }).fill('0123456789abcdef');
	await page.keyboard.press('Enter');
	const log = page.getByRole('grid', { name: 'Traffic log' });
	await expect(log).toContainText('0123456789abcdef');
	await log.focus();
	await page.keyboard.press('End');
	const format = page.getByRole('radiogroup', { name: 'Format' });
	const overflow = () => format.evaluate((element) => element.scrollWidth - element.clientWidth);
	for (const viewport of [
		{ width: 1024, height: 700 },
		{ width: 720, height: 450 },
	]) {
		await page.setViewportSize(viewport);
		await expect.poll(overflow).toBeLessThanOrEqual(0);
		if (viewport.width === 1024) {
			await expect(page.getByRole('grid', { name: 'Bytes' }).getByRole('row')).toHaveCount(2);
		}
		await expect(page.getByRole('button', { name: 'History' })).toBeInViewport({ ratio: 1 });
	}
});
