import type { Page, WebSocketRoute } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { startBrowserHost } from './support/launch.ts';
import { make } from './support/make.ts';
import { addressOf, endpoint, log, storedSettings, talkTo } from './support/steps.ts';

const root = (page: Page) => page.locator('html');

test('theme and language are kept across a reload and a restart', async ({ open, dataFolder }) => {
	const first = await open();
	await first.page.getByRole('radio', { name: 'Dark' }).check();
	await expect(root(first.page)).toHaveAttribute('data-theme', 'dark');
	await expect.poll(() => storedSettings(dataFolder)).toMatchObject({ theme: 'dark' });
	await first.page.getByRole('button', { name: 'Language' }).click();
	await first.page.getByRole('menuitemcheckbox', { name: '繁體中文' }).click();
	await expect(root(first.page)).toHaveAttribute('lang', 'zh-Hant');
	await expect.poll(() => storedSettings(dataFolder)).toMatchObject({ language: 'zh-Hant' });
	await first.page.reload();
	await expect(first.page.getByRole('radio', { name: '深色' })).toBeChecked();
	await expect(root(first.page)).toHaveAttribute('data-theme', 'dark');
	await first.page.getByRole('button', { name: '語言' }).click();
	await first.page.getByRole('menuitemcheckbox', { name: 'English' }).click();
	await expect.poll(() => storedSettings(dataFolder)).toMatchObject({ language: 'en' });
	await first.close();
	const second = await open();
	await expect(second.page.getByRole('radio', { name: 'Dark' })).toBeChecked();
	await expect(root(second.page)).toHaveAttribute('data-theme', 'dark');
});

test('the page starts in the language of --language, until one is chosen', async ({ context, dataFolder }) => {
	const host = await startBrowserHost(dataFolder, '0', ['--language', 'zh-TW']);
	const page = await context.newPage();
	await page.goto(host.url);
	await page.getByRole('button', { name: '語言' }).click();
	await expect(root(page)).toHaveAttribute('lang', 'zh-Hant');
	await page.getByRole('menuitemcheckbox', { name: 'English' }).click();
	await expect(page.getByRole('button', { name: 'Language' })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('button', { name: 'Language' })).toBeVisible();
	await page.close();
	await host.stop();
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
	await expect.poll(() => storedSettings(dataFolder)).toMatchObject({ panes: { sizes: { endpoints: 280 } } });
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
	await page.getByRole('button', { name: 'Settings' }).hover();
	await expect(page.getByRole('tooltip')).toBeAttached();
	await expectNoViolations(page, 'a tooltip');
	await page.keyboard.press('Alt+n');
	await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
	await expectNoViolations(page, 'gallery');
});

test('axe finds nothing in light and dark: a form with an error, a server that runs, settings, and high contrast', async ({
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
	await page.keyboard.press('Control+,');
	await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
	await expectNoViolations(page, 'settings');
	await page.emulateMedia({ contrast: 'more' });
	await expect(root(page)).toHaveAttribute('data-contrast', 'high');
	await expectNoViolations(page, 'settings in high contrast');
	await page.keyboard.press('Escape');
	await expectNoViolations(page, 'running, in high contrast');
	await page.emulateMedia({ contrast: 'no-preference' });
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

/** What a window shows: the rows that fit into the log, whether Send can be clicked, and what sticks out of it. */
function look(page: Page) {
	return page.evaluate(() => {
		const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
		const row = box('.log-rows > .log-row').height;
		const inside = ({ right, bottom, width }: DOMRect) => width > 0 && right <= innerWidth && bottom <= innerHeight;
		const sticksOut = [...document.querySelectorAll('button, input, textarea, select, [role=grid], .status-counter')]
			.filter((element) => element.checkVisibility() && element.getClientRects().length > 0)
			.filter((element) => !inside(element.getBoundingClientRect()) && element.closest('.visually-hidden') === null);
		return {
			rows: Math.floor((box('.log-grid').bottom - box('.log-head').bottom) / row),
			send: inside(box('.composer-send')),
			sticksOut: sticksOut.map(({ outerHTML }) => outerHTML.slice(0, 120)),
		};
	});
}

test('in any window the log has rows, the composer its Send, and every pane folds to a strip and comes back', async ({
	workbench: page,
}) => {
	await make(page, 'upper-echo', { Port: '0' });
	const talker = await talkTo((await addressOf(endpoint(page, 'upper-echo'))).port, '127.0.0.8');
	await talker.say(...Array.from({ length: 20 }, (_, i) => `GET /${i}?0123456789abcdef\n`));
	await expect(log(page)).toContainText('GET /19');
	await log(page).focus();
	await page.keyboard.press('End');
	const bytes = page.getByRole('grid', { name: 'Bytes' });
	await expect(bytes.getByRole('row').first()).toContainText('GET /19?');

	for (const [width, height, rows] of [
		[1440, 900, 15],
		[1024, 700, 10],
	] as const) {
		await page.setViewportSize({ width, height });
		await expect.poll(() => look(page), `${width} × ${height}`).toMatchObject({ send: true, sticksOut: [] });
		expect((await look(page)).rows, `${width} × ${height}`).toBeGreaterThanOrEqual(rows);
		await expect(bytes).toBeVisible();
	}
	// Below the log the same event is there, with room for more of it in a row.
	await expect(bytes.getByRole('row').first()).toContainText('GET /19?01234567');

	await log(page).focus();
	for (const [key, pane] of [
		['Control+b', 'endpoints'],
		['Control+i', 'inspector'],
		['Control+j', 'composer'],
	] as const) {
		await page.keyboard.press(key);
		const strip = page.getByRole('button', { name: `Show the ${pane}` });
		await expect(strip).toBeVisible();
		await expect(log(page)).toBeFocused();
		await strip.click();
		await expect(page.locator(`[data-pane="${pane}"] :focus`)).toBeVisible();
		await page.getByRole('button', { name: `Fold the ${pane}` }).click();
		await expect(strip).toBeFocused();
		await page.keyboard.press(key);
		await expect(page.getByRole('button', { name: `Fold the ${pane}` })).toBeVisible();
		await log(page).focus();
	}
	// Folded by itself in a small window; Enter on an event brings it back with its bytes.
	await page.setViewportSize({ width: 720, height: 450 });
	await expect(page.getByRole('button', { name: 'Show the inspector' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Show the endpoints' })).toBeVisible();
	await expect.poll(() => look(page), '720 × 450').toMatchObject({ send: true, sticksOut: [] });
	expect((await look(page)).rows, '720 × 450').toBeGreaterThanOrEqual(10);
	expect(await violations(page), '720 × 450').toEqual([]);
	await page.keyboard.press('Enter');
	await expect(bytes).toBeFocused();
	talker.end();
});
