import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { byTier } from '../../../common/tier.fixture.ts';
import { noFaults } from '../faults.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { fileIn, server, startBench, stored } from './bench.fixture.ts';

const onInternalError = noFaults();
const start = (dataFolder: string) => startBench(dataFolder, { onInternalError });

describe('what is set up', () => {
	test('is there after a restart, in order and stopped, with what was changed while it ran', async () => {
		const folder = temporaryFolder();
		const first = await start(folder);
		const one = await first.create(server);
		const two = await first.create({ kind: 'udp', name: 'socket', port: 0 });
		const three = await first.create({
			kind: 'tcp-proxy',
			name: 'proxy',
			port: 0,
			target: { host: '127.0.0.1', port: 9 },
		});
		await first.create({ ...server, name: 'removed' }).then((id) => first.client.call('endpointRemove', { id }));
		for (const id of [one, two, three]) await first.client.call('endpointStart', { id });
		await first.client.call('endpointSetFraming', { id: one, framing: { type: 'line' } });
		const rules = [{ match: { type: 'any' as const }, reply: { format: 'text' as const, text: 'hi' } }];
		await first.client.call('endpointSetResponder', { id: two, responder: { rules } });
		await first.client.call('endpointSetFaults', {
			id: three,
			faults: { toTarget: { drop: { probability: 1 } }, toClient: {} },
		});
		await first.client.call('endpointSetOptions', { id: one, options: { keepAliveMs: 5000 } });
		const before = first.app.engine.endpoints().map(({ id, config }) => ({ id, config }));
		await first.close();
		const second = await start(folder);
		expect(second.app.engine.endpoints().map(({ id, config }) => ({ id, config }))).toEqual(before);
		expect(second.names()).toEqual(['server stopped', 'socket stopped', 'proxy stopped']);
		// A new endpoint gets an id of its own.
		expect(before.map(({ id }) => id)).not.toContain(await second.create(server));
	});

	test('is saved soon after each change, and a start changes nothing in the file', async () => {
		const folder = temporaryFolder();
		const { create, client, saved } = await start(folder);
		expect((await saved()).path).toBe(fileIn(folder));
		expect(existsSync(fileIn(folder))).toBe(false);
		const id = await create({ ...server, port: 9000 });
		await saved();
		expect(stored(folder)).toEqual({
			wirebench: 1,
			endpoints: [{ id, kind: 'tcp-server', name: 'server', port: 9000 }],
		});
		const handwritten = JSON.stringify({ endpoints: stored(folder).endpoints, wirebench: 1, later: { kept: true } });
		await client.call('endpointRemove', { id });
		await saved();
		expect(stored(folder)).toEqual({ wirebench: 1 });
		writeFileSync(fileIn(folder), handwritten);
		const other = await start(folder);
		await other.client.call('endpointDismissError', { id });
		await other.saved();
		expect(readFileSync(fileIn(folder), 'utf8')).toBe(handwritten);
		await other.create({ ...server, name: 'more' });
		await other.saved();
		expect(stored(folder)).toMatchObject({ later: { kept: true }, endpoints: [{ name: 'server' }, { name: 'more' }] });
	});

	test('keeps its secrets in a file that only its owner can read', async () => {
		const folder = temporaryFolder();
		const first = await start(folder);
		const via = { host: '127.0.0.1', port: 1080, user: 'me', password: 'verysecret' };
		await first.create({ kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 9, via });
		await first.close();
		expect(readFileSync(fileIn(folder), 'utf8')).not.toContain('verysecret');
		const secrets = join(folder, 'workspace.secrets.json');
		expect(readFileSync(secrets, 'utf8')).toContain('verysecret');
		expect(statSync(secrets).mode & 0o777).toBe(0o600);
		const second = await start(folder);
		expect(second.app.engine.endpoints()).toMatchObject([{ config: { via: { password: 'verysecret' } } }]);
		await second.close();
		writeFileSync(secrets, 'nothing');
		const third = await start(folder);
		expect(third.app.engine.endpoints()).toMatchObject([{ config: { via: { user: 'me', password: '' } } }]);
		expect(third.app.notes.map(({ message }) => message)).toEqual([
			expect.stringMatching(/secrets is not JSON\. It was kept as .*passwords and keys are/),
		]);
	});

	test('does not include the temporary endpoint of a test', async () => {
		const folder = temporaryFolder();
		const { client, create, saved } = await start(folder);
		const id = await create(server);
		const { local } = await client.call('endpointStart', { id });
		const steps = [{ type: 'expect' as const, expectation: { type: 'any' as const }, withinMs: 60_000 }];
		const config = { kind: 'tcp-client' as const, name: 'x', host: '127.0.0.1', port: local?.port ?? 0 };
		const { run } = await client.call('sequenceStart', { sequence: { name: 'test', client: config, steps } });
		await saved();
		expect(stored(folder).endpoints).toMatchObject([{ id }]);
		await client.call('sequenceStop', { run });
	});
});

describe('what ran', () => {
	test('is offered after a restart until it is started, and nothing starts by itself', async () => {
		const folder = temporaryFolder();
		const first = await start(folder);
		const ids = [await first.create({ ...server, name: 'a' }), await first.create({ ...server, name: 'b' })];
		const idle = await first.create({ ...server, name: 'idle' });
		for (const id of ids) await first.client.call('endpointStart', { id });
		await first.close();
		expect(stored(folder).endpoints).toMatchObject([{ id: ids[0] }, { id: ids[1] }, { id: idle }]);
		// Also after a run in which nobody has used the offer.
		await (await start(folder)).close();
		const second = await start(folder);
		expect((await second.saved()).ran).toEqual(ids);
		expect(second.names()).toEqual(['a stopped', 'b stopped', 'idle stopped']);
		expect(await second.client.call('workspaceStartRan', {})).toEqual({ started: 2, failed: 0 });
		expect(second.names()).toEqual(['a open', 'b open', 'idle stopped']);
		expect((await second.saved()).ran).toEqual([]);
	});

	test('loses what is started or removed, and is empty once it is dismissed', async () => {
		const folder = temporaryFolder();
		const first = await start(folder);
		const [a, b, c] = [await first.create(server), await first.create(server), await first.create(server)];
		for (const id of [a, b, c]) await first.client.call('endpointStart', { id });
		await first.close();
		const second = await start(folder);
		await second.client.call('endpointStart', { id: a });
		await second.client.call('endpointStop', { id: a });
		await second.client.call('endpointRemove', { id: b });
		expect((await second.saved()).ran).toEqual([c]);
		await second.client.call('workspaceForgetRan', {});
		expect((await second.saved()).ran).toEqual([]);
		await second.close();
		expect((await (await start(folder)).saved()).ran).toEqual([]);
	});

	test('that cannot start says so on its endpoint; servers start before their clients', async () => {
		const folder = temporaryFolder();
		const first = await start(folder);
		const id = await first.create({ ...server, name: 'server' });
		const { local } = await first.client.call('endpointStart', { id });
		await first.client.call('endpointStop', { id });
		const port = local?.port ?? 0;
		await first.client.call('endpointRemove', { id });
		for (const config of [
			{ kind: 'tcp-client' as const, name: 'client', host: '127.0.0.1', port },
			{ ...server, name: 'server', port },
		]) {
			await first.create(config);
		}
		const [client = '', again = ''] = first.app.engine.endpoints().map((one) => one.id);
		await first.client.call('endpointStart', { id: again });
		await first.client.call('endpointStart', { id: client });
		await first.close();
		const second = await start(folder);
		expect(await second.client.call('workspaceStartRan', {})).toEqual({ started: 2, failed: 0 });
		await second.close();
		const third = await start(folder);
		const blocker = await third.create({ ...server, name: 'blocker', port });
		await third.client.call('endpointStart', { id: blocker });
		expect(await third.client.call('workspaceStartRan', {})).toEqual({ started: 1, failed: 1 });
		expect(third.app.engine.endpoint(again)).toMatchObject({ status: 'failed', error: { code: 'address-in-use' } });
	});
});

describe('a file that cannot be used is never overwritten', () => {
	const one = { id: 'a', kind: 'tcp-server', name: 'one', port: 0 };
	test.each([
		['no JSON', '{ "wirebench": 1,', 'broken', /is not JSON: /],
		[
			'a wrong value',
			JSON.stringify({ wirebench: 1, endpoints: [{ ...one, port: -1 }] }),
			'broken',
			/endpoints\[0\]\.port: .*endpoint one/,
		],
		[
			'a newer version',
			JSON.stringify({ wirebench: 2, all: 'new' }),
			'newer',
			/written by a newer Wirebench \(format 2/,
		],
		[
			'a reply that does not compile',
			JSON.stringify({
				wirebench: 1,
				endpoints: [
					{ ...one, responder: { rules: [{ match: { type: 'any' }, reply: { format: 'text', text: '{{what}}' } }] } },
				],
			}),
			'broken',
			/endpoints\[0\]\.responder\.rules\[0\]\.reply: .*endpoint one/,
		],
	])('%s: it stays until a new one is started', async (_name, content, kind, sentence) => {
		const folder = temporaryFolder();
		writeFileSync(fileIn(folder), content);
		const bench = await start(folder);
		expect(await bench.problem()).toMatchObject({ kind, message: expect.stringMatching(sentence) });
		expect(bench.app.notes.map(({ message }) => message)).toEqual([expect.stringMatching(sentence)]);
		expect(bench.names()).toEqual([]);
		await bench.create({ ...server, name: 'mine' });
		await expect(bench.client.call('workspaceResolve', { how: 'keep-mine' })).rejects.toMatchObject({
			code: 'wrong-state',
		});
		await bench.close();
		expect(readFileSync(fileIn(folder), 'utf8')).toBe(content);
		const second = await start(folder);
		await second.create({ ...server, name: 'mine' });
		await second.client.call('workspaceResolve', { how: 'start-new' });
		await second.saved();
		expect(stored(folder).endpoints).toMatchObject([{ name: 'mine' }]);
		const aside = readdirSync(folder).filter((name) => name.startsWith('workspace.wirebench.json.kept-'));
		expect(aside.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([content]);
	});

	test('it is read again once it has been repaired', async () => {
		const folder = temporaryFolder();
		writeFileSync(fileIn(folder), '{');
		const bench = await start(folder);
		await bench.create({ ...server, name: 'mine' });
		await bench.client.call('workspaceResolve', { how: 'take-file' });
		expect(await bench.problem()).toMatchObject({ kind: 'broken' });
		expect(bench.names()).toEqual(['mine stopped']);
		writeFileSync(fileIn(folder), JSON.stringify({ wirebench: 1, endpoints: [one] }));
		await bench.client.call('workspaceResolve', { how: 'take-file' });
		await bench.saved();
		expect(bench.names()).toEqual(['one stopped']);
	});

	test('a folder in its place stays too', async () => {
		const folder = temporaryFolder();
		mkdirSync(fileIn(folder));
		const bench = await start(folder);
		expect(await bench.problem()).toMatchObject({
			kind: 'broken',
			message: expect.stringMatching(/cannot be read: it is a folder/),
		});
		await bench.client.call('workspaceResolve', { how: 'start-new' });
		await bench.create(server);
		await bench.saved();
		expect(stored(folder).endpoints).toHaveLength(1);
	});
});

describe('a file that another program has changed', () => {
	async function changed() {
		const folder = temporaryFolder();
		const mine = await start(folder);
		await mine.create({ ...server, name: 'both' });
		await mine.saved();
		const theirs = await start(folder);
		await theirs.create({ ...server, name: 'theirs' });
		await theirs.saved();
		const content = readFileSync(fileIn(folder), 'utf8');
		await mine.client.call('endpointStart', { id: 'e1' });
		await mine.create({ ...server, name: 'mine' });
		expect(await mine.problem()).toMatchObject({
			kind: 'changed',
			message: expect.stringMatching(/^Another program has changed/),
		});
		await mine.create({ ...server, name: 'more' });
		await expect(mine.client.call('workspaceResolve', { how: 'start-new' })).rejects.toMatchObject({
			code: 'wrong-state',
		});
		expect(readFileSync(fileIn(folder), 'utf8')).toBe(content);
		return { folder, mine, content };
	}

	test('is taken on request: endpoints that are the same continue', async () => {
		const { folder, mine, content } = await changed();
		await mine.client.call('workspaceResolve', { how: 'take-file' });
		await mine.saved();
		expect(mine.names()).toEqual(['both open', 'theirs stopped']);
		expect(readFileSync(fileIn(folder), 'utf8')).toBe(content);
	});

	test('is replaced on request', async () => {
		const { folder, mine } = await changed();
		await mine.client.call('workspaceResolve', { how: 'keep-mine' });
		await mine.saved();
		expect(stored(folder).endpoints).toMatchObject([{ name: 'both' }, { name: 'mine' }, { name: 'more' }]);
		await expect(mine.client.call('workspaceResolve', { how: 'keep-mine' })).rejects.toMatchObject({
			code: 'wrong-state',
		});
	});
});

test('a failed save is reported, and the next change tries again', async () => {
	const folder = temporaryFolder();
	const bench = await start(folder);
	// Appears after the start, so that it is no unusable file.
	mkdirSync(join(folder, 'workspace.ran.json'));
	const id = await bench.create(server);
	await bench.client.call('endpointStart', { id });
	expect(await bench.problem()).toMatchObject({
		kind: 'unwritable',
		message: expect.stringMatching(/cannot be saved: EISDIR/),
	});
});

// A hundred starts of Node take minutes on a machine with other work.
test('killed while it saves, the file is never half one', { timeout: byTier(300_000, 1_800_000) }, async () => {
	const folder = temporaryFolder();
	const program = fileURLToPath(new URL('./kill.child.ts', import.meta.url));
	for (let round = 0; round < byTier(2, 100); round++) {
		const child = spawn(process.execPath, [program, folder, String(round)]);
		const ended = once(child, 'exit');
		let lines = 0;
		for await (const _line of createInterface(child.stdout)) {
			lines++;
			if (lines === 3 + (round % 7)) break;
		}
		child.kill('SIGKILL');
		await ended;
		expect(lines).toBeGreaterThan(2);
		expect(stored(folder).endpoints).toHaveLength(300);
	}
});
