import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { open as openFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, sharePage, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { connectionOf, endpoint, log, portOf } from './support/steps.ts';

sharePage();

const message = (page: Page): Locator => page.getByRole('textbox', { name: 'Message' });
const line = (page: Page, text: string | RegExp): Locator => page.locator('.composer-sending', { hasText: text });
const extra = (page: Page, name: string): Locator => page.getByRole('form', { name, exact: true });

/** A client of ours to a port. */
async function clientTo(page: Page, port: string): Promise<void> {
	await make(page, 'tcp-client', { Name: 'client', Host: '127.0.0.1', Port: port });
	await expect(endpoint(page, 'client')).toHaveAccessibleName(/, open,/);
}

test('a message is repeated so many times, and over a reload until it is stopped', async ({ workbench: page }) => {
	const reader = startPeer('discard_server.py');
	try {
		await clientTo(page, await reader.line());
		// A message every so often, 50 times, stopped midway: four keys and what is typed. So seldom that it is not over before.
		await message(page).focus();
		await page.keyboard.type('tick');
		await page.keyboard.press('Alt+r');
		await page.keyboard.type('10000');
		await page.keyboard.press('Tab');
		await page.keyboard.type('50');
		await page.keyboard.press('Enter');
		await expect(line(page, 'every 10000 ms')).toContainText('1 of 50 sent');
		await page.keyboard.press('Alt+.');
		await expect(line(page, 'every 10000 ms')).toContainText(/1 of 50 sent, .* Stopped\./);
		await page.getByRole('button', { name: 'Dismiss: Repeat to client, every 10000 ms:' }).click();

		await extra(page, 'Repeat').getByLabel('Every, ms').fill('5');
		await extra(page, 'Repeat').getByLabel('Times').fill('20');
		await page.keyboard.press('Enter');
		await expect(line(page, 'every 5 ms')).toContainText(/20 of 20 sent, .*late by [\d.]+ ms on average.*Done\./);
		await page.getByRole('button', { name: 'Dismiss: Repeat to client, every 5 ms:' }).click();
		await expect(line(page, 'every 5 ms')).toHaveCount(0);

		await extra(page, 'Repeat').getByLabel('Every, ms').fill('2');
		await extra(page, 'Repeat').getByLabel('Times').fill('0');
		await extra(page, 'Repeat').getByRole('button', { name: 'Start repeat' }).click();
		await expect(line(page, 'every 2 ms')).toContainText(/\d{2,} sent/);
		await page.reload();
		await expect(line(page, 'every 2 ms')).toContainText(/ sent, .*\/s/);
		await page.getByRole('button', { name: /^Stop: Repeat to client/ }).click();
		await expect(line(page, 'every 2 ms')).toContainText('Stopped.');
		await page.getByRole('treeitem', { name: /^client/ }).click();
		await page.keyboard.press('Enter');
		await expect(endpoint(page, 'client')).toHaveAccessibleName(/, stopped/);
		expect(Number(await reader.line())).toBeGreaterThan(80);
	} finally {
		await reader.close();
	}
});

test('sending a file shows its progress and can be stopped halfway', async ({ workbench: page, dataFolder, host }) => {
	const path = join(dataFolder, 'large.bin');
	const handle = await openFile(path, 'w');
	await handle.truncate(200_000_000);
	await handle.close();
	const reader = startPeer('slow_reader.py');
	try {
		await clientTo(page, await reader.line());
		await reader.line();
		await message(page).focus();
		await page.getByRole('button', { name: 'File', exact: true }).click();
		const form = extra(page, 'File');
		await form.getByLabel('File', { exact: true }).fill('/nowhere/at all');
		await form.getByRole('button', { name: 'Send file' }).click();
		await expect(page.locator('.composer-error')).toContainText('There is no file /nowhere/at all.');
		await form.getByLabel('File', { exact: true }).fill(path);
		await page.keyboard.press('Enter');
		await expect(page.getByRole('progressbar', { name: 'large.bin to client:' })).toBeVisible();
		await expect(line(page, 'large.bin')).toContainText(/of 200 MB sent/);
		await page.getByRole('button', { name: 'Stop: large.bin to client:' }).click();
		await expect(line(page, 'large.bin')).toContainText(/of 200,000,000 bytes sent\. Stopped\./);
		// Bytes not passed to the system are dropped: the next small message follows directly.
		if (host === 'browser') {
			await page.getByTestId('send-file').setInputFiles({
				name: 'own.txt',
				mimeType: 'text/plain',
				buffer: Buffer.from('from the person’s own machine'),
			});
			reader.say('0');
			await expect(line(page, 'own.txt')).toContainText('31 B of 31 B sent. Done.');
		}
	} finally {
		await reader.close();
	}
});

test('a message goes to the selected connections, and the error names the one that failed', async ({
	workbench: page,
}) => {
	await make(page, 'tcp-server', { Name: 'server', Port: '0' });
	const port = await portOf(page, 'server');
	const clients: Socket[] = [];
	const came = ['', '', ''];
	for (const n of [0, 1, 2]) {
		const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
		socket.on('data', (bytes) => {
			came[n] += bytes.toString();
		});
		await once(socket, 'connect');
		await expect(endpoint(page, 'server')).toContainText(`${n + 1} connection`);
		clients.push(socket);
	}
	try {
		await message(page).fill('all');
		await message(page).press('Enter');
		await expect.poll(() => came).toEqual(['all', 'all', 'all']);
		await page.getByRole('button', { name: 'Connections', exact: true }).click();
		const boxes = page.getByRole('group', { name: 'Connections to send to' }).getByRole('checkbox');
		await expect(boxes).toHaveCount(3);
		await boxes.nth(0).check();
		await boxes.nth(2).check();
		await expect(page.getByText('To 2 of 3:')).toBeVisible();
		await page.getByRole('button', { name: 'Checksum' }).click();
		await page.getByLabel('Checksum', { exact: true }).selectOption('CRC-16 MODBUS');
		await message(page).fill('123456789');
		await expect(page.getByText('will send 11 bytes: 31 32 33 34 35 36 37 38 39 37 4b')).toBeVisible();
		await page.getByLabel('Checksum', { exact: true }).selectOption('No checksum');
		await page.getByRole('radio', { name: 'Base64' }).check();
		await message(page).fill('IHR3bw==');
		await message(page).press('Enter');
		await expect.poll(() => came).toEqual(['all two', 'all', 'all two']);

		// Our side of the third one is ended: it cannot send any more.
		const third = page.getByRole('treeitem', { name: /^#\d+/ }).nth(2);
		const number = await connectionOf(third);
		await third.click({ button: 'right' });
		await page.getByRole('menuitem', { name: /^Half-close/ }).click();
		await expect(log(page)).toContainText('We ended our sending side (FIN).');
		await endpoint(page, 'server').click();
		await page.getByRole('radio', { name: 'Text' }).check();
		await message(page).fill('!');
		await message(page).press('Enter');
		await expect(page.locator('.composer-error')).toContainText(
			`1 of 2 connections took the 1 bytes. Not so ${number} (We have ended`,
		);
		await expect.poll(() => came[0]).toBe('all two!');
	} finally {
		for (const socket of clients) socket.destroy();
	}
});

const noProxy = spawnSync('microsocks', ['--help']).error && 'microsocks is not installed';

test('a client goes through a SOCKS5 proxy', async ({ workbench: page }) => {
	test.skip(noProxy !== undefined, noProxy);
	const host = `127.210.${process.pid & 255}.${(process.pid >> 8) & 127}`;
	const proxy = spawn('microsocks', ['-i', host, '-p', '1080', '-u', 'ann', '-P', 's'], { stdio: 'ignore' });
	const reader = startPeer('discard_server.py');
	try {
		const port = await reader.line();
		await page.keyboard.press('Alt+n');
		await page.getByRole('combobox', { name: 'Search' }).fill('tcp client');
		await page.keyboard.press('Enter');
		const form = page.getByRole('form', { name: 'New endpoint' });
		for (const [label, value] of Object.entries({ Name: 'client', Host: '127.0.0.1', Port: port })) {
			await form.getByLabel(label, { exact: true }).fill(value);
		}
		await form.getByText('More options').click();
		await form.getByLabel('Upstream proxy', { exact: true }).selectOption('SOCKS5');
		await form.getByLabel('Proxy host').fill(host);
		await form.getByLabel('Proxy user').fill('ann');
		await form.getByLabel('Proxy password').fill('s');
		await form.getByLabel(/^Connect again/).check();
		await form.getByRole('button', { name: 'Create and connect' }).click();
		await expect(log(page)).toContainText('The proxy let ann in.');
		await expect(log(page)).toContainText(`Connected to 127.0.0.1:${port} through the proxy`);
		await message(page).fill('hello');
		await message(page).press('Enter');
		await expect(log(page)).toContainText('hello');
	} finally {
		proxy.kill('SIGKILL');
		await reader.close();
	}
});
