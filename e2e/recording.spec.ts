import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { addressOf, command, endpoint, log } from './support/steps.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: /^Make connection #\d+ runnable$/ });

/** Runs a command of the palette. */
async function choose(page: Page, words: string): Promise<void> {
	await page.keyboard.press('Control+k');
	await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill(words);
	await page.keyboard.press('Enter');
}

/** What a Python client gets for each of two messages, as hex. */
async function answers(page: Page, server: string): Promise<string[]> {
	const { host, port } = await addressOf(endpoint(page, server));
	const peer = startPeer('tcp_client.py', host, String(port), '616e6e', '626f62');
	try {
		return [await peer.line(), await peer.line()];
	} finally {
		await peer.close();
	}
}

test('a conversation becomes a mock server that answers the same, a test that passes, and a replay', async ({
	workbench: page,
}) => {
	await make(page, 'timestamp-echo', { Port: '0' });
	const recorded = await answers(page, 'timestamp-echo');
	const view = page.getByRole('radiogroup', { name: 'View of the traffic' });
	await view.getByRole('radio', { name: 'Conversation' }).check();

	// A mock, of exactly the recorded bytes, on a port of the system's choice.
	await command(page, 'Make it runnable', 'Make a mock server…');
	await expect(dialog(page).getByRole('textbox', { name: 'Listens on' })).toBeFocused();
	const part = dialog(page).getByRole('checkbox', {
		name: /^a date .* \(of the server; turn 2, byte 2, and 1 more\)$/,
	});
	await expect(part).toBeChecked();
	await expect(dialog(page).getByText('{{time}}', { exact: true })).toBeVisible();
	for (const theme of ['dark', 'light'] as const) {
		await page.emulateMedia({ colorScheme: theme });
		expect(await violations(page, { within: 'dialog', coloursOnly: theme === 'light' })).toEqual([]);
	}
	await part.uncheck();
	await expect(dialog(page).getByText('{{time}}', { exact: true })).toBeHidden();
	await dialog(page).getByRole('textbox', { name: 'Listens on' }).fill('localhost');
	await expect(dialog(page).getByText(/^Write an address and a port/)).toBeVisible();
	await expect(dialog(page).getByRole('button', { name: 'Make the mock server' })).toBeDisabled();
	await dialog(page).getByRole('textbox', { name: 'Listens on' }).fill('127.0.0.1:0');
	await page.keyboard.press('Enter');
	const mock = endpoint(page, 'Mock of timestamp-echo');
	await expect(mock).toHaveAttribute('aria-selected', 'true');
	await expect(mock).toHaveAccessibleName(/, stopped/);
	await mock.getByRole('button', { name: 'Start Mock of timestamp-echo' }).click();
	await expect(mock).toHaveAccessibleName(/, open/);
	expect(await answers(page, 'Mock of timestamp-echo')).toEqual(recorded);

	// A test of the client's side, in which the date varies: it passes with the server.
	await endpoint(page, 'timestamp-echo').click();
	await choose(page, 'connection: make a test');
	await dialog(page).getByRole('button', { name: 'Make the test' }).click();
	const tests = page.getByRole('dialog', { name: 'Tests' });
	await expect(tests.getByLabel('Name', { exact: true })).toHaveValue(/^timestamp-echo #\d+$/);
	await tests.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(tests.getByRole('status')).toHaveText(/Passed: \d+ steps/);
	await page.keyboard.press('Escape');

	// A replay of either side.
	await view.getByRole('radio', { name: 'Log' }).check();
	await log(page).getByRole('row').filter({ hasText: 'ann' }).first().click();
	await choose(page, 'connection: replay');
	const compared = dialog(page).getByRole('checkbox', { name: /^Do not compare parts/ });
	await expect(compared).toBeChecked();
	await dialog(page).getByRole('button', { name: 'Replay', exact: true }).click();
	const run = dialog(page).getByRole('region', { name: 'Replay' });
	await expect(run.getByRole('status')).toHaveText('The same as recorded');
	await dialog(page).getByRole('radio', { name: 'Server', exact: true }).check();
	await dialog(page).getByRole('textbox', { name: 'Listens on' }).fill('127.0.0.1:0');
	await dialog(page).getByRole('button', { name: 'Replay', exact: true }).click();
	await expect(run.getByRole('status')).toHaveText(/^Waiting for a client on 127\.0\.0\.1:\d+…$/);
	await run.getByRole('button', { name: 'Stop' }).click();
	await expect(run.getByRole('status')).toHaveText('Stopped');
	expect(await violations(page, { within: 'dialog' })).toEqual([]);
});
