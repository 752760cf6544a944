import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from './support/axe.ts';
import { dropFile } from './support/drop-file.ts';
import { expect, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { log, portOf, storedWorkspace } from './support/steps.ts';

const text = (written: string) => ({ format: 'text', text: written });
const bytes = (written: string) => ({ expectation: { type: 'bytes', pattern: text(written) }, withinMs: 60_000 });

/** A client of a server, which answers it in a loop, and a server with a client: both peers are other programs. */
const bothSides = (port: number, path: string) => ({
	name: 'both sides',
	connections: {
		client: { client: { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port } },
		server: { server: { kind: 'unix-server', name: 'server', path } },
	},
	steps: [
		{ type: 'expect', ...bytes('Welcome!') },
		{
			type: 'repeat',
			times: 2,
			steps: [
				{ type: 'send', payload: text('Ann') },
				{
					type: 'branch',
					withinMs: 60_000,
					cases: [
						{ expectation: bytes('Goodbye').expectation },
						{ expectation: bytes('Hello, Ann~').expectation, steps: [{ type: 'wait', ms: 0 }] },
					],
				},
			],
		},
		{ type: 'accept', on: 'server', withinMs: 60_000 },
		{ type: 'expect', on: 'server', ...bytes('from the peer') },
		{ type: 'send', on: 'server', payload: text('from the test') },
	],
});

test('a test by clicks passes, fails with the difference, is saved and restored; one with several connections shows each step', async ({
	app: { page, dataFolder },
	host,
}) => {
	await make(page, 'hello-server', { Port: '0' });
	const port = await portOf(page, 'hello-server');
	await page.getByRole('button', { name: 'Tests' }).click();
	const dialog = page.getByRole('dialog', { name: 'Tests' });
	await dialog.getByRole('button', { name: 'New test' }).click();
	await dialog.getByLabel('Port', { exact: true }).fill(String(port));
	await dialog.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(dialog.getByRole('status')).toHaveText(/Passed: 5 steps/);
	await expect(dialog.getByRole('listitem', { name: 'Step 3' })).toContainText('passed');

	await dialog.getByLabel('Step 1: bytes', { exact: true }).fill('Welcome?');
	await expect(dialog.getByRole('status')).toHaveText('Changed since it ran.');
	await dialog.getByLabel('Name', { exact: true }).press('Enter');
	await expect(dialog.getByRole('status')).toHaveText(/Failed at step 1 of 5/);
	const step = dialog.getByRole('listitem', { name: 'Step 1', exact: true });
	await expect(step).toContainText('At byte 7 (0x7): expected 3f “?”, got 21 “!”.');
	await dialog.getByLabel('Step 1: bytes: written as').selectOption('hex');
	await dialog.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(step).toContainText(/hex/i);
	await dialog.getByLabel('Step 1: bytes: written as').selectOption('text');
	await dialog.getByRole('button', { name: 'Move step 1 down' }).click();
	await expect(dialog.getByLabel('Step 2: bytes', { exact: true })).toHaveValue('Welcome?');
	expect(await violations(page, { within: 'dialog' })).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(log(page).getByText('Welcome!').first()).toBeVisible();
	await expect
		.poll(() => storedWorkspace(dataFolder))
		.toHaveProperty('tests[0].steps[1].expectation.pattern', { format: 'text', text: 'Welcome?' });
	await page.reload();
	await expect(page.getByRole('region', { name: 'Endpoints' })).toBeVisible();
	await page.keyboard.press('Alt+s');
	const kept = page.getByRole('dialog', { name: 'Tests' });
	await expect(kept.getByLabel('Step 2: bytes', { exact: true })).toHaveValue('Welcome?');
	await kept.getByRole('button', { name: 'Delete hello' }).click();
	await expect(kept.getByText('No tests yet')).toBeVisible();
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Undo' }).click();
	await page.keyboard.press('Alt+s');
	await expect(kept.getByLabel('Name', { exact: true })).toHaveValue('hello');
	await page.keyboard.press('Escape');

	const server = startPeer('hello_server.py');
	const file = join(dataFolder, 'both.wirebench.json');
	const path = join(dataFolder, 'server.socket');
	writeFileSync(file, JSON.stringify({ wirebench: 1, tests: [bothSides(Number(await server.line()), path)] }));
	await dropFile(page, host, file);
	await page
		.getByRole('dialog', { name: 'What shall become of both.wirebench.json?' })
		.getByRole('button', { name: 'Take parts in…' })
		.click();
	await page.getByRole('button', { name: 'Take in 1' }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.keyboard.press('Alt+s');
	await kept.getByRole('navigation', { name: 'Tests' }).getByRole('button', { name: 'both sides' }).click();
	await expect(kept.getByLabel('Name', { exact: true })).toHaveValue('both sides');
	await kept.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(kept.getByRole('status')).toContainText('Step 3 of 8…');
	const client = startPeer('unix_client.py', path, 'from the peer');
	expect(await client.line()).toBe(Buffer.from('from the test').toString('hex'));
	await expect(kept.getByRole('status')).toContainText('Passed: 8 steps');
	for (const number of ['1', '2', '2.1', '2.2', '2.2.2.1', '3', '4', '5']) {
		await expect(kept.getByRole('listitem', { name: `Step ${number}`, exact: true })).toContainText('passed');
	}
	await expect(kept.getByRole('listitem', { name: 'Step 2.1', exact: true })).toContainText('2 times');
	await expect(kept.getByRole('region', { name: 'Step 2.2 case 1' })).toHaveAttribute('data-taken', 'false');
	await expect(kept.getByRole('region', { name: 'Step 2.2 case 2' })).toHaveAttribute('data-taken', 'true');
	await server.close();
	await client.close();
});

test('a waiting run can be stopped; a refused one shows what to check', async ({ workbench: page }) => {
	await make(page, 'class-tcp', { Port: '0' });
	const port = await portOf(page, 'class-tcp');
	await page.getByRole('button', { name: 'Tests' }).click();
	const dialog = page.getByRole('dialog', { name: 'Tests' });
	await dialog.getByRole('button', { name: 'New test' }).click();
	await dialog.getByLabel('Port', { exact: true }).fill(String(port));
	await dialog.getByLabel('Step 1: within milliseconds').fill('60000');
	await dialog.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(dialog.getByRole('status')).toContainText('Step 1 of 5…');
	await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
	await expect(dialog.getByRole('status')).toContainText('Stopped.');
	await dialog.getByLabel('Port', { exact: true }).fill('1');
	await dialog.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(dialog.getByRole('status')).toContainText('Failed: no connection.');
	await expect(dialog.getByText('Nothing listens on 127.0.0.1:1')).toBeVisible();
});
