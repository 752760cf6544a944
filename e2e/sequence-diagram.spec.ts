import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { firstServer } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { filterField, type Talker, talkTo } from './support/steps.ts';

const diagram = (page: Page): Locator => page.getByRole('grid', { name: 'Sequence diagram' });
const rows = (page: Page): Locator => diagram(page).locator('[data-index]');
const parties = (page: Page): Locator => diagram(page).locator('.sequence-party');

/** An upper-case echo server, and its host and port as arguments of a peer. */
async function server(page: Page): Promise<[string, string]> {
	const { host, port } = await firstServer(page, 'upper-echo');
	return [host, String(port)];
}

async function show(page: Page): Promise<void> {
	await page.getByRole('radio', { name: 'Sequence diagram' }).check();
	await expect(page.getByRole('region', { name: 'Sequence diagram' })).toBeVisible();
}

/** The rows' text for screen readers. */
const spoken = (page: Page): Locator => rows(page).locator('.visually-hidden');

test('the sequence diagram has a column for each party and an arrow for each event; a click selects it everywhere', async ({
	workbench: page,
}) => {
	await show(page);
	await expect(page.getByText('No connection yet')).toBeVisible();
	const at = await server(page);
	const peer = startPeer('dialogue_client.py', ...at, 'hello', 'bye');
	const own = await peer.line();
	await peer.line();
	await peer.close();

	await expect(parties(page)).toHaveText([`upper-echo${at.join(':')}`, `peer${own}`]);
	await expect(spoken(page)).toHaveText([
		/^#\d+ → in open /,
		/^#\d+ → in 5 bytes hello$/,
		/^#\d+ → out 5 bytes HELLO$/,
		/^#\d+ → in 3 bytes bye$/,
		/^#\d+ → out 3 bytes BYE$/,
		/^#\d+ → in end /,
		/^#\d+ → out end /,
		/^#\d+ .*close/,
	]);
	const data = rows(page).nth(1);
	await expect(data.locator('.sequence-arrow')).toHaveClass(/sequence-in.*sequence-left/);
	await expect(rows(page).nth(2).locator('.sequence-arrow')).toHaveClass(/sequence-out.*sequence-right/);

	await data.click();
	await expect(data).toHaveAttribute('aria-selected', 'true');
	await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('68656c6c6f');
	await page.getByRole('radio', { name: 'Log' }).check();
	await expect(page.getByRole('grid', { name: 'Traffic log' }).locator('[aria-selected="true"]')).toContainText(
		'hello',
	);
	await show(page);
	await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true');
	expect(await violations(page, { within: '.sequence' })).toEqual([]);
});

test('the sequence diagram works by keyboard, is narrowed by the filter, and shows picked connections', async ({
	workbench: page,
}) => {
	const at = await server(page);
	const peers = ['one', 'two', 'three'].map((word) => startPeer('dialogue_client.py', ...at, word));
	for (const peer of peers) {
		await peer.line();
		await peer.line();
	}
	await page.keyboard.press('F6');
	await show(page);
	await expect(parties(page)).toHaveCount(4);
	await expect(page.getByText('3 of 3 connections')).toBeVisible();
	await expect(rows(page)).toHaveCount(9);
	await diagram(page).focus();
	await page.keyboard.press('Home');
	await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('ArrowDown');
	await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('End');
	await expect(rows(page).last()).toHaveAttribute('aria-selected', 'true');
	await expect(page.getByRole('button', { name: 'Follow new rows' })).toHaveAttribute('aria-pressed', 'true');

	await filterField(page).fill('kind:data TWO');
	await page.keyboard.press('Enter');
	await expect(spoken(page)).toHaveText([/^#\d+ → in 3 bytes two$/, /^#\d+ → out 3 bytes TWO$/]);
	await page.keyboard.press('/');
	await page.keyboard.press('Escape');

	await page.getByRole('button', { name: 'Pick' }).click();
	const picker = page.getByRole('complementary', { name: 'Connections in the diagram' });
	await expect(picker.getByRole('checkbox')).toHaveCount(3);
	await picker.getByRole('checkbox').first().uncheck();
	await expect(parties(page)).toHaveCount(3);
	await expect(page.getByText('2 of 3 connections')).toBeVisible();
	const third = /^#\d+/.exec((await picker.getByRole('listitem').nth(2).textContent()) ?? '')?.[0] ?? 'no number';
	await picker.getByRole('textbox', { name: 'Find a connection' }).fill(third);
	await expect(picker.getByRole('checkbox')).toHaveCount(1);
	await picker.getByRole('button', { name: 'By selection and filter' }).click();
	await expect(parties(page)).toHaveCount(4);
	for (const peer of peers) await peer.close();
});

test('the sequence diagram counts the connections that do not fit, and follows new events', async ({
	workbench: page,
}) => {
	const { host, port } = await firstServer(page, 'upper-echo');
	const peers: Talker[] = [];
	for (let i = 0; i < 13; i++) {
		const peer = await talkTo(port, host);
		await peer.say(`word ${i}`);
		peers.push(peer);
	}
	await show(page);
	await expect(parties(page)).toHaveCount(12);
	await expect(page.getByText('12 parties are shown; 2 more connections are not.')).toBeVisible();
	await expect(rows(page).last()).toBeInViewport();
	for (const peer of peers) peer.end();
	await expect(rows(page).last()).toContainText('close');
});
