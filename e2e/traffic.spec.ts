import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Locator, Page } from '@playwright/test';
import { byTier } from '../common/tier.fixture.ts';
import { EVERY_HOST, expect, sharePage, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { addressOf, endpoint, log } from './support/steps.ts';

sharePage();

/** Creates an endpoint from the gallery by keyboard alone; `port` replaces its default. */
async function makeByKeyboard(page: Page, search: string, port?: string): Promise<void> {
	// Keys have no effect before the page has started.
	await expect(page.getByRole('region', { name: 'Endpoints' })).toBeVisible();
	await page.keyboard.press('Alt+n');
	await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
	await page.keyboard.type(search);
	await page.keyboard.press('Enter');
	const form = page.getByRole('form', { name: 'New endpoint' });
	await expect(form).toBeVisible();
	if (port !== undefined) {
		const field = form.getByLabel('Port', { exact: true });
		await field.focus();
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.type(port);
	}
	await page.keyboard.press('Control+Enter');
	await expect(form).toBeHidden();
}

/** A client of the upper-case echo server. */
async function clientOfUpperEcho(page: Page): Promise<void> {
	const { host, port } = await addressOf(endpoint(page, 'upper-echo'));
	await make(page, 'tcp-client', { Name: 'to upper-echo', Host: host, Port: String(port) });
	await expect(endpoint(page, 'to upper-echo')).toContainText('1 connection');
}

const message = (page: Page): Locator => page.getByRole('textbox', { name: 'Message' });

/** The visible rows of the log, top to bottom: endpoint, direction, kind, length and preview. */
async function rows(page: Page): Promise<string[]> {
	return log(page)
		.locator('[data-n]')
		.evaluateAll((all) =>
			all
				.map((row) => ({ n: Number((row as HTMLElement).dataset.n), row }))
				.sort((a, b) => a.n - b.n)
				.map(({ row }) => {
					const text = (name: string) => row.querySelector(`.log-${name}`)?.textContent?.trim() ?? '';
					const direction = row.querySelector('.log-direction [aria-label]')?.getAttribute('aria-label') ?? '';
					return [text('endpoint'), direction, text('kind'), text('length'), text('preview')].filter(Boolean).join(' ');
				}),
		);
}

/** A UDP socket of the test, bound to loopback; closed by the caller. */
async function udpPeer(): Promise<{ socket: Socket; port: number; next(): Promise<Buffer> }> {
	const socket = createSocket('udp4');
	const waiting: ((bytes: Buffer) => void)[] = [];
	const come: Buffer[] = [];
	socket.on('message', (bytes) => {
		const take = waiting.shift();
		if (take === undefined) come.push(bytes);
		else take(bytes);
	});
	socket.bind(0, '127.0.0.1');
	await once(socket, 'listening');
	const next = () => {
		const bytes = come.shift();
		return bytes === undefined ? new Promise<Buffer>((resolve) => waiting.push(resolve)) : Promise.resolve(bytes);
	};
	return { socket, port: socket.address().port, next };
}

test('the main job by keyboard: a server, a client to it, a message, both sides in the log, its bytes in hex', {
	tag: EVERY_HOST,
}, async ({ workbench: page }) => {
	const inside = (selector: string) => page.evaluate((css) => document.activeElement?.closest(css) !== null, selector);
	await makeByKeyboard(page, 'upper-echo', '0');
	await addressOf(endpoint(page, 'upper-echo'));
	await makeByKeyboard(page, 'tcp client');
	await expect(endpoint(page, 'to upper-echo')).toContainText('1 connection');

	await expect(page.getByRole('combobox', { name: 'To' })).toHaveValue(/.+/);
	for (let i = 0; i < 5 && !(await inside('[data-pane="composer"]')); i++) await page.keyboard.press('F6');
	await expect(message(page)).toBeFocused();
	await page.keyboard.type('hello');
	await expect(page.getByText('will send 5 bytes: 68 65 6c 6c 6f')).toBeVisible();
	await page.keyboard.press('Enter');

	const of = async (name: string) =>
		(await rows(page))
			.filter((row) => row.startsWith(`${name} `))
			.map((row) => row.slice(name.length + 1).replace(/127.*/, 'ADDRESS'));
	await expect
		.poll(() => of('upper-echo'))
		.toEqual(['listening ADDRESS', 'in open ADDRESS', 'in data 5 hello', 'out data 5 HELLO']);
	await expect.poll(() => of('to upper-echo')).toEqual(['out open ADDRESS', 'out data 5 hello', 'in data 5 HELLO']);

	// F6 moves from pane to pane; in the log, keys select, and Enter moves on to the bytes.
	for (let i = 0; i < 4 && !(await inside('[data-pane="log"]')); i++) await page.keyboard.press('F6');
	await expect(log(page)).toBeFocused();
	await page.keyboard.press('End');
	await expect(log(page).locator('[aria-selected="true"]')).toContainText('HELLO');
	await page.keyboard.press('Enter');
	const bytes = page.getByRole('grid', { name: 'Bytes' });
	await expect(bytes).toBeFocused();
	await expect(bytes).toContainText('48454c4c4f');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Shift+ArrowRight');
	await expect(page.getByText('selected 2 bytes at 0x00')).toBeVisible();
	await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('u16 BE18501');
});

test('the composer brings sent messages back, points at the error in one, and keeps a draft for each target', async ({
	workbench: page,
}) => {
	await message(page).focus();
	await expect(page.getByText(/^Nothing to send to yet: start a server, or type an address at To/)).toBeVisible();
	await make(page, 'upper-echo', { Port: '0' });
	await message(page).focus();
	await expect(page.getByText('upper-echo waits for a client: nobody to send to yet.')).toBeVisible();
	await clientOfUpperEcho(page);

	await message(page).focus();
	for (const text of ['first', 'second']) {
		await page.keyboard.type(text);
		await page.keyboard.press('Control+Enter');
		await expect(log(page)).toContainText(text.toUpperCase());
	}
	await page.keyboard.type('unsent');
	for (const [key, text] of [
		['ArrowUp', 'second'],
		['ArrowUp', 'first'],
		['ArrowDown', 'second'],
		['ArrowDown', 'unsent'],
	] as const) {
		await page.keyboard.press(key);
		await expect(message(page)).toHaveValue(text);
	}

	await page.getByRole('radio', { name: 'Hex' }).check();
	await message(page).fill('68 65\n6c 6g');
	await expect(page.getByText('Line 2, column 5: Expected a hexadecimal digit, not “g”.')).toBeVisible();
	await expect(message(page)).toHaveAttribute('aria-invalid', 'true');
	await message(page).press('Enter');
	await page.getByRole('button', { name: 'Go to line 2, column 5' }).click();
	await page.keyboard.type('c');
	await expect(message(page)).toHaveValue('68 65\n6c 6c');
	await expect(page.getByText('will send 4 bytes: 68 65 6c 6c')).toBeVisible();

	await page.getByRole('radio', { name: 'Escaped' }).check();
	await message(page).fill('a\\q');
	await expect(page.getByText(/^Column 2: There is no escape/)).toBeVisible();
	await page.getByRole('radio', { name: 'Text' }).check();
	await message(page).fill('');
	await message(page).press('Enter');
	await expect(page.getByText('Nothing was sent: the message is empty.')).toBeVisible();
	await page.getByRole('combobox', { name: 'Line end' }).selectOption('CRLF');
	await message(page).fill('half a thought');
	await expect(page.getByText('will send 16 bytes')).toBeVisible();

	// Each target has its own draft, and a stopped one shows what to do.
	await endpoint(page, 'upper-echo').click();
	await expect(message(page)).toHaveValue('');
	await page.getByRole('button', { name: 'Stop to upper-echo' }).click();
	await endpoint(page, 'to upper-echo').click();
	await expect(message(page)).toHaveValue('half a thought');
	await expect(page.getByText('Start to upper-echo to send.')).toBeVisible();
	await message(page).press('Enter');
	await expect(message(page)).toHaveValue('half a thought');
});

test('following, also through a resize, pausing and clearing move the view and never the capture', async ({
	workbench: page,
}) => {
	await make(page, 'upper-echo', { Port: '0' });
	const peer = connect(await addressOf(endpoint(page, 'upper-echo')));
	await once(peer, 'connect');
	peer.resume();
	const say = async (text: string) => {
		peer.write(text);
		await once(peer, 'data');
	};
	for (let i = 0; i < 60; i++) await say(`m${i};`);
	await expect(log(page)).toContainText('M59;');

	const follow = page.getByRole('button', { name: 'Follow new rows' });
	const height = async () => (await log(page).boundingBox())?.height ?? 0;
	for (const tall of [600, 1000, 500, 900]) {
		const before = await height();
		await page.setViewportSize({ width: 1200, height: tall });
		await expect.poll(height).not.toBe(before);
		await expect(log(page)).toContainText('M59;');
		await expect(follow).toHaveAttribute('aria-pressed', 'true');
	}
	await log(page).focus();
	await page.keyboard.press('Home');
	await expect(follow).toHaveAttribute('aria-pressed', 'false');
	await expect(log(page)).toContainText('listening');
	await say('later;');
	await expect(page.getByRole('button', { name: '2 newer rows' })).toBeVisible();
	await expect(log(page)).not.toContainText('LATER;');
	await page.getByRole('button', { name: '2 newer rows' }).click();
	await expect(log(page)).toContainText('LATER;');
	await expect(follow).toHaveAttribute('aria-pressed', 'true');

	await page.getByRole('button', { name: 'Pause the view' }).click();
	await say('unseen;');
	await expect(page.getByText('2 events since')).toBeVisible();
	await expect(log(page)).not.toContainText('UNSEEN;');
	await page.getByRole('button', { name: 'Resume' }).click();
	await expect(log(page)).toContainText('UNSEEN;');

	const count = Number(await log(page).getAttribute('aria-rowcount'));
	await page.getByRole('button', { name: 'Hide these rows' }).click();
	await expect(page.getByText('These rows are hidden')).toBeVisible();
	await expect(log(page)).toHaveAttribute('aria-rowcount', '1');
	await say('fresh;');
	await expect.poll(() => rows(page)).toHaveLength(2);
	await page.getByRole('button', { name: 'Show all' }).click();
	await expect(log(page)).toHaveAttribute('aria-rowcount', String(count + 2));
	peer.end();
	await once(peer, 'close');
});

test('bytes are copied in each format, and sent again', async ({ workbench: page }) => {
	await make(page, 'upper-echo', { Port: '0' });
	const peer = connect(await addressOf(endpoint(page, 'upper-echo')));
	await once(peer, 'connect');
	peer.write(Buffer.from('a\r\n\xff', 'latin1'));
	await once(peer, 'data');
	await expect(log(page)).toContainText('A\\r\\n');
	await log(page).focus();
	await page.keyboard.press('End');
	await expect(page.getByRole('grid', { name: 'Bytes' })).toContainText('410d0aff');

	// The page's own clipboard call is observed: reading the system's clipboard needs a permission that not every host grants.
	await page.evaluate(() => {
		Object.defineProperty(navigator.clipboard, 'writeText', {
			value: async (text: string) => {
				document.documentElement.dataset.copied = text;
			},
		});
	});
	const copied = () => page.evaluate(() => document.documentElement.dataset.copied);
	for (const [name, text] of [
		['Hex', '41 0d 0a ff'],
		['Text (UTF-8)', 'A\r\n\ufffd'],
		['C array', 'unsigned char data[4] = {\n\t0x41, 0x0d, 0x0a, 0xff,\n};\n'],
		['Base64', 'QQ0K/w=='],
		['Escaped text', 'A\\r\\n\\xff'],
	] as const) {
		await page.getByRole('button', { name: 'Copy' }).click();
		await page.getByRole('menuitem', { name, exact: true }).click();
		await expect(page.getByText(`Copied 4 bytes as ${name}.`)).toBeVisible();
		await expect.poll(copied).toBe(text);
	}

	const again = once(peer, 'data');
	await page.getByRole('button', { name: 'Send again' }).click();
	expect((await again)[0]).toEqual(Buffer.from('A\r\n\xff', 'latin1'));
	await log(page).focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Shift+F10');
	const back = once(peer, 'data');
	await page.getByRole('menuitem', { name: /^Send back to #/ }).click();
	expect((await back)[0]).toEqual(Buffer.from('a\r\n\xff', 'latin1'));
	await expect(log(page)).toBeFocused();
	// The peer has it before the log does: End would select the row before.
	await expect.poll(async () => (await rows(page)).at(-1)).toMatch(/out data 4 a/);
	await page.keyboard.press('End');
	await expect(page.getByRole('grid', { name: 'Bytes' })).toContainText('610d0aff');
	await page.keyboard.press('ArrowUp');
	await expect(page.getByRole('grid', { name: 'Bytes' })).toContainText('410d0aff');

	await page.getByRole('button', { name: 'Edit and send…' }).click();
	await expect(message(page)).toBeFocused();
	await expect(message(page)).toHaveValue('A\\r\\n\\xff');
	const answer = once(peer, 'data');
	await page.keyboard.press('Enter');
	expect((await answer)[0]).toEqual(Buffer.from('A\r\n\xff', 'latin1'));
	peer.end();
	await once(peer, 'close');
});

test('one datagram in hex goes to a typed address, by mouse and by keyboard, over one socket; and to a destination', async ({
	workbench: page,
}) => {
	const peer = startPeer('udp_server.py', '4');
	try {
		const port = await peer.line();
		const steps = { clicks: 0, keys: 0 };
		const click = async (locator: Locator) => {
			steps.clicks += 1;
			await locator.click();
		};
		const press = async (key: string) => {
			steps.keys += 1;
			await page.keyboard.press(key);
		};
		// By mouse, in an empty workspace: two fields and a button.
		await click(page.getByRole('combobox', { name: 'To', exact: true }));
		await page.keyboard.type(`udp 127.0.0.1:${port}`);
		await click(message(page));
		await page.keyboard.type('de ad be ef');
		await click(page.getByRole('button', { name: 'Send', exact: true }));
		expect(await peer.line()).toBe('deadbeef');
		await expect(log(page)).toContainText(/4:/);
		expect(steps.clicks).toBeLessThanOrEqual(3);
		await expect(page.getByRole('treeitem', { name: /UDP/ })).toHaveCount(1);
		// By keyboard; the socket of the first is used again.
		await page.keyboard.press('Escape');
		await press('Alt+a');
		await page.keyboard.type(`udp://127.0.0.1:${port}`);
		await press('Enter');
		await expect(message(page)).toBeFocused();
		await page.keyboard.type('01 02 03');
		await press('Alt+h');
		await press('Enter');
		expect(await peer.line()).toBe('010203');
		expect(steps.keys).toBeLessThanOrEqual(10);
		await expect(page.getByRole('treeitem', { name: /UDP/ })).toHaveCount(1);

		// A socket without a destination of its own; an empty datagram too.
		await make(page, 'udp');
		await addressOf(endpoint(page, 'udp'));
		await message(page).fill('hello');
		await page.getByRole('radio', { name: 'Text' }).check();
		await expect(page.getByText('Destination: Give a host and a port')).toBeVisible();
		const destination = page.getByRole('combobox', { name: 'Destination' });
		await destination.fill('127.0.0.1:99999');
		await expect(page.getByText('Destination: A port to send to is a whole number from 1 to 65535.')).toBeVisible();
		await destination.fill(`127.0.0.1:${port}`);
		await message(page).press('Enter');
		expect(await peer.line()).toBe('68656c6c6f');
		await message(page).fill('');
		await expect(page.getByText('Nothing written: Send sends an empty datagram.')).toBeVisible();
		await message(page).press('Enter');
		expect(await peer.line()).toBe('');
		await expect(log(page)).toContainText('empty');
	} finally {
		await peer.close();
	}
});

test('any position of many events can be reached', async ({ workbench: page }) => {
	await make(page, 'class-udp', { Port: '0' });
	const { port } = await addressOf(endpoint(page, 'class-udp'));
	const peer = await udpPeer();
	const total = byTier(5_000, 50_200);
	const window = 64;
	for (let sent = 0; sent < total; ) {
		const burst = Math.min(window, total - sent);
		for (let i = 0; i < burst; i++) peer.socket.send(`d${sent + i}`, port, '127.0.0.1');
		for (let i = 0; i < burst; i++) await peer.next();
		sent += burst;
	}
	// listening, open, and two events each
	await expect(log(page)).toHaveAttribute('aria-rowcount', String(2 * total + 2 + 1));
	await expect(log(page)).toContainText(`d${total - 1}`);
	await log(page).evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }));
	const middle = 2 + total;
	const first = () =>
		log(page)
			.locator('[data-n]')
			.evaluateAll((all) => Math.min(...all.map((row) => Number(row.dataset.n))));
	await expect.poll(async () => Math.abs((await first()) - middle)).toBeLessThan(60);
	await expect(
		log(page)
			.getByText(new RegExp(`^d${String(total / 2).slice(0, 1)}\\d{${String(total / 2).length - 1}}$`))
			.first(),
	).toBeVisible();
	await log(page).focus();
	await page.keyboard.press('Home');
	await expect(log(page)).toContainText('listening');
	await page.keyboard.press('PageDown');
	await page.keyboard.press('End');
	await expect(log(page)).toContainText(`d${total - 1}`);
	peer.socket.close();
	await once(peer.socket, 'close');
});
