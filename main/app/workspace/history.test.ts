import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changeWords } from '../../../common/workspace/index.ts';
import { noFaults } from '../faults.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { fileIn, server, startBench, stored } from './bench.fixture.ts';

const onInternalError = noFaults();
const start = (folder: string) => startBench(folder, { onInternalError });

describe('undo and redo', () => {
	test('follow every change of the endpoints, by any client, by their names, and are stored', async () => {
		const folder = temporaryFolder();
		const { create, client, names, until, saved, app } = await start(folder);
		const step = async (way: 'undo' | 'redo') => {
			const state = await saved();
			const next = state[way];
			await client.call(way === 'undo' ? 'workspaceUndo' : 'workspaceRedo', {});
			return next === undefined ? undefined : changeWords(next);
		};
		await expect(client.call('workspaceUndo', {})).rejects.toMatchObject({ message: 'There is nothing to undo.' });
		const a = await create({ ...server, name: 'a' });
		const b = await create({ ...server, name: 'b' });
		await create({ ...server, name: 'c' });
		const config = app.engine.endpoint(a)?.config;
		if (config?.kind !== 'tcp-server') throw new Error('It is a server.');
		await client.call('endpointUpdate', { id: a, config: { ...config, name: 'A', port: 9 } });
		await client.call('endpointStart', { id: b });
		await client.call('endpointRemove', { id: b });
		expect(names()).toEqual(['A stopped', 'c stopped']);

		// At its place, stopped although it ran.
		expect(await step('undo')).toBe('Remove b');
		expect(names()).toEqual(['A stopped', 'b stopped', 'c stopped']);
		expect((await until(({ redo }) => redo !== undefined)).order).toEqual([{ id: a }, { id: b }, { id: 'e3' }]);
		expect(await step('undo')).toBe('Edit A');
		expect(names()).toEqual(['a stopped', 'b stopped', 'c stopped']);
		await saved();
		expect(stored(folder).endpoints[0]).toEqual({ id: a, kind: 'tcp-server', name: 'a', port: 0 });
		expect(await step('redo')).toBe('Edit A');
		expect(await step('redo')).toBe('Remove b');
		expect(names()).toEqual(['A stopped', 'c stopped']);
		expect(await step('undo')).toBe('Remove b');

		// A change ends what could be done again; a step that is not the last any more is refused.
		const last = (await saved()).undo?.id;
		await create({ ...server, name: 'd' });
		expect((await saved()).redo).toBeUndefined();
		await expect(client.call('workspaceUndo', { step: last })).rejects.toMatchObject({
			code: 'wrong-state',
			message: 'Something else was changed since: Add d.',
		});
		expect(await step('undo')).toBe('Add d');
		expect(names()).toEqual(['A stopped', 'b stopped', 'c stopped']);
	});

	test('change what runs without stopping it, or say that it has to be stopped', async () => {
		const { create, client, names, app } = await start(temporaryFolder());
		const id = await create({ ...server, name: 'a' });
		const config = app.engine.endpoint(id)?.config;
		if (config?.kind !== 'tcp-server') throw new Error('It is a server.');
		await client.call('endpointUpdate', { id, config: { ...config, name: 'b' } });
		await client.call('endpointStart', { id });
		const rules = [{ match: { type: 'any' as const }, reply: { format: 'text' as const, text: 'hi' } }];
		await client.call('endpointSetResponder', { id, responder: { rules } });
		await client.call('endpointSetFraming', { id, framing: { type: 'line' } });
		await client.call('endpointSetCharset', { id, charset: 'gbk' });
		await client.call('endpointSetOptions', { id, options: { keepAliveMs: 5000 }, noDelay: false });
		for (const _each of ['options', 'charset', 'framing', 'responder']) await client.call('workspaceUndo', {});
		expect(app.engine.endpoint(id)?.config).toEqual({ ...config, name: 'b', options: {} });
		expect(names()).toEqual(['b open']);
		await expect(client.call('workspaceUndo', {})).rejects.toMatchObject({
			code: 'wrong-state',
			message: 'b runs: stop it first, and try again.',
		});
		expect(names()).toEqual(['b open']);
		await client.call('endpointStop', { id });
		await client.call('workspaceUndo', {});
		expect(names()).toEqual(['a stopped']);
		// Of another workspace there is nothing to undo.
		await client.call('workspaceNew', {});
		await expect(client.call('workspaceUndo', {})).rejects.toMatchObject({ code: 'wrong-state' });
	});
});

test('a change of the file by another program asks at once, the same in another form does not, and taking it can be undone', async () => {
	const folder = temporaryFolder();
	const bench = await start(folder);
	await bench.create({ ...server, name: 'mine' });
	await bench.saved();
	const theirs = { wirebench: 1, endpoints: [{ ...server, id: 'x', name: 'theirs' }] };
	writeFileSync(fileIn(folder), JSON.stringify(theirs));
	expect(await bench.problem()).toMatchObject({ kind: 'changed' });
	expect(bench.names()).toEqual(['mine stopped']);
	// The other program takes it back.
	const mine = { ...theirs, endpoints: [{ ...server, id: 'e1', name: 'mine', serve: 'all' }] };
	writeFileSync(fileIn(folder), JSON.stringify(mine));
	await bench.until(({ problem }) => problem === undefined);
	writeFileSync(fileIn(folder), JSON.stringify(theirs));
	await bench.problem();
	await bench.client.call('workspaceResolve', { how: 'take-file' });
	expect(bench.names()).toEqual(['theirs stopped']);
	await bench.client.call('workspaceUndo', {});
	expect(bench.names()).toEqual(['mine stopped']);
	await bench.saved();
	expect(stored(folder).endpoints).toMatchObject([{ name: 'mine' }]);
});
