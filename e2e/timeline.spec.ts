import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, sharePage, test } from './support/fixtures.ts';
import { echoServer } from './support/make.ts';
import { filterCount, filterField, storedSettings, talkTo } from './support/steps.ts';

sharePage();

const strip = (page: Page): Locator => page.getByRole('region', { name: 'Timeline' });
const chart = (page: Page): Locator => page.getByRole('slider', { name: 'Time of the capture' });
const events = (page: Page): Locator => strip(page).locator('.timeline-events');

/** An echo server created by keyboard, and a peer that has sent lines to it, each after the echo of the previous one. */
async function traffic(page: Page) {
	const talker = await talkTo(await echoServer(page));
	const say = (lines: number) => talker.say(...Array.from({ length: lines }, (_, i) => `line ${i}\n`));
	await say(30);
	return { say, end: talker.end };
}

/** Drags from one share of the strip's width to another. */
async function drag(page: Page, from: number, to: number): Promise<void> {
	const box = await chart(page).boundingBox();
	if (box === null) throw new Error('The timeline is not in sight.');
	const y = box.y + 20;
	await page.mouse.move(box.x + from * box.width, y);
	await page.mouse.down();
	await page.mouse.move(box.x + ((from + to) / 2) * box.width, y);
	await page.mouse.move(box.x + to * box.width, y);
	await page.mouse.up();
}

/** Number of matching events, once the scan is done. */
async function matched(page: Page): Promise<number> {
	await expect(filterCount(page)).toHaveText(/^\d+ of 62$/);
	await expect(filterCount(page)).toHaveAttribute('aria-busy', 'false');
	return Number(((await filterCount(page).textContent()) ?? '').split(' ')[0]);
}

test('the timeline grows with the capture; a click selects the event there; a range dragged on it is a filter; it zooms by wheel and buttons', async ({
	workbench: page,
}) => {
	await expect(strip(page)).toContainText('appear here as traffic comes');
	const peer = await traffic(page);
	await expect(events(page)).toHaveText('62 events');
	// Now, while all of it took but a moment: what is at the first pixels was long before the client came.
	await chart(page).click({ position: { x: 8, y: 20 } });
	await expect(page.locator('.timeline-selected')).toBeVisible();
	await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('listening');
	await expect(page.getByRole('grid', { name: 'Traffic log' }).locator('[aria-selected="true"]')).toBeInViewport();

	await filterField(page).fill('not kind:note');
	await expect(filterCount(page)).toHaveText('62 of 62');

	await drag(page, 0.5, 0);
	await expect(filterField(page)).toHaveValue(/^not kind:note time<[\d.]+[mun]?s$/);
	const first = await matched(page);
	const clear = strip(page).getByRole('button', { name: /Clear the time range/ });
	await expect(clear).toContainText('up to');
	await expect(page.locator('.timeline-brush')).toBeVisible();

	await drag(page, 0.5, 1);
	await expect(filterField(page)).toHaveValue(/^not kind:note time>=[\d.]+[mun]?s$/);
	expect(first + (await matched(page)), 'both halves are the whole').toBe(62);

	await drag(page, 0.25, 0.75);
	await expect(filterField(page)).toHaveValue(/time>=[\d.]+[mun]?s time<[\d.]+[mun]?s$/);
	await clear.click();
	await expect(filterField(page)).toHaveValue('not kind:note');
	await expect(filterCount(page)).toHaveText('62 of 62');
	await expect(page.locator('.timeline-brush')).toBeHidden();
	await page.keyboard.press('/');
	await page.keyboard.press('Escape');
	await expect(filterField(page)).toHaveValue('');

	await peer.say(5);
	await expect(events(page)).toHaveText('72 events');

	const whole = strip(page).getByRole('button', { name: 'Show the whole capture' });
	await expect(whole).toBeDisabled();
	await strip(page).getByRole('button', { name: 'Zoom in' }).click();
	await expect(whole).toBeEnabled();
	await strip(page).getByRole('button', { name: 'Filter to view' }).click();
	await expect(filterField(page)).toHaveValue(/time>=.* time</);
	await page.keyboard.press('/');
	await page.keyboard.press('Escape');
	await whole.click();
	await expect(whole).toBeDisabled();
	await chart(page).hover({ position: { x: 200, y: 20 } });
	await page.mouse.wheel(0, -400);
	await expect(whole).toBeEnabled();
	// Notch by notch, as a person turns it: one large step was lost once in a slow run.
	for (let notch = 0; notch < 8; notch++) await page.mouse.wheel(0, 200);
	await expect(whole).toBeDisabled();
	peer.end();
});

test('the timeline works by keyboard, splits by endpoint, stays hidden after a reload, and passes axe', async ({
	app: { page, dataFolder },
}) => {
	const peer = await traffic(page);
	await expect(events(page)).toHaveText('62 events');
	await chart(page).focus();
	await page.keyboard.press('Home');
	await expect(chart(page)).toHaveAttribute('aria-valuetext', /^\+0.*in .* out .* events?/);
	await page.keyboard.press('Shift+End');
	await page.keyboard.press('Shift+ArrowLeft');
	await expect(chart(page)).toHaveAttribute('aria-valuetext', /selected from \+0/);
	await expect(page.locator('.timeline-draft')).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(filterField(page)).toHaveValue(/^time<[\d.]+[mun]?s$/);
	await page.keyboard.press('Escape');
	await expect(filterField(page)).toHaveValue('');

	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await expect(page.locator('.timeline-selected')).toBeVisible();
	for (const key of ['+', '+', 'PageUp', 'PageDown', 'ArrowLeft', '-', '0']) await page.keyboard.press(key);
	await expect(strip(page).getByRole('button', { name: 'Show the whole capture' })).toBeDisabled();

	await strip(page).getByRole('radio', { name: 'Events' }).check();
	await strip(page).getByRole('button', { name: 'One line for each endpoint' }).click();
	await expect(page.locator('.timeline-name')).toHaveText(['class-tcp']);
	expect(await violations(page, { within: '.timeline' })).toEqual([]);

	await strip(page).getByRole('button', { name: 'Show the timeline' }).click();
	await expect(chart(page)).toBeHidden();
	peer.end();
	const timeline = { open: false, measure: 'events', split: true };
	await expect.poll(() => storedSettings(dataFolder)).toMatchObject({ timeline });
	await page.reload();
	await expect(strip(page)).toBeVisible();
	await expect(chart(page)).toBeHidden();
	await strip(page).getByRole('button', { name: 'Show the timeline' }).click();
	await expect(strip(page).getByRole('radio', { name: 'Events' })).toBeChecked();
	await expect(strip(page).getByRole('button', { name: 'One line for each endpoint' })).toHaveAttribute(
		'aria-pressed',
		'true',
	);
});
