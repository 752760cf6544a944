import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noFaults } from '../faults.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { readJson, server, startBench, stored } from './bench.fixture.ts';

const onInternalError = noFaults();
const via = { host: '127.0.0.1', port: 1080, user: 'ann', password: 'secret word' };
const other = {
	wirebench: 1,
	name: 'Other',
	endpoints: [
		{ id: 'e1', kind: 'tcp-client', name: 'client', folder: 'Lab', host: '127.0.0.1', port: 9, via },
		{ id: 'e2', kind: 'tcp-server', name: 'mine', port: 0, framing: { type: 'fixed', length: 4 } },
	],
	payloads: [{ name: 'hello', format: 'text', text: 'hi', shortcut: 1 }],
	variables: { who: 'Ann' },
	filters: [{ name: 'Errors', text: 'kind:error' }],
};

/** A workspace with one endpoint that runs, and the file of another one. */
async function bench(content: unknown = other) {
	const folder = temporaryFolder();
	const file = join(temporaryFolder(), 'other.wirebench.json');
	writeFileSync(file, JSON.stringify(content));
	const started = await startBench(folder, { onInternalError });
	const id = await started.create({ ...server, name: 'mine' });
	await started.client.call('endpointStart', { id });
	return { ...started, folder, file, id };
}

test('parts of another file are taken in by one step, beside what runs, and one undo takes them back', async () => {
	const { client, file, folder, names, saved, id } = await bench();
	await client.call('payloadSave', { payload: { name: 'other', format: 'text', text: 'x', shortcut: 1 } });
	const { title, parts } = await client.call('workspaceParts', { from: { path: file } });
	expect(title).toBe('other');
	expect(parts.map(({ kind, name, clash }) => [kind, name, clash])).toEqual([
		['endpoints', 'client', id === 'e1' ? { name: 'mine', by: 'id' } : undefined],
		['endpoints', 'mine', { name: 'mine', by: 'name' }],
		['payloads', 'hello', undefined],
		['variables', 'who', undefined],
		['filters', 'Errors', undefined],
	]);
	await client.call('workspaceTakeParts', {
		from: { path: file },
		parts: parts.map(({ kind, key }) => ({ kind, key })),
	});
	expect(names()).toEqual(['mine open', 'client stopped', 'mine 2 stopped']);
	const state = await saved();
	expect(state.undo).toMatchObject({ what: 'several' });
	expect(state.order[1]).toMatchObject({ folder: 'Lab' });
	expect(stored(folder)).toMatchObject({
		payloads: [{ name: 'other', shortcut: 1 }, { name: 'hello' }],
		variables: { who: 'Ann' },
		filters: [{ name: 'Errors' }],
	});
	expect(JSON.stringify(stored(folder))).not.toContain('secret word');
	expect(JSON.stringify(readJson(join(folder, 'workspace.secrets.json')))).toContain('secret word');
	await client.call('workspaceUndo', {});
	await saved();
	expect(names()).toEqual(['mine open']);
	expect(Object.keys(stored(folder)).sort()).toEqual(['endpoints', 'payloads', 'wirebench']);
	await client.call('workspaceRedo', {});
	expect(names()).toEqual(['mine open', 'client stopped', 'mine 2 stopped']);
});

test('keys that this version does not know come along at their place, and stay in an export, an undo and a redo', async () => {
	const rule = { match: { type: 'any', later: 1 }, delayMs: 5, reply: { format: 'text', text: 'x' } };
	const written = {
		wirebench: 1,
		later: 'of the file',
		endpoints: [
			{ ...server, id: 'other', name: 'other' },
			{ ...server, id: 'e1', name: 'mine', later: [2], responder: { rules: [rule], later: 3 } },
		],
		payloads: [{ name: 'hello', format: 'text', text: 'hi', later: 4 }],
		tests: [{ name: 't', client: { ...via, kind: 'tcp-client', name: 'c', user: undefined, later: 5 }, steps: [] }],
		filters: [{ name: 'f', text: 'kind:error', later: 6 }],
	};
	const { client, file, folder, saved } = await bench(written);
	const { parts } = await client.call('workspaceParts', { from: { path: file } });
	const chosen = parts.filter(({ name }) => name !== 'other').map(({ kind, key }) => ({ kind, key }));
	await client.call('workspaceTakeParts', { from: { path: file }, parts: chosen });
	const [, endpoint] = written.endpoints;
	const rest = { payloads: written.payloads, tests: written.tests, filters: written.filters };
	const taken = JSON.parse(JSON.stringify({ endpoints: [endpoint], ...rest }));
	const mine = {
		...taken,
		endpoints: [
			{ name: 'mine', kind: 'tcp-server' },
			{ ...taken.endpoints[0], id: 'e2', name: 'mine 2' },
		],
	};
	await saved();
	expect(stored(folder)).toMatchObject(mine);
	expect(stored(folder)).not.toHaveProperty('later');
	await client.call('workspaceUndo', {});
	await saved();
	expect(readFileSync(join(folder, 'workspace.wirebench.json'), 'utf8')).not.toContain('later');
	await client.call('workspaceRedo', {});
	await saved();
	expect(stored(folder)).toMatchObject(mine);
	await client.call('endpointRemove', { id: 'e2' });
	await saved();
	await client.call('workspaceUndo', {});
	await saved();
	expect(stored(folder)).toMatchObject(mine);

	const all = (await client.call('workspaceParts', {})).parts.filter(({ name }) => name !== 'mine');
	const path = join(folder, 'part.wirebench.json');
	await client.call('workspaceExportParts', { path, parts: all.map(({ kind, key }) => ({ kind, key })) });
	expect(readJson(path)).toMatchObject({ ...mine, endpoints: mine.endpoints.slice(1) });
});

test('one that replaces a running endpoint goes on where that can be, and else nothing is taken', async () => {
	const { client, app, file, names, id } = await bench();
	const replace = { kind: 'endpoints', key: 'e2', clash: 'replace' } as const;
	await client.call('workspaceTakeParts', { from: { path: file }, parts: [replace] });
	expect(names()).toEqual(['mine open']);
	expect(app.engine.endpoint(id)?.config).toMatchObject({ framing: { type: 'fixed' } });
	const moved = { ...other, endpoints: [{ ...other.endpoints[1], host: '127.0.0.2' }] };
	const from = { name: 'dropped.wirebench.json', text: JSON.stringify(moved) };
	await expect(
		client.call('workspaceTakeParts', { from, parts: [replace, { kind: 'variables', key: 'who' }] }),
	).rejects.toMatchObject({ code: 'wrong-state', message: 'mine runs: stop it first, and try again.' });
	expect((await client.call('workspaceParts', {})).parts.map(({ name }) => name)).toEqual(['mine']);
});

test('a file that cannot be used is refused as Open refuses it, and a part that is gone changes nothing', async () => {
	const { client, file, names } = await bench();
	for (const text of [
		'{',
		'{ "wirebench": 2 }',
		'{ "wirebench": 1, "endpoints": [{ "id": "a", "kind": "udp", "name": "a", "port": -1 }] }',
	]) {
		writeFileSync(file, text);
		const opened = await client.call('workspaceOpen', { path: file }).catch((error: unknown) => error);
		expect(opened).toMatchObject({ code: 'bad-input' });
		await expect(client.call('workspaceParts', { from: { path: file } })).rejects.toEqual(opened);
		await expect(client.call('workspaceParts', { from: { name: file, text } })).rejects.toEqual(opened);
	}
	await expect(client.call('workspaceParts', { from: { path: `${file}.gone` } })).rejects.toMatchObject({
		code: 'bad-input',
	});
	writeFileSync(file, '{ "wirebench": 1 }');
	expect((await client.call('workspaceParts', { from: { path: file } })).parts).toEqual([]);
	const gone = client.call('workspaceTakeParts', { from: { path: file }, parts: [{ kind: 'filters', key: 'x' }] });
	await expect(gone).rejects.toMatchObject({ code: 'not-found' });
	expect(names()).toEqual(['mine open']);
});

test('chosen parts are stored in another file without secrets, which can be opened; nothing is replaced unasked', async () => {
	const { client, file, folder, saved } = await bench();
	await client.call('workspaceTakeParts', {
		from: { path: file },
		parts: [
			{ kind: 'endpoints', key: 'e1' },
			{ kind: 'variables', key: 'who' },
		],
	});
	const { parts } = await client.call('workspaceParts', {});
	const chosen = parts.filter(({ name }) => name !== 'mine').map(({ kind, key }) => ({ kind, key }));
	const out = join(folder, 'out', 'part');
	const { path } = await client.call('workspaceExportParts', { path: out, parts: chosen });
	expect(path).toBe(`${out}.wirebench.json`);
	expect(readFileSync(path, 'utf8')).not.toContain('secret word');
	expect(readJson(path)).toMatchObject({
		$schema: './wirebench.schema.json',
		endpoints: [{ name: 'client' }],
		variables: { who: 'Ann' },
	});
	expect(readJson(path).endpoints).toHaveLength(1);
	expect(statSync(join(folder, 'out', 'wirebench.schema.json')).isFile()).toBe(true);
	const again = { path, parts: chosen.slice(0, 1) };
	await expect(client.call('workspaceExportParts', again)).rejects.toMatchObject({ code: 'wrong-state' });
	await client.call('workspaceExportParts', { ...again, replace: true });
	expect(readJson(path)).not.toHaveProperty('variables');
	const { path: open } = await saved();
	await expect(client.call('workspaceExportParts', { ...again, path: open, replace: true })).rejects.toMatchObject({
		code: 'wrong-state',
		message: 'This is the open workspace: choose another file.',
	});
	await expect(client.call('workspaceExportParts', { path: join(file, 'below'), parts: chosen })).rejects.toMatchObject(
		{ code: 'disk' },
	);
});
