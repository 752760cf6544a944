import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { pcap } from './support/pcap.ts';
import { type Peer, startPeer } from './support/peer.ts';
import { addressOf, command, endpoint } from './support/steps.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Compare connections' });
const status = (page: Page): Locator => dialog(page).getByRole('status');
const pairs = (page: Page): Locator => dialog(page).getByRole('listbox', { name: 'Pairs of connections' });
const messages = (page: Page): Locator => dialog(page).getByRole('listbox', { name: 'Messages' });
const field = (page: Page, name: string): Locator => dialog(page).getByRole('combobox', { name, exact: true });

/** A client that has exchanged its chunks and this line with the server, and stays. */
async function talked({ host, port }: { readonly host: string; readonly port: number }, line: string): Promise<Peer> {
	const peer = startPeer('two_way_client.py', host, String(port));
	expect(await peer.line()).toBe('ready');
	peer.say(line);
	expect(await peer.line()).toBe('said');
	return peer;
}

test('two connections are compared down to the changed byte, and captures by all their connections', async ({
	workbench: page,
}) => {
	await make(page, 'upper-echo', { Port: '0' });
	const server = await addressOf(endpoint(page, 'upper-echo'));
	const peers: Peer[] = [];
	const folder = await mkdtemp(join(tmpdir(), 'wirebench-compare-'));
	try {
		for (const line of ['ne second', 'ne sekond']) peers.push(await talked(server, line));

		// The other connection of the endpoint is proposed.
		const rows = page.getByRole('treeitem', { name: /^#\d+ 127/ });
		await expect(rows).toHaveCount(2);
		await rows
			.first()
			.getByRole('button', { name: /^More for #/ })
			.click();
		await page.getByRole('menuitem', { name: 'Compare with…' }).click();
		await expect(status(page)).toHaveText('Different: 1 connection: 1 different.');
		await expect(pairs(page).getByRole('option')).toContainText([
			/The received stream differs\. At byte \d+ \(0x[\da-f]+\): 63 “c” in the first, 6b “k” in the second\./,
		]);
		await expect(messages(page).getByRole('option')).toHaveText([
			/^= \d+ equal bytes ← in$/,
			'≠← inThe received stream differs',
			/^= \d+ equal bytes → out$/,
			'≠→ outThe sent stream differs',
		]);
		for (const theme of ['dark', 'light'] as const) {
			await page.emulateMedia({ colorScheme: theme });
			expect(await violations(page, { within: 'dialog' })).toEqual([]);
		}

		// By keys to the bytes, what differs is ignored there, and back.
		await pairs(page).focus();
		await page.keyboard.press('Enter');
		await expect(messages(page)).toBeFocused();
		await page.keyboard.press('Enter');
		const bytes = page.getByRole('dialog', { name: 'Compare messages' });
		await expect(bytes.getByRole('status')).toContainText('Difference 1 of 1.');
		await expect(bytes.getByRole('grid', { name: 'Both messages' })).toBeFocused();
		await page.keyboard.press('i');
		await expect(bytes.getByRole('status')).toHaveText('The messages are equal, apart from what is ignored.');
		await page.keyboard.press('Escape');
		await expect(status(page)).toHaveText(/^Equal, apart from what is ignored: 1 connection, \d+ bytes\.$/);
		await expect(dialog(page).getByText('Both connections are equal')).toBeVisible();
		await dialog(page)
			.getByRole('button', { name: /^Compare \d+ again$/ })
			.click();
		await expect(status(page)).toHaveText('Different: 1 connection: 1 different.');

		// Times are compared on request alone.
		await dialog(page).getByRole('checkbox', { name: 'Compare times, within' }).check();
		await dialog(page)
			.getByRole('textbox', { name: /^Milliseconds/ })
			.fill('86400000');
		await expect(status(page)).toHaveText('Different: 1 connection: 1 different.');

		await field(page, 'Second connection').fill(await field(page, 'First connection').inputValue());
		await expect(dialog(page).getByText('Both sides are the same: choose another connection.')).toBeVisible();
		await field(page, 'Second connection').fill('1000000');
		await expect(dialog(page).getByRole('alert')).toContainText('The second capture has no connection 1000000.');
		await page.keyboard.press('Escape');
		await expect(dialog(page)).toBeHidden();

		// A capture of one datagram and the live one have no connection in common.
		const other = join(folder, 'other.pcap');
		await writeFile(other, pcap('a datagram'));
		await command(page, /^Capture: /, 'Open path…');
		await page.getByLabel('Path').fill(other);
		await page.keyboard.press('Enter');
		const looking = page.getByRole('region', { name: 'Capture looked at' });
		await expect(looking).toContainText('Looking at other.pcap');
		await command(page, /^Capture: /, 'Compare with…');
		await expect(status(page)).toHaveText('Different: 3 connections: 1 missing, 2 extra.');
		await expect(pairs(page).getByRole('option')).toContainText([
			'Only the first capture has this connection.',
			'Only the second capture has this connection.',
			'Only the second capture has this connection.',
		]);
		await dialog(page).getByRole('button', { name: 'Exchange the sides' }).click();
		await expect(status(page)).toHaveText('Different: 3 connections: 2 missing, 1 extra.');
		await page.keyboard.press('Escape');
		await looking.getByRole('button', { name: 'Close' }).click();
		await expect(looking).toBeHidden();
	} finally {
		await rm(folder, { recursive: true });
		for (const peer of peers) await peer.close();
	}
});
