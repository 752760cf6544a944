import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { type Peer, startPeer } from './support/peer.ts';
import { filterCount, filterField, portOf } from './support/steps.ts';

const talk = (page: Page): Locator => page.getByRole('listbox', { name: 'Conversation' });
const cuts = (page: Page): Locator => page.getByRole('listbox', { name: 'Chunks and messages' });
const choose = (page: Page, group: string, name: string): Promise<void> =>
	page.getByRole('radiogroup', { name: group }).getByRole('radio', { name }).check();

/** An upper-case echo server, and a peer that has exchanged data with it. */
async function talked(page: Page): Promise<Peer> {
	await make(page, 'upper-echo', { Port: '0' });
	const peer = startPeer('two_way_client.py', '127.0.0.8', String(await portOf(page, 'upper-echo')));
	expect(await peer.line()).toBe('ready');
	return peer;
}

/** axe finds no violations in the panel, in light and in dark. */
async function accessible(page: Page): Promise<void> {
	await page.getByRole('radio', { name: 'Dark', exact: true }).check();
	expect(await violations(page, { within: '.talk-panel', coloursOnly: true })).toEqual([]);
	await page.getByRole('radio', { name: 'Light', exact: true }).check();
	expect(await violations(page, { within: '.talk-panel' })).toEqual([]);
}

async function pick(page: Page, text: string): Promise<void> {
	await page.getByRole('button', { name: /^(Choose a connection|Connection #)/ }).click();
	await page.getByRole('combobox', { name: 'Find a connection' }).fill(text);
	await page.getByRole('option', { name: /upper-echo tcp 127\.0\.0\.8/ }).click();
}

test('the dialogue shows both sides or one, as text, hex or escaped, and follows new messages', async ({
	workbench: page,
}) => {
	await choose(page, 'View of the traffic', 'Conversation');
	await expect(page.getByText('Nothing has been said yet')).toBeVisible();
	const peer = await talked(page);
	try {
		// The selected endpoint has had one connection: that one is meant.
		await expect(page.getByRole('button', { name: 'Connection #' })).toBeVisible();
		await expect(talk(page)).toContainText('HALF A LI');
		await talk(page).press('Home');
		await expect(talk(page)).toContainText('open');
		await expect(talk(page)).toContainText('GET /gr');
		await talk(page).press('End');
		await expect(talk(page)).toContainText('TTP/1.1\\r\\n');
		await expect(talk(page)).toContainText('\\0\\e\\xff END\\n');
		await expect(talk(page).locator('.talk-body.talk-in', { hasText: 'half a li' })).toHaveCount(1);
		await expect(talk(page).locator('.talk-body.talk-out', { hasText: 'HALF A LI' })).toHaveCount(1);
		await choose(page, 'Whose bytes', '← In');
		await expect(talk(page)).not.toContainText('HALF A LI');
		await choose(page, 'Bytes as', 'Hex');
		await expect(talk(page)).toContainText('68 61 6c 66');
		await choose(page, 'Bytes as', 'Escaped');
		await expect(talk(page)).toContainText('one\\ntwo\\nthree\\n');
		await accessible(page);
		await choose(page, 'Whose bytes', 'Both');
		peer.say('ne, now whole');
		expect(await peer.line()).toBe('said');
		await expect(talk(page)).toContainText('NE, NOW WHOLE');
		peer.finish();
		await expect(talk(page)).toContainText('close');
	} finally {
		await peer.close();
	}
});

test('the boundaries view shows chunks beside messages, also under another framing', async ({ workbench: page }) => {
	const peer = await talked(page);
	try {
		await choose(page, 'View of the traffic', 'Conversation');
		await pick(page, '127.0.0.8');
		await choose(page, 'View of the conversation', 'Boundaries');
		await expect(page.getByText('Framing: none (one message per read)')).toBeVisible();
		await page.getByRole('combobox', { name: 'Framing' }).selectOption('line');
		// One line from three chunks, three lines from one, and one incomplete.
		const notes = cuts(page).locator('.cut-message + .cut-note');
		const started = notes.filter({ hasText: /\S/ });
		await expect(started).toHaveText([
			/^1 23 bytes$/,
			/^2 4 bytes$/,
			/^3 4 bytes$/,
			/^4 6 bytes$/,
			/^5 8 bytes$/,
			/^◐ 6 waiting, 9 bytes$/,
		]);
		await expect(cuts(page).locator('.cut-chunk.cut-begins')).toHaveCount(6);
		await accessible(page);
		peer.say('ne');
		expect(await peer.line()).toBe('said');
		await expect(started.last()).toHaveText(/^6 12 bytes$/);
		await page.getByRole('combobox', { name: 'Framing' }).selectOption('fixed length');
		await page.getByRole('textbox', { name: 'Bytes' }).fill('30');
		await expect(started).toHaveText([/^1 30 bytes$/, /^◐ 2 waiting, \d+ bytes$/]);
		await expect(page.getByText('Framing: fixed length of 30 bytes')).toBeVisible();
		peer.finish();
		await expect(started.last()).toHaveText(/^✕ 2 The stream ended after \d+ of 30 bytes/);
	} finally {
		await peer.close();
	}
});

test('the conversation selects as every view does, finds text across chunks, copies the selection, and exports one side', async ({
	workbench: page,
	host,
}) => {
	const peer = await talked(page);
	try {
		const row = page.getByRole('grid', { name: 'Traffic log' }).getByRole('row', { name: /THREE/ });
		await row.click();
		await choose(page, 'View of the traffic', 'Conversation');
		await expect(talk(page).getByRole('option', { selected: true }).filter({ hasText: 'THREE' })).toBeVisible();
		await talk(page).press('End');
		await talk(page).getByText('half a li', { exact: true }).click();
		await expect(page.getByRole('grid', { name: 'Bytes' })).toContainText('half');
		await talk(page).press('ArrowDown');
		await expect(page.getByRole('grid', { name: 'Bytes' })).toContainText('HALF');
		await talk(page).press('Enter');
		await expect(page.getByRole('grid', { name: 'Bytes' })).toBeFocused();
		await talk(page).focus();
		await talk(page).press('Home');
		await expect(talk(page).getByRole('option', { selected: true })).toContainText('open');

		await pick(page, 'tcp');
		await talk(page).focus();
		await page.keyboard.press('ControlOrMeta+f');
		await page.getByRole('textbox', { name: 'Find in the conversation' }).fill('grüße http');
		await page.keyboard.press('Enter');
		// It starts in one chunk and ends two chunks later.
		await expect(talk(page).locator('.bytes-lit[data-current]')).toHaveText(['gr', 'üße H', 'TTP']);
		await page.getByRole('radiogroup', { name: 'Find as' }).getByRole('radio', { name: 'Hex' }).check();
		await page.getByRole('textbox', { name: 'Find in the conversation' }).fill('1b ff');
		await page.getByRole('button', { name: 'Next place' }).click();
		await expect(talk(page).locator('.bytes-lit[data-current]')).toHaveText(['\\e', '\\xff']);
		await page.getByRole('textbox', { name: 'Find in the conversation' }).fill('ee ee');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('status').filter({ hasText: 'Not found' })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(talk(page)).toBeFocused();

		await talk(page).press('Home');
		await talk(page).getByText('GET /gr').first().click();
		await talk(page)
			.getByText('TTP/1.1')
			.first()
			.click({ modifiers: ['Shift'] });
		await choose(page, 'Whose bytes', '← In');
		await page.getByRole('button', { name: 'Copy what is selected' }).click();
		await page.getByRole('menuitem', { name: 'Hex' }).click();
		await expect(page.getByText('Copied 23 bytes as Hex.')).toBeVisible();

		if (host !== 'browser') return;
		await page.getByRole('button', { name: 'Export the bytes' }).click();
		const download = page.waitForEvent('download');
		await page.getByRole('menuitem', { name: 'What the peer said ←' }).click();
		const file = await readFile(await (await download).path());
		expect(file.toString('latin1')).toBe(
			Buffer.from('GET /grüße HTTP/1.1\r\none\ntwo\nthree\n', 'utf8').toString('latin1') +
				'\x00\x1b\xff end\nhalf a li',
		);
	} finally {
		await peer.close();
	}
});

test('what the filter and the find bar have found is lit up in the conversation, and its own search is in its charset', async ({
	workbench: page,
}) => {
	await make(page, 'upper-echo', { Host: '127.0.0.1', Port: '0', Charset: 'gbk' });
	const peer = startPeer(
		'charset_talk.py',
		String(await portOf(page, 'upper-echo')),
		'gbk',
		'--say 你好。\n',
		'--pray 再见。\n',
	);
	const lit = talk(page).locator('.bytes-lit');
	const current = talk(page).locator('.bytes-lit[data-current]');
	try {
		expect(await peer.line()).toBe('--SAY 你好。');
		expect(await peer.line()).toBe('--PRAY 再见。');
		await filterField(page).fill('ay');
		// The peer has its answers before the capture does: Enter would find nothing to select.
		await expect(filterCount(page)).toHaveText(/^4 of /);
		await page.keyboard.press('Enter');
		await choose(page, 'View of the traffic', 'Conversation');
		await expect(lit).toHaveText(['ay', 'AY', 'ay', 'AY']);
		await expect(current).toHaveText(['ay']);
		await choose(page, 'Bytes as', 'Hex');
		await expect(talk(page).locator('.talk-hex .bytes-lit')).toHaveText(['61 79', '41 59', '61 79', '41 59']);
		await choose(page, 'Bytes as', 'Text');
		await choose(page, 'View of the conversation', 'Boundaries');
		await expect(cuts(page).locator('.cut-message .bytes-lit')).toHaveText(['ay', 'ay']);
		await expect(cuts(page).locator('.cut-chunk .bytes-lit')).toHaveText(['ay', 'ay']);
		await choose(page, 'View of the conversation', 'Dialogue');

		await talk(page).focus();
		await page.keyboard.press('ControlOrMeta+f');
		const find = page.getByRole('textbox', { name: 'Find in the conversation' });
		await find.fill('再见');
		await expect(lit).toHaveText(['再见', '再见']);
		await find.press('Enter');
		await expect(current).toHaveText(['再见']);
		await find.fill('/[SP]R?AY/');
		await expect(lit).toHaveText(['SAY', 'PRAY']);
		await find.press('Shift+Enter');
		await expect(current).toHaveText(['PRAY']);
		await find.fill('/(/');
		await expect(page.getByRole('search', { name: 'Find in the conversation' })).toContainText('does not compile');
		await expect(lit).toHaveText(['ay', 'AY', 'ay', 'AY']);
		await find.press('Escape');
		await expect(talk(page)).toBeFocused();
		await filterField(page).fill('');
		await page.keyboard.press('Enter');
		await expect(lit).toHaveCount(0);
	} finally {
		await peer.close();
	}
});
