import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noFaults } from '../faults.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { fileIn, readJson, server, startBench, stored } from './bench.fixture.ts';

const onInternalError = noFaults();
const start = (folder: string) => startBench(folder, { onInternalError });
const errors = { name: 'Errors', text: 'kind:error' };
const mine = { name: 'Mine', text: 'dir:in' };

test('filters of the settings move into the workspace once, beside those of the same name there', async () => {
	const folder = temporaryFolder();
	const settings = join(folder, 'settings.json');
	writeFileSync(settings, JSON.stringify({ theme: 'dark', filters: [errors, mine] }));
	writeFileSync(
		fileIn(folder),
		JSON.stringify({ wirebench: 1, filters: [{ name: 'Errors', text: 'kind:reset' }, mine] }),
	);
	const moved = [{ name: 'Errors', text: 'kind:reset' }, { ...errors, name: 'Errors 2' }, mine];
	const { close, saved } = await start(folder);
	expect((await saved()).undo, 'a start is no change').toBeUndefined();
	await close();
	expect(stored(folder).filters).toEqual(moved);
	expect(readJson(settings)).toMatchObject({ theme: 'dark', filters: [] });
	const again = await start(folder);
	await again.client.call('filtersSet', { filters: [mine] });
	await again.saved();
	expect(stored(folder).filters).toEqual([mine]);
	await again.client.call('workspaceUndo', {});
	await again.saved();
	expect(stored(folder).filters).toEqual(moved);
});

test('filters stay in the settings while the workspace cannot be written', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'settings.json'), JSON.stringify({ filters: [errors] }));
	writeFileSync(fileIn(folder), '{ "wirebench": 1, "endpoints": 7 }');
	const broken = await start(folder);
	expect((await broken.problem())?.kind).toBe('broken');
	await broken.close();
	expect(readJson(join(folder, 'settings.json')).filters).toEqual([errors]);
	writeFileSync(fileIn(folder), '{ "wirebench": 1 }');
	await (await start(folder)).saved();
	expect(stored(folder).filters).toEqual([errors]);
});

test('a layout is how the file opens where no window has shown it, and only there', async () => {
	const folder = temporaryFolder();
	const layout = { view: 'conversation', filter: 'dir:in' } as const;
	writeFileSync(fileIn(folder), JSON.stringify({ wirebench: 1, layout }));
	const { client, saved, close } = await start(folder);
	const { opened } = await saved();
	expect((await client.call('viewRecall', {})).view).toMatchObject({ centre: 'conversation', filter: 'dir:in' });
	await client.call('viewKeep', { opened, change: { filter: '' } });
	await client.call('layoutSet', { layout: { view: 'sequence' } });
	await saved();
	await close();
	expect(stored(folder).layout).toEqual({ view: 'sequence' });
	const again = await start(folder);
	expect((await again.client.call('viewRecall', {})).view).toMatchObject({ centre: 'conversation', filter: '' });
});

test('a file that is made here names its schema, which lies beside it; one that was written by hand stays', async () => {
	const folder = temporaryFolder();
	const { client, create, until, saved } = await start(folder);
	await create(server);
	await saved();
	expect(stored(folder)).not.toHaveProperty('$schema');
	const { path } = await client.call('workspaceSaveAs', { path: join(folder, 'shared', 'lab') });
	expect(Object.entries(readJson(path))[0]).toEqual(['$schema', './wirebench.schema.json']);
	expect(readJson(join(folder, 'shared', 'wirebench.schema.json'))).toHaveProperty('properties.endpoints');
	// What was done before can be undone, and does not take the name of the schema away.
	expect((await until((now) => now.path === path)).undo?.what).toBe('add');
	await client.call('workspaceUndo', {});
	await saved();
	expect(readJson(path)).toEqual({ $schema: './wirebench.schema.json', wirebench: 1 });

	writeFileSync(join(folder, 'shared', 'wirebench.schema.json'), '{}');
	const hand = join(folder, 'hand.wirebench.json');
	writeFileSync(hand, '{ "wirebench": 1 }');
	await client.call('workspaceOpen', { path: hand });
	await create(server);
	await saved();
	expect(readJson(hand)).not.toHaveProperty('$schema');
	expect(existsSync(join(folder, 'wirebench.schema.json'))).toBe(false);
	await client.call('workspaceSaveAs', { path: join(folder, 'shared', 'copy') });
	expect(readJson(join(folder, 'shared', 'wirebench.schema.json')), 'one that is there stays').toEqual({});
});
