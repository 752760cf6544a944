import { execFileSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { EVERY_HOST, expect, test } from './support/fixtures.ts';
import type { App } from './support/launch.ts';
import { echoServer } from './support/make.ts';
import { saving } from './support/saving.ts';
import { talkTo } from './support/steps.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Export' });
const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notices' });

/** Sends each line after the echo of the previous one, and stays connected. */
async function talk(port: number, lines: readonly string[]): Promise<() => void> {
	const talker = await talkTo(port);
	await talker.say(...lines);
	return talker.end;
}

/** Opens the dialog, runs `choose`, and returns the file, wherever the host saves it. */
async function exportFile(
	app: App,
	{ folder, format }: { folder: string; format: string },
	choose: (form: Locator) => Promise<void> = async () => undefined,
): Promise<{ path: string; file: Buffer; name: string | undefined }> {
	const { page } = app;
	await page.keyboard.press('Control+Shift+E');
	const form = dialog(page);
	await form.getByRole('radio', { name: format }).check();
	await form.getByLabel('Name').fill(`out ${format}`);
	await choose(form);
	const { path, name } = await saving(app, join(folder, `chosen place for ${format}`), async () => {
		await page.keyboard.press('Enter');
		await expect(form).toBeHidden();
		await expect(notices(page).getByText(/exported$/)).toBeVisible();
	});
	await notices(page).getByRole('button', { name: 'Dismiss' }).first().click();
	await expect(notices(page).getByText(/exported$/)).toBeHidden();
	return { path, file: await readFile(path), name };
}

test('every export format holds the chosen events', async ({ app, dataFolder }) => {
	const { page } = app;
	const port = await echoServer(page);
	const hangUp = await talk(port, ['one\n', 'zwei — 二\n']);
	await expect(page.locator('[data-counter="stored"] b')).toHaveText('6');
	const where = { folder: dataFolder };

	const lines = await exportFile(app, { ...where, format: 'JSON lines' });
	const events = lines.file
		.toString()
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line));
	expect(events.map(({ n, event, text }) => [n, event, text])).toEqual([
		[0, 'listening', undefined],
		[1, 'open', undefined],
		[2, 'data', 'one\n'],
		[3, 'data', 'one\n'],
		[4, 'data', 'zwei — 二\n'],
		[5, 'data', 'zwei — 二\n'],
	]);
	if (lines.name !== undefined) expect(lines.name).toBe('out JSON lines.jsonl');

	const csv = await exportFile(app, { ...where, format: 'CSV' });
	const program = 'import csv, json, sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], newline="")))))';
	const rows: { text: string }[] = JSON.parse(execFileSync('python3', ['-c', program, csv.path], { encoding: 'utf8' }));
	expect(rows.slice(2).map(({ text }) => text)).toEqual(['one\n', 'one\n', 'zwei — 二\n', 'zwei — 二\n']);

	const text = await exportFile(app, { ...where, format: 'Plain text' });
	expect(text.file.toString()).toMatch(/^2 \S+ ".*" #\d+ data in: 4 bytes\n0{8} {2}6f 6e 65 0a {39}\|one\.\|$/m);

	const raw = await exportFile(app, { ...where, format: 'Raw bytes' }, async (form) => {
		await form.getByRole('radio', { name: 'Received', exact: true }).check();
	});
	expect(raw.file.toString()).toBe('one\nzwei — 二\n');

	const header = await exportFile(app, { ...where, format: 'C arrays' }, async (form) => {
		await form.getByRole('radio', { name: 'Sent', exact: true }).check();
		await form.getByRole('checkbox', { name: 'One array for all events' }).check();
		await form.getByRole('radio', { name: 'A range of events' }).check();
		await form.getByLabel('First event').fill('1');
		await form.getByLabel('Last event').fill('4');
	});
	expect(header.file.toString()).toContain('\t0x6f, 0x6e, 0x65, 0x0a,\n};\n#define WIREBENCH_DATA_LENGTH 4UL\n');

	await page.keyboard.press('Control+f');
	await page.keyboard.type('dir:in kind:data');
	await page.keyboard.press('Enter');
	await expect(page.locator('.filter-count')).toHaveText('2 of 6');
	const capture = await exportFile(app, { ...where, format: 'pcapng' }, async (form) => {
		await expect(form.getByRole('radio', { name: 'What the filter shows (2)' })).toBeChecked();
	});
	const fields = ['-T', 'fields', '-e', 'tcp.len', '-e', 'frame.interface_queue'];
	const packets = execFileSync('tshark', ['-r', capture.path, ...fields], { encoding: 'utf8' });
	// The host numbers connections from its start on, across tests.
	const connection = String(events[1]?.connection);
	expect(packets).toBe(`4\t${connection}\n13\t${connection}\n`);
	hangUp();
});

test('the export dialog works by keyboard, shows errors at their fields, and passes axe', async ({
	workbench: page,
}) => {
	await echoServer(page);
	await page.getByRole('button', { name: 'Export…' }).click();
	const form = dialog(page);
	await expect(form.getByRole('radio', { name: 'pcapng' })).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(form.getByRole('radio', { name: 'JSON lines' })).toBeChecked();
	await form.getByRole('radio', { name: 'A range of events' }).check();
	await form.getByLabel('Last event').fill('9');
	await expect(form.getByText(/Events are numbered from 1 to 1/)).toBeVisible();
	await expect(form.getByRole('button', { name: 'Export' })).toBeDisabled();
	expect(await violations(page, { within: 'dialog' })).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(form).toBeHidden();
});

test('an export is saved where the person chooses; a missing folder is named, and no file is left', {
	tag: EVERY_HOST,
}, async ({ app, host, dataFolder }) => {
	test.skip(host === 'browser', 'a browser keeps its downloads where it wants');
	const { page, system } = app;
	await echoServer(page);
	const place = join(dataFolder, 'not', 'there.pcapng');
	await system?.chooseFile(place);
	await page.keyboard.press('Control+Shift+E');
	await expect(dialog(page)).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(notices(page)).toContainText(
		`There is no folder ${join(dataFolder, 'not')}. Choose a folder that is there.`,
	);
	await expect(stat(place)).rejects.toThrow('ENOENT');
	await notices(page).getByRole('button', { name: 'Dismiss' }).first().click();
	const { file } = await exportFile(app, { folder: dataFolder, format: 'JSON lines' });
	expect(JSON.parse(file.toString())).toMatchObject({ n: 0, event: 'listening' });
});
