import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { dropFile } from './support/drop-file.ts';
import { EVERY_HOST, expect, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { addressOf, command, endpoint, newButton } from './support/steps.ts';

const startRan = (page: Page) => page.getByRole('button', { name: /^Start what ran/ });
const problem = (page: Page) => page.getByRole('region', { name: 'Problem of the workspace' });

/** Creates an endpoint from the gallery, stopped. */
async function create(page: Page, query: string): Promise<void> {
	await newButton(page).click();
	await page.getByRole('combobox', { name: 'Search' }).fill(query);
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Create', exact: true }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
}

test('endpoints survive a restart, stopped, and one click starts what ran', { tag: EVERY_HOST }, async ({ open }) => {
	const first = await open();
	await make(first.page, 'upper-echo', { Port: '0' });
	await create(first.page, 'udp socket');
	await expect(endpoint(first.page, 'upper-echo')).toHaveAccessibleName(/, open,/);
	await expect(startRan(first.page)).toBeHidden();
	await first.close();

	const { page } = await open();
	await expect(page.getByRole('treeitem')).toHaveCount(2);
	await expect(endpoint(page, 'upper-echo')).toHaveAccessibleName(/, stopped/);
	await expect(endpoint(page, 'udp')).toHaveAccessibleName(/, stopped/);
	await expect(startRan(page)).toHaveText('Start what ran (1)');
	await startRan(page).click();
	await expect(startRan(page)).toBeHidden();
	const row = endpoint(page, 'upper-echo');
	await expect(row).toHaveAccessibleName(/, open,/);
	const { host, port } = await addressOf(row);
	await expect(endpoint(page, 'udp')).toHaveAccessibleName(/, stopped/);
	const peer = startPeer('tcp_client.py', host, String(port), '6162');
	expect(await peer.line()).toBe('4142');
	await peer.close();
});

test('a file that is broken, or changed on disk, is not overwritten: the card says why and what can be done', async ({
	open,
	dataFolder,
}) => {
	const file = join(dataFolder, 'workspace.wirebench.json');
	const broken = '{ "wirebench": 1,\n  "endpoints": [{ "id": "a", "kind": "udp", "name": "mine", "port": -1 }]\n}\n';
	writeFileSync(file, broken);
	const { page } = await open();
	await expect(problem(page)).toContainText('endpoints[0].port: A port is a whole number from 0 to 65535.');
	expect(await violations(page), 'axe').toEqual([]);
	await create(page, 'udp socket');
	expect(readFileSync(file, 'utf8')).toBe(broken);
	await page.getByRole('button', { name: 'Start a new one' }).click();
	await expect(problem(page)).toBeHidden();
	expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ endpoints: [{ name: 'udp' }] });

	const theirs = { wirebench: 1, endpoints: [{ id: 'a', kind: 'udp', name: 'theirs', port: 0 }] };
	writeFileSync(file, JSON.stringify(theirs));
	await create(page, 'udp socket');
	await expect(problem(page)).toContainText('Another program has changed');
	await page.getByRole('button', { name: 'Take the file’s' }).click();
	await expect(problem(page)).toBeHidden();
	await expect(endpoint(page, 'theirs')).toBeVisible();
	await expect(page.getByRole('treeitem')).toHaveCount(1);
	expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(theirs);
});

test('a workspace is a document: saved as a file, left for one that is dropped, opened again, and its changes undone', {
	tag: EVERY_HOST,
}, async ({ open, dataFolder, host }) => {
	const { page, system } = await open();
	const menu = page.getByRole('button', { name: /^Workspace: / });
	await expect(menu).toHaveAccessibleName('Workspace: Untitled');
	await make(page, 'upper-echo', { Port: '0' });
	const lab = join(dataFolder, 'lab.wirebench.json');
	if (system === undefined) {
		await page.keyboard.press('Control+Shift+S');
		await page.getByLabel('Path').fill(join(dataFolder, 'lab'));
		await page.keyboard.press('Enter');
	} else {
		await system.chooseFile(lab);
		await system.chooseMenuItem('save-workspace-as');
	}
	await expect(menu).toHaveAccessibleName('Workspace: lab');
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(endpoint(page, 'upper-echo')).toHaveAccessibleName(/, open,/);
	expect(JSON.parse(readFileSync(lab, 'utf8'))).toMatchObject({ endpoints: [{ name: 'upper-echo' }] });

	const theirs = join(dataFolder, 'theirs.wirebench.json');
	const via = { host: '127.0.0.1', port: 9, user: 'me' };
	const client = { id: 'a', kind: 'tcp-client', name: 'theirs', host: '127.0.0.1', port: 9, via };
	writeFileSync(theirs, JSON.stringify({ wirebench: 1, endpoints: [client] }));
	await dropFile(page, host, theirs);
	await page
		.getByRole('dialog', { name: 'What shall become of theirs.wirebench.json?' })
		.getByRole('button', { name: 'Open' })
		.click();
	const question = page.getByRole('dialog', { name: 'Stop what runs?' });
	await expect(question).toContainText('upper-echo is stopped');
	expect(await violations(page), 'axe').toEqual([]);
	await question.getByRole('button', { name: 'Stop and open' }).click();
	await expect(endpoint(page, 'theirs')).toHaveAccessibleName(/, stopped/);
	await expect(menu).toHaveAccessibleName('Workspace: theirs');
	await page.getByRole('button', { name: 'A secret is missing…' }).click();
	await page.getByLabel('theirs: the password of its upstream proxy').fill('verysecret');
	expect(await violations(page), 'axe').toEqual([]);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('region', { name: 'Missing secrets' })).toBeHidden();
	await command(page, 'More for theirs', 'Folder…');
	await page.getByLabel('Name').fill('lab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('group', { name: 'lab' })).toBeVisible();

	await menu.click();
	await page.getByRole('menuitem', { name: /^lab/ }).click();
	await expect(endpoint(page, 'upper-echo')).toHaveAccessibleName(/, stopped/);
	await expect(startRan(page)).toHaveText('Start what ran (1)');

	await endpoint(page, 'upper-echo').press('Delete');
	await expect(endpoint(page, 'upper-echo')).toBeHidden();
	if (system === undefined) await page.keyboard.press('Control+z');
	else await system.chooseMenuItem('undo');
	await expect(endpoint(page, 'upper-echo')).toHaveAccessibleName(/, stopped/);
	await menu.click();
	await expect(page.getByRole('menuitem', { name: /^Redo: Remove upper-echo/ })).toBeVisible();
});

test('the calls of agents are listed, newest first, and a new one appears', async ({ open, dataFolder }) => {
	const file = join(dataFolder, 'workspace.agents.jsonl');
	const call = {
		at: 0,
		client: 'agent 1',
		tool: 'list_endpoints',
		input: '{}',
		ok: true,
		result: '{"total":0}',
		ms: 1,
	};
	const line = (more: object) => `${JSON.stringify({ ...call, ...more })}\n`;
	writeFileSync(file, line({}));
	const { page } = await open();
	await command(page, /^Workspace: /, 'Agents’ calls…');
	const calls = page.getByRole('dialog', { name: 'Agents’ calls' }).getByRole('listitem');
	await expect(calls).toHaveCount(1);
	await expect(calls).toContainText('list_endpoints');
	appendFileSync(file, line({ tool: 'send', ok: false, result: 'closed: The connection has closed.' }));
	await expect(calls).toHaveCount(2);
	await calls.first().getByText('send').click();
	await expect(calls.first()).toContainText('closed: The connection has closed.');
	expect(await violations(page), 'axe').toEqual([]);
});
