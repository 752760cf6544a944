import {
	chmodSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { noFaults } from '../faults.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { createApp } from '../index.ts';
import { TEST_HOST as host } from '../test-host.fixture.ts';
import { fileIn, readJson, server, startBench } from './bench.fixture.ts';

const onInternalError = noFaults();
const start = (dataFolder: string, workspaceFile?: string) =>
	startBench(dataFolder, { onInternalError, workspaceFile });
const lab = { wirebench: 1, endpoints: [{ id: 'e1', kind: 'tcp-server', name: 'lab', port: 0 }] };

/** A data folder, and a file of another folder with one endpoint. */
function places(content: unknown = lab) {
	const elsewhere = temporaryFolder();
	const file = join(elsewhere, 'lab.wirebench.json');
	writeFileSync(file, JSON.stringify(content));
	return { folder: temporaryFolder(), elsewhere, file };
}

describe('a workspace file', () => {
	test('is opened in place of another, which keeps what it had and what ran', async () => {
		const { folder, file } = places();
		const bench = await start(folder);
		const id = await bench.create({ ...server, name: 'mine' });
		await bench.client.call('endpointStart', { id });
		await expect(bench.client.call('workspaceOpen', { path: file })).rejects.toMatchObject({
			code: 'wrong-state',
			message: 'Another workspace would stop what runs: mine.',
		});
		expect(bench.names()).toEqual(['mine open']);
		await bench.client.call('workspaceOpen', { path: file, stopRunning: true });
		expect(bench.names()).toEqual(['lab stopped']);
		expect(await bench.saved()).toMatchObject({ path: file, title: 'lab', untitled: false, ran: [] });
		expect(readFileSync(file, 'utf8')).toBe(JSON.stringify(lab));
		await bench.client.call('endpointStart', { id: 'e1' });
		await bench.close();

		// The last one is opened by the next start, and each file has a list of its own of what ran.
		const second = await start(folder);
		expect(await second.saved()).toMatchObject({ path: file, ran: ['e1'] });
		await second.client.call('workspaceOpen', {});
		expect(second.names()).toEqual(['mine stopped']);
		expect(await second.saved()).toMatchObject({ path: fileIn(folder), untitled: true, ran: [id] });
		expect(second.app.settings.current()).toMatchObject({ workspaceFile: null, recentWorkspaces: [file] });
	});

	test('that is missing, broken, newer, no file or without compiling endpoints is refused, and nothing changes', async () => {
		const { folder, elsewhere, file } = places();
		const bench = await start(folder);
		await bench.create(server);
		const broken = (name: string, content: string) => {
			const path = join(elsewhere, name);
			writeFileSync(path, content);
			return path;
		};
		const template = { match: { type: 'any' }, reply: { format: 'text', text: '{{what}}' } };
		const endpoint = { ...lab.endpoints[0], responder: { rules: [template] } };
		mkdirSync(join(elsewhere, 'folder.wirebench.json'));
		for (const [path, sentence] of [
			[join(elsewhere, 'missing.wirebench.json'), /^There is no workspace file .*missing/],
			[broken('a.wirebench.json', '{'), /a\.wirebench\.json is not JSON: /],
			[broken('b.wirebench.json', '{"wirebench":1,"endpoints":[{}]}'), /is no workspace: endpoints\[0\]\.id: /],
			[broken('c.wirebench.json', '{"wirebench":9}'), /was written by a newer Wirebench \(format 9/],
			[broken('d.wirebench.json', JSON.stringify({ ...lab, endpoints: [endpoint] })), /rules\[0\]\.reply: /],
			[join(elsewhere, 'folder.wirebench.json'), /cannot be read: it is a folder/],
		] as const) {
			await expect(bench.client.call('workspaceOpen', { path }), path).rejects.toMatchObject({
				message: expect.stringMatching(sentence),
			});
		}
		expect(bench.names()).toEqual(['server stopped']);
		expect(await bench.saved()).toMatchObject({ path: fileIn(folder) });
		await bench.client.call('workspaceOpen', { path: file });
		expect(bench.names()).toEqual(['lab stopped']);
	});

	test('named at the start is opened; one that cannot be used ends the start', async () => {
		const { folder, elsewhere, file } = places();
		expect((await start(folder, file)).names()).toEqual(['lab stopped']);
		const missing = createApp({ dataFolder: folder, host, workspaceFile: join(elsewhere, 'no.wirebench.json') });
		await expect(missing).rejects.toMatchObject({ code: 'bad-input' });
		writeFileSync(file, '{}');
		const broken = createApp({ dataFolder: folder, host, workspaceFile: file });
		await expect(broken).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining(file) });
	});

	test('of the last time that is missing is reported, not replaced, and opened once it is back', async () => {
		const { folder, elsewhere, file } = places();
		await (await start(folder, file)).close();
		renameSync(file, join(elsewhere, 'away'));
		const bench = await start(folder);
		expect(await bench.problem()).toMatchObject({ kind: 'missing', message: expect.stringMatching(/last is missing/) });
		await bench.create({ ...server, name: 'meanwhile' });
		await expect(bench.client.call('workspaceOpen', {})).rejects.toMatchObject({
			message: expect.stringMatching(/^What is set up is not saved/),
		});
		await expect(bench.client.call('workspaceResolve', { how: 'take-file' })).rejects.toMatchObject({
			code: 'wrong-state',
		});
		expect(existsSync(file)).toBe(false);
		// What was set up meanwhile is not lost: it becomes a file of its own.
		await bench.client.call('workspaceSaveAs', { path: join(elsewhere, 'meanwhile') });
		await bench.saved();
		renameSync(join(elsewhere, 'away'), file);
		await bench.client.call('workspaceOpen', { path: file });
		expect(bench.names()).toEqual(['lab stopped']);
		expect(readJson(join(elsewhere, 'meanwhile.wirebench.json')).endpoints).toMatchObject([{ name: 'meanwhile' }]);
	});
});

describe('a copy', () => {
	test('is written where a person says, is open from then on, and keeps running endpoints, secrets and unknown keys', async () => {
		const { folder, elsewhere, file } = places({ ...lab, later: { kept: true } });
		chmodSync(file, 0o640);
		const bench = await start(folder, file);
		const via = { host: '127.0.0.1', port: 1080, user: 'me', password: 'verysecret' };
		await bench.create({ kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 9, via });
		await bench.client.call('endpointStart', { id: 'e1' });
		await bench.saved();
		expect(statSync(file).mode & 0o777).toBe(0o640);
		const copy = join(elsewhere, 'copy.wirebench.json');
		expect(await bench.client.call('workspaceSaveAs', { path: join(elsewhere, 'copy') })).toEqual({ path: copy });
		expect(bench.names()).toEqual(['lab open', 'client stopped']);
		expect(statSync(copy).mode & 0o777).toBe(0o666 & ~process.umask());
		await bench.client.call('endpointCreate', { config: { ...server, name: 'more' } });
		await bench.saved();
		expect(readJson(copy)).toMatchObject({
			later: { kept: true },
			endpoints: [{ name: 'lab' }, { name: 'client' }, { name: 'more' }],
		});
		expect(readJson(file).endpoints).toMatchObject([{ name: 'lab' }, { name: 'client' }]);
		for (const path of [copy, file]) expect(readFileSync(path, 'utf8')).not.toContain('verysecret');
		await bench.close();

		// Each has its secrets, found also through a link to its folder.
		const link = join(folder, 'link');
		symlinkSync(elsewhere, link);
		const second = await start(folder, join(link, 'copy.wirebench.json'));
		expect(second.app.engine.endpoints()[1]).toMatchObject({ config: { via: { password: 'verysecret' } } });
		expect((await second.saved()).ran).toEqual(['e1']);
		await second.client.call('workspaceOpen', { path: file });
		expect(second.app.engine.endpoints()[1]).toMatchObject({ config: { via: { password: 'verysecret' } } });
	});

	test('replaces a file only when a person has said so, of that very name', async () => {
		const { folder, elsewhere, file } = places();
		const bench = await start(folder);
		await bench.create(server);
		const refused = { code: 'wrong-state', message: `There is a file ${file} already.` };
		await expect(bench.client.call('workspaceSaveAs', { path: file })).rejects.toMatchObject(refused);
		const other = bench.client.call('workspaceSaveAs', { path: join(elsewhere, 'lab'), replace: true });
		await expect(other).rejects.toMatchObject(refused);
		expect(readJson(file)).toEqual(lab);
		await bench.client.call('workspaceSaveAs', { path: file, replace: true });
		await bench.saved();
		expect(readJson(file).endpoints).toMatchObject([{ name: 'server' }]);
	});

	test('that cannot be written leaves the present file open', async () => {
		const { folder, file } = places();
		const bench = await start(folder);
		await bench.create(server);
		await expect(bench.client.call('workspaceSaveAs', { path: join(file, 'below') })).rejects.toMatchObject({
			code: 'disk',
			message: expect.stringMatching(/below\.wirebench\.json cannot be written: ENOTDIR/),
		});
		expect(await bench.saved()).toMatchObject({ path: fileIn(folder) });
	});

	test('beside the file gets a free name; a new workspace and one that was dropped are in the data folder', async () => {
		const { folder, elsewhere, file } = places();
		const bench = await start(folder, file);
		const copies = [
			await bench.client.call('workspaceDuplicate', {}),
			await bench.client.call('workspaceDuplicate', {}),
		];
		expect(copies.map(({ path }) => path)).toEqual([
			join(elsewhere, 'lab copy.wirebench.json'),
			join(elsewhere, 'lab copy 2.wirebench.json'),
		]);
		const own = join(folder, 'workspaces');
		expect(await bench.client.call('workspaceNew', {})).toEqual({ path: join(own, 'Untitled 2.wirebench.json') });
		expect(bench.names()).toEqual([]);
		expect(await bench.saved()).toMatchObject({ title: 'Untitled 2' });
		expect(await bench.client.call('workspaceNew', {})).toEqual({ path: join(own, 'Untitled 3.wirebench.json') });
		expect(statSync(join(own, 'Untitled 3.wirebench.json')).mode & 0o777).toBe(0o600);
		const text = JSON.stringify(lab);
		const dropped = await bench.client.call('workspaceOpenText', { name: '../lab.wirebench.json', text });
		expect(dropped).toEqual({ path: join(own, 'lab.wirebench.json') });
		expect(bench.names()).toEqual(['lab stopped']);
		await expect(bench.client.call('workspaceOpenText', { name: 'x', text: '{' })).rejects.toMatchObject({
			message: expect.stringMatching(/^The workspace file x is not JSON/),
		});
	});
});

test('a file opened elsewhere says which secrets are missing, and takes them: from a person or a variable', async () => {
	const via = { host: '127.0.0.1', port: 1080, user: 'me' };
	const client = { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 9, via };
	const env = { 'via.password': 'WIREBENCH_TEST_SECRET' };
	const { folder, file } = places({
		wirebench: 1,
		endpoints: [
			{ ...client, id: 'a' },
			{ ...client, id: 'b', env },
		],
	});
	const first = await start(folder, file);
	const what = 'the password of its upstream proxy';
	expect((await first.saved()).missing).toEqual([
		{ endpoint: 'a', path: 'via.password', what },
		{ endpoint: 'b', path: 'via.password', what, env: 'WIREBENCH_TEST_SECRET' },
	]);
	await first.client.call('workspaceSecret', { id: 'a', path: 'via.password', text: 'verysecret' });
	expect((await first.saved()).missing).toMatchObject([{ endpoint: 'b' }]);
	await first.close();
	vi.stubEnv('WIREBENCH_TEST_SECRET', 'from outside');
	onTestFinished(() => void vi.unstubAllEnvs());
	const second = await start(folder);
	expect((await second.saved()).missing).toEqual([]);
	expect(second.app.engine.endpoints()).toMatchObject([
		{ config: { via: { password: 'verysecret' } } },
		{ config: { via: { password: 'from outside' } } },
	]);
	await second.create(server);
	await second.saved();
	expect(readFileSync(file, 'utf8')).not.toMatch(/verysecret|from outside/);
	expect(readJson(file).endpoints[1].env).toEqual(env);
});

test('endpoints are moved and put into folders while they run, and it can be undone', async () => {
	const { folder, file } = places();
	const bench = await start(folder, file);
	const b = await bench.create({ ...server, name: 'b' });
	const c = await bench.create({ ...server, name: 'c' });
	await bench.client.call('endpointStart', { id: c });
	await bench.client.call('endpointMove', { id: c, before: 'e1', folder: 'lab' });
	await bench.client.call('endpointMove', { id: 'e1', before: null });
	const moved = [{ id: c, folder: 'lab' }, { id: b }, { id: 'e1' }];
	expect((await bench.saved()).order).toEqual(moved);
	expect(readJson(file).endpoints).toMatchObject([{ name: 'c', folder: 'lab' }, { name: 'b' }, { name: 'lab' }]);
	await expect(bench.client.call('endpointMove', { id: 'x' })).rejects.toMatchObject({ code: 'not-found' });
	await bench.close();
	const second = await start(folder);
	expect((await second.saved()).order).toEqual(moved);
	await second.client.call('endpointMove', { id: c, folder: null });
	await second.client.call('endpointMove', { id: c, before: null });
	expect((await second.saved()).undo).toMatchObject({ what: 'move', name: 'c' });
	await second.client.call('workspaceUndo', {});
	await second.client.call('workspaceUndo', {});
	expect((await second.saved()).order).toEqual(moved);
});

test('a read-only file is opened and never replaced, and its changes can be saved elsewhere', async () => {
	const { folder, elsewhere, file } = places();
	chmodSync(file, 0o444);
	const bench = await start(folder, file);
	await bench.create(server);
	expect(await bench.problem()).toMatchObject({
		kind: 'unwritable',
		message: expect.stringMatching(/cannot be saved: the file is read-only/),
	});
	expect(readFileSync(file, 'utf8')).toBe(JSON.stringify(lab));
	await expect(bench.client.call('workspaceOpen', {})).rejects.toMatchObject({ code: 'wrong-state' });
	await bench.client.call('workspaceSaveAs', { path: join(elsewhere, 'mine') });
	expect(await bench.saved()).toMatchObject({ title: 'mine' });
	rmSync(file);
});
