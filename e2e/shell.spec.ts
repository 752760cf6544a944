import type { Page, WebSocketRoute } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { storedSettings } from './support/steps.ts';

const root = (page: Page) => page.locator('html');

test('the theme is kept across a reload and a restart', async ({ open, dataFolder }) => {
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

test('with the theme "As the system" the colours follow the system at once', async ({ workbench: page }) => {
	await page.getByRole('radio', { name: 'As the system' }).check();
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect(root(page)).toHaveAttribute('data-theme', 'dark');
	await page.emulateMedia({ colorScheme: 'light' });
	await expect(root(page)).toHaveAttribute('data-theme', 'light');
});

test('pane sizes survive a reload', async ({ app: { page, dataFolder } }) => {
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

test('F6 moves the focus from pane to pane, F1 opens the keyboard help', async ({ workbench: page }) => {
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

/** axe's violations in the colours of either theme. */
async function expectNoViolations(page: Page, what: string): Promise<void> {
	expect(await violations(page), `${what}, light`).toEqual([]);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect(root(page)).toHaveAttribute('data-theme', 'dark');
	expect(await violations(page, { coloursOnly: true }), `${what}, dark`).toEqual([]);
	await page.emulateMedia({ colorScheme: 'light' });
	await expect(root(page)).toHaveAttribute('data-theme', 'light');
}

test('axe finds nothing in light and dark: the empty workbench, with its title, and the gallery', async ({
	workbench: page,
}) => {
	await expect(page).toHaveTitle(/Wirebench/);
	await expectNoViolations(page, 'empty');
	await page.evaluate(() => document.body.append(Object.assign(new Image(), { id: 'unnamed', src: 'data:,' })));
	expect(await violations(page, { within: '#unnamed' })).toEqual([expect.stringContaining('image-alt: <img')]);
	await page.evaluate(() => document.getElementById('unnamed')?.remove());
	await page.keyboard.press('Alt+n');
	await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
	await expectNoViolations(page, 'gallery');
});

test('axe finds nothing in light and dark: a form with an error and a server that runs', async ({
	workbench: page,
}) => {
	await page.keyboard.press('Alt+n');
	await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
	await page.keyboard.type('hello-server');
	await page.keyboard.press('Enter');
	await page.getByLabel('Port', { exact: true }).fill('99999');
	await expectNoViolations(page, 'form with an error');
	await page.getByLabel('Port', { exact: true }).fill('0');
	await page.getByRole('button', { name: 'Create and start' }).click();
	await expect(page.getByRole('treeitem', { name: /^hello-server .*, open,/ })).toBeVisible();
	await expectNoViolations(page, 'running');
});

test('a lost connection shows a banner, keeps the screen, and reconnects by itself', async ({ open, host }) => {
	test.skip(host !== 'browser', 'only the browser host has a WebSocket to lose');
	const { page } = await open();
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

test('at 1024 × 700 and at 200 % nothing is cut off: choices of the composer, eight bytes in a row', async ({
	workbench: page,
}) => {
	await page.keyboard.press('Alt+n');
	await page.getByRole('combobox', { name: 'Search' }).fill('udp socket');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Create and start' }).click();
	await expect(page.getByRole('combobox', { name: 'Destination' })).toBeVisible();
	const row = page.getByRole('treeitem').first();
	// The row shows port 0 until the system has chosen one.
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
