import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { KeptView } from '../../../common/workspace/index.ts';
import { noFaults } from '../faults.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { fileIn, server, startBench } from './bench.fixture.ts';

const onInternalError = noFaults();
const start = (folder: string) => startBench(folder, { onInternalError });

const draft = (text: string): KeptView['drafts'][string] => ({
	format: 'hex',
	lineEnding: 'crlf',
	text,
	charset: 'utf-8',
	checksum: 'crc32',
	template: false,
	to: '',
});

test('what a window shows survives a restart beside the file, without what belongs to the run alone', async () => {
	const folder = temporaryFolder();
	const first = await start(folder);
	const id = await first.create(server);
	const { opened } = await first.saved();
	const text = readFileSync(fileIn(folder), 'utf8');
	const selection = { endpoint: id, connection: 3, event: 9 };
	const target = { endpoint: id, connection: 3 };
	await first.client.call('viewKeep', {
		opened,
		change: { filter: 'dir:in', row: 4, capture: 'c', target, selection },
	});
	// Another window changes another draft.
	await first.client.call('viewKeep', { opened, change: { drafts: { [id]: draft('01') } } });
	await first.client.call('viewKeep', { opened, change: { drafts: { [`${id}#3`]: draft('02'), other: draft('03') } } });
	await first.client.call('viewKeep', { opened, change: { drafts: { other: null } } });
	const { view, earlier } = await first.client.call('viewRecall', {});
	expect(earlier).toBe(false);
	expect(view).toMatchObject({ filter: 'dir:in', row: 4, target, selection });
	expect(view.drafts).toEqual({ [id]: draft('01'), [`${id}#3`]: draft('02') });
	await first.close();
	expect(readFileSync(fileIn(folder), 'utf8'), 'the workspace file').toBe(text);

	const second = await start(folder);
	expect((await second.saved()).opened).not.toBe(opened);
	expect(await second.client.call('viewRecall', {})).toEqual({
		earlier: true,
		view: {
			drafts: { [id]: draft('01') },
			target: { endpoint: id, connection: null },
			filter: 'dir:in',
			folded: [],
			listed: { as: 'reads', tried: [] },
			centre: 'log',
			selection: { endpoint: id, connection: null, event: null },
			capture: null,
			row: null,
		},
	});
});

test('each workspace has a view of its own, which Save as takes along; late news of a window change no other one', async () => {
	const folder = temporaryFolder();
	const { client, until, saved } = await start(folder);
	const { opened } = await saved();
	await client.call('viewKeep', { opened, change: { filter: 'len>1', row: 2 } });
	const { path } = await client.call('workspaceSaveAs', { path: join(folder, 'lab') });
	expect((await until((now) => now.path === path)).opened).toBe(opened);
	expect((await client.call('viewRecall', {})).view.filter).toBe('len>1');
	await client.call('workspaceNew', {});
	const other = await until((now) => now.opened !== opened);
	expect((await client.call('viewRecall', {})).view.filter).toBe('');
	await client.call('viewKeep', { opened, change: { filter: 'late' } });
	await client.call('viewKeep', { opened: other.opened, change: { filter: 'new' } });
	await client.call('workspaceOpen', { path });
	// The capture goes on in the same run, and with it the place in it.
	expect(await client.call('viewRecall', {})).toMatchObject({ view: { filter: 'len>1', row: 2 }, earlier: false });
	await client.call('workspaceOpen', {});
	expect((await client.call('viewRecall', {})).view.filter).toBe('len>1');
});

test('a view file that is broken is renamed, and the workspace is shown as a new one', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'workspace.view.json'), '{ "run": 1 ');
	const { client } = await start(folder);
	expect((await client.call('viewRecall', {})).view).toMatchObject({ drafts: {}, filter: '' });
});
