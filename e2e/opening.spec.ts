import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { dropFile } from './support/drop-file.ts';
import { EVERY_HOST, expect, sharePage, test } from './support/fixtures.ts';
import { type App, ROOT } from './support/launch.ts';
import { make } from './support/make.ts';
import { pcap } from './support/pcap.ts';
import { log, shown } from './support/steps.ts';

sharePage();

const looking = (page: Page): Locator => page.getByRole('region', { name: 'Capture looked at' });
const menu = (page: Page): Locator => page.getByRole('button', { name: /^Capture: / });

/** A capture recorded by the command line: an upper-echo server to which a client sends lines. Returns the folder. */
async function record(folder: string, lines: readonly string[]): Promise<string> {
	const capture = join(folder, 'old capture');
	const args = ['listen', 'tcp://127.0.0.1:0', '--preset', 'upper-echo', '--json', '--capture', capture];
	const child = spawn(process.execPath, [join(ROOT, 'dist/main/cli.js'), ...args], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const ended = once(child, 'close');
	const printed = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const first: { port: number } = JSON.parse((await printed.next()).value ?? '');
	const socket = connect(first.port, '127.0.0.1');
	await once(socket, 'connect');
	for (const line of lines) {
		socket.write(line);
		await once(socket, 'data');
	}
	socket.end();
	// Its close is the last event.
	for (;;) {
		const { value, done } = await printed.next();
		if (done) throw new Error('The recording ended early.');
		if (JSON.parse(value).event === 'close') break;
	}
	child.kill('SIGINT');
	for (;;) if ((await printed.next()).done) break;
	expect(await ended).toEqual([0, null]);
	return capture;
}

async function openPath(page: Page, path: string): Promise<void> {
	await menu(page).click();
	await page.getByRole('menuitem', { name: 'Open path…' }).click();
	await page.getByLabel('Path').fill(path);
	await page.keyboard.press('Enter');
}

/** Chooses a file: with Ctrl+O in the page, or through the host's menu and dialog. */
async function chooseFile({ page, system }: App, path: string): Promise<void> {
	if (system === undefined) {
		const chooser = page.waitForEvent('filechooser');
		await page.keyboard.press('Control+o');
		await (await chooser).setFiles(path);
	} else {
		await system.chooseFile(path);
		await system.chooseMenuItem('open-capture');
	}
}

let folder: string;
test.beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'wirebench-opening-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

test('an old capture is opened by its path, read, filtered and closed again, while endpoints stay live', async ({
	workbench: page,
}) => {
	const capture = await record(folder, ['first line', 'second line', 'third line']);
	const file = join(capture, 'capture-000001.pcapng');
	await truncate(file, (await stat(file)).size - 6);
	await make(page, 'class-tcp', { Port: '0', Name: 'Now' });
	await expect(shown(page)).toHaveText('1');

	await openPath(page, capture);
	await expect(looking(page)).toContainText('Looking at old capture, a stored capture: ');
	await expect(log(page)).toContainText('SECOND LINE');
	await expect(log(page).getByText('listening')).toBeVisible();
	await expect(page.getByRole('treeitem', { name: /^Now TCP/ })).toBeVisible();

	const warning = page.getByRole('region', { name: 'Warnings of old capture' });
	await expect(warning).toContainText(/bytes of an unfinished event were cut off/);
	expect(await violations(page)).toEqual([]);
	await warning.getByRole('button', { name: 'Dismiss' }).click();
	await expect(warning).toBeHidden();

	await page.keyboard.press('Control+f');
	await page.keyboard.type('dir:out third');
	await page.keyboard.press('Enter');
	await expect(shown(page)).toHaveText('1');
	await log(page).getByText('THIRD LINE', { exact: true }).click();
	await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('5448495244');

	await looking(page).getByRole('button', { name: 'Back to live' }).click();
	await expect(looking(page)).toBeHidden();
	await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('No event selected');
	await page.getByRole('combobox', { name: 'Filter', exact: true }).fill('');
	await page.keyboard.press('Enter');
	await expect(shown(page)).toHaveText('1');

	await menu(page).click();
	await page.getByRole('menuitem', { name: /^old capture/ }).click();
	await expect(log(page)).toContainText('SECOND LINE');
	await looking(page).getByRole('button', { name: 'Close' }).click();
	await expect(looking(page)).toBeHidden();
	await expect(shown(page)).toHaveText('1');
	await menu(page).click();
	await expect(page.getByRole('menuitem', { name: /^old capture/ })).toHaveCount(0);
});

test('a Wireshark file is chosen, another is dropped on the window, and each is shown like a live capture', {
	tag: EVERY_HOST,
}, async ({ app, host }) => {
	const foreign = join(folder, 'foreign.pcapng');
	const dump = Buffer.from('hello from afar').toString('hex').replaceAll(/../g, ' $&');
	const input = `I\n000000${dump}\nO\n000000${dump.toUpperCase()}\n`;
	execFileSync('text2pcap', ['-q', '-D', '-T', '40000,80', '-', foreign], { input, stdio: ['pipe', 'ignore', 'pipe'] });
	const { page } = app;
	await chooseFile(app, foreign);
	await expect(looking(page)).toContainText('Looking at foreign.pcapng, a file of another program');
	if (host === 'browser') await expect(looking(page)).not.toContainText(folder);
	await expect(log(page).getByText('hello from afar')).toHaveCount(2);
	await log(page).getByText('hello from afar').first().click();
	await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('68656c6c6f');

	const dropped = join(folder, 'dropped.pcap');
	await writeFile(dropped, pcap('dropped line'));
	await dropFile(page, host, dropped);
	await expect(log(page).getByText('dropped line', { exact: true }).first()).toBeVisible();
	await expect(menu(page)).toHaveAccessibleName('Capture: dropped.pcap');
});

test('a file that is not a capture names the byte, a damaged one shows its intact events, a missing one is reported in the dialog', async ({
	workbench: page,
}) => {
	const bad = join(folder, 'bad.bin');
	await writeFile(bad, 'no capture at all');
	await openPath(page, bad);
	const error = page.getByRole('region', { name: 'Error of bad.bin' });
	await expect(error).toContainText(/at byte \d+/);
	await expect(looking(page)).toBeHidden();
	await error.getByRole('button', { name: 'Dismiss' }).click();
	await expect(error).toBeHidden();

	await openPath(page, join(folder, 'nothing here'));
	await expect(page.getByRole('form', { name: 'Open a capture' })).toContainText('There is nothing at');
	await page.keyboard.press('Escape');

	const capture = await record(folder, ['one line']);
	const damaged = join(folder, 'damaged.pcapng');
	await writeFile(damaged, await readFile(join(capture, 'capture-000001.pcapng')));
	await appendFile(damaged, Buffer.alloc(100, 0x5a));
	await openPath(page, damaged);
	await expect(page.getByRole('region', { name: 'Warnings of damaged.pcapng' })).toContainText(/at byte \d+/);
	await expect(log(page).getByText('ONE LINE', { exact: true })).toBeVisible();
});

test('opening a capture shows its progress and can be cancelled', async ({ workbench: page }) => {
	const capture = await record(folder, ['a']);
	const large = join(folder, 'large.pcapng');
	await writeFile(large, await readFile(join(capture, 'capture-000001.pcapng')));
	// A large sparse file: much to scan for the next section, and almost nothing on the disk.
	const file = openSync(large, 'r+');
	ftruncateSync(file, 400 * 2 ** 30);
	closeSync(file);
	await openPath(page, large);
	const bar = page.getByRole('region', { name: 'Opening large.pcapng' });
	await expect(bar.getByRole('progressbar')).toBeVisible();
	await expect(bar).toContainText(/% of 429 GB/);
	await bar.getByRole('button', { name: 'Cancel' }).click();
	await expect(bar).toBeHidden();
	await expect(looking(page)).toBeHidden();
});
