import type { Locator, Page } from '@playwright/test';
import type { Framing } from '../common/contract/config/framing.ts';
import { endpointConfigSchema } from '../common/endpoints/index.ts';
import { violations } from './support/axe.ts';
import { copied } from './support/clipboard.ts';
import { countSteps } from './support/count-steps.ts';
import { expect, test } from './support/fixtures.ts';
import { requireClient } from './support/host-client.ts';
import { type Peer, startPeer } from './support/peer.ts';
import { endpoint, filterCount, filterField, log, portOf, shown } from './support/steps.ts';

const HOST = '127.0.0.1';
const rows = (page: Page, text: string | RegExp): Locator => log(page).locator('[data-n]').filter({ hasText: text });
const item = (page: Page, name: string | RegExp): Locator => page.getByRole('menuitem', { name });
const inspector = (page: Page): Locator => page.getByRole('region', { name: 'Inspector' });

/** A server that answers nothing, and a peer connected to it. */
async function listen(page: Page, name: string, framing: Framing): Promise<Peer> {
	const client = requireClient(page);
	const config = endpointConfigSchema.parse({ kind: 'tcp-server', name, host: HOST, port: 0, framing });
	const { id } = await client.call('endpointCreate', { config });
	await client.call('endpointStart', { id });
	await expect(endpoint(page, name)).toHaveAccessibleName(/, open,/);
	return startPeer('pieces_client.py', HOST, String(await portOf(page, name)));
}

/** Writes bytes in pieces, each after the one before has been stored. */
async function write(page: Page, peer: Peer, bytes: Buffer, ends: readonly number[]): Promise<void> {
	let from = 0;
	for (const end of [...ends, bytes.length]) {
		const received = await receivedBytes(page);
		peer.say(bytes.subarray(from, end).toString('hex'));
		await peer.line();
		await expect.poll(() => receivedBytes(page)).toBe(received + end - from);
		from = end;
	}
}

/** Bytes that all endpoints have received. */
async function receivedBytes(page: Page): Promise<number> {
	const client = requireClient(page);
	return new Promise((resolve, reject) => {
		const stop = client.subscribe(
			'workbench',
			{},
			{
				onSnapshot: ({ endpoints }) => {
					resolve(endpoints.reduce((sum, { bytesIn }) => sum + bytesIn, 0));
					queueMicrotask(() => stop());
				},
				onDelta: () => undefined,
				onError: reject,
			},
		);
	});
}

function withLengths(messages: readonly string[]): Buffer {
	return Buffer.concat(
		messages.map((message) => {
			const body = Buffer.from(message);
			const head = Buffer.alloc(2);
			head.writeUInt16BE(body.length);
			return Buffer.concat([head, body]);
		}),
	);
}

const LENGTHS: Framing = { type: 'length', size: 2, order: 'big', offset: 0, adjustment: 0, includesHead: false };

/** Three messages with a length and three lines, each in odd pieces, listed as messages. */
async function talk(page: Page) {
	const lengths = await listen(page, 'lengths', LENGTHS);
	const lines = await listen(page, 'lines', { type: 'line' });
	const long = `{"cmd":"long","text":"${'x'.repeat(300)}"}`;
	await write(page, lengths, withLengths(['{"cmd":"open"}', long, '{"cmd":"needle"}']), [1, 9, 200]);
	await write(page, lines, Buffer.from('GET /index\r\nneedle\ntwo\n'), [8]);
	await page.keyboard.press('Alt+M');
	await expect(page.getByRole('radio', { name: 'Messages' })).toBeChecked();
	// Two servers listen, two connections are open.
	await expect(shown(page)).toHaveText('10');
	return { lengths, lines, long };
}

test('messages that came in odd pieces are rows: inspected, copied and filtered', async ({ workbench: page }) => {
	const { lengths, lines, long } = await talk(page);
	try {
		await expect(rows(page, '"long"').locator('[data-column="length"]')).toHaveText(String(long.length + 2));
		await expect(rows(page, 'needle')).toHaveCount(2);
		expect(await violations(page, { within: '.log' })).toEqual([]);

		// The two end in one read, and are selected one by one.
		await rows(page, '{"cmd":"needle"}').click();
		await expect(inspector(page).getByText('Message 3')).toBeVisible();
		await expect(inspector(page).locator('.hex-text')).toContainText(['{', '"']);
		await page.keyboard.press('ArrowUp');
		await expect(inspector(page).getByText('Message 2')).toBeVisible();
		await expect(inspector(page).getByRole('button', { name: /^In \d reads: events/ })).toBeVisible();
		await page.getByRole('tab', { name: 'Text' }).click();
		await expect(inspector(page).locator('.text-body')).toContainText(long);

		await rows(page, '{"cmd":"needle"}').click({ button: 'right' });
		await item(page, 'Copy').hover();
		await item(page, 'Hex').click();
		await expect
			.poll(() => copied(page))
			.toBe(
				withLengths(['{"cmd":"needle"}'])
					.toString('hex')
					.replaceAll(/(..)(?=.)/g, '$1 '),
			);

		await filterField(page).fill('needle');
		await page.keyboard.press('Enter');
		await expect(filterCount(page)).toHaveText('2 of 10');
		await expect(shown(page)).toHaveText('2');
		await filterField(page).fill('');
		await page.keyboard.press('Escape');
		await expect(shown(page)).toHaveText('10');
	} finally {
		await Promise.all([lengths.close(), lines.close()]);
	}
});

test('messages are found one by one, decoded, shown with their reads, and listed again after a reload', async ({
	workbench: page,
}) => {
	const { lengths, lines } = await talk(page);
	try {
		await log(page).focus();
		await page.keyboard.press('Home');
		await page.keyboard.press('F3');
		await page.getByRole('textbox', { name: 'Find' }).fill('needle');
		await page.keyboard.press('Enter');
		await expect(page.getByText('1 of 2', { exact: true })).toBeVisible();
		await expect(inspector(page).getByText('Message 3')).toBeVisible();
		await page.keyboard.press('F3');
		await expect(page.getByText('2 of 2', { exact: true })).toBeVisible();
		await expect(inspector(page).getByText('Message 2')).toBeVisible();
		await page.keyboard.press('Escape');

		await rows(page, '"long"').click();
		await page.getByRole('tab', { name: 'Decoded' }).click();
		await page.getByLabel('Decode as').selectOption({ label: 'JSON' });
		await expect(page.getByRole('tree', { name: 'Fields' })).toBeVisible();
		await rows(page, '"long"').click({ button: 'right' });
		await item(page, 'Show its reads').click();
		await expect(page.getByRole('radio', { name: 'Reads' })).toBeChecked();
		await expect(log(page).locator('[aria-selected="true"]')).toContainText('lengths');

		// What was listed is listed again.
		await page.keyboard.press('Alt+M');
		await expect(shown(page)).toHaveText('10');
		await page.reload();
		await expect(page.getByRole('radio', { name: 'Messages' })).toBeChecked();
		await expect(shown(page)).toHaveText('10');
		await write(page, lines, Buffer.from('live\n'), []);
		await expect(rows(page, 'live\\n')).toBeVisible();
	} finally {
		await Promise.all([lengths.close(), lines.close()]);
	}
});

test('a framing is tried on what is captured, used for the endpoint, and taken back', async ({ workbench: page }) => {
	const raw = await listen(page, 'raw', { type: 'none' });
	try {
		await write(page, raw, Buffer.from('alpha;beta;gamma;'), [3, 8]);
		await expect(page.getByRole('radio', { name: 'Messages' })).toBeDisabled();
		await rows(page, 'alp').click({ button: 'right' });
		await item(page, 'Try a framing…').click();
		const dialog = page.getByRole('dialog', { name: 'Try a framing' });
		await dialog.getByLabel('Framing', { exact: true }).selectOption({ label: 'delimiter' });
		await dialog.getByRole('textbox', { name: 'Delimiter' }).fill(';');
		await expect(dialog.getByText('3 messages, the first of them:')).toBeVisible();
		await expect(dialog.locator('.tried-text')).toHaveText(['alpha;', 'beta;', 'gamma;']);
		expect(await violations(page, { within: 'dialog' })).toEqual([]);
		await dialog.getByRole('button', { name: 'Show in the log' }).click();
		await expect(page.getByText('A framing is tried for raw')).toBeVisible();
		await expect(rows(page, 'beta;')).toBeVisible();
		await expect(shown(page)).toHaveText('5');

		await page.getByRole('button', { name: 'Change…' }).click();
		await dialog.getByRole('button', { name: 'Use for raw' }).click();
		await expect(page.getByText('raw uses this framing')).toBeVisible();
		await expect(page.getByText('A framing is tried for raw')).toBeHidden();
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(page.getByText('A framing is tried for raw')).toBeVisible();
		await page.getByRole('button', { name: 'Stop trying' }).click();
		await expect(rows(page, 'beta;')).toBeHidden();
		await expect(rows(page, 'ha;be')).toBeVisible();
	} finally {
		await raw.close();
	}
});

test('a message of 1 MiB is one row, with 2 clicks and 4 keys to a slice of it as hex', async ({ workbench: page }) => {
	const raw = await listen(page, 'lengths', { ...LENGTHS, size: 4 });
	try {
		const body = Buffer.from(Uint8Array.from({ length: 1024 * 1024 - 4 }, (_, n) => (n >> 4) & 0xff));
		const head = Buffer.alloc(4);
		head.writeUInt32BE(body.length);
		const message = Buffer.concat([head, body]);
		await write(page, raw, message, [2, 70_000, 500_000]);
		const steps = await countSteps(page);
		await page.getByText('Messages', { exact: true }).click();
		await rows(page, 'data').click();
		await expect(inspector(page).getByText('Message 1')).toBeVisible();
		await page.keyboard.press('Enter');
		await page.keyboard.press('Control+g');
		await page.keyboard.insertText('0x80000..0x8000f');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Control+c');
		const wanted = message
			.subarray(0x8_0000, 0x8_0010)
			.toString('hex')
			.replaceAll(/(..)(?=.)/g, '$1 ');
		await expect.poll(() => copied(page)).toBe(wanted);
		expect(await steps(), '7 a message of 1 MiB').toEqual({ clicks: 2, keys: 4 });
	} finally {
		await raw.close();
	}
});
