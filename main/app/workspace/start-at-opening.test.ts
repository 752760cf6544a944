import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noFaults } from '../faults.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { readJson, server, startBench } from './bench.fixture.ts';

const onInternalError = noFaults();
const start = (dataFolder: string, more: Parameters<typeof startBench>[1] = {}) =>
	startBench(dataFolder, { onInternalError, ...more });
type Bench = Awaited<ReturnType<typeof start>>;

/** Once what ran is started: nothing is offered any more, and the workspace says so after it. */
const until = (bench: Bench, names: readonly string[]) =>
	bench.until(() => JSON.stringify(bench.names()) === JSON.stringify(names));

test('opening a file starts what ran, servers before clients, once a person has chosen that for the file', async () => {
	const folder = temporaryFolder();
	const first = await start(folder);
	expect((await first.saved()).startRan).toBe(false);
	const id = await first.create(server);
	const { local } = await first.client.call('endpointStart', { id });
	const port = local?.port ?? 0;
	await first.client.call('endpointStop', { id });
	await first.client.call('endpointRemove', { id });
	const client = await first.create({ kind: 'tcp-client', name: 'client', host: '127.0.0.1', port });
	const ours = await first.create({ ...server, port });
	await first.create({ ...server, name: 'idle' });
	await first.client.call('endpointStart', { id: ours });
	await first.client.call('endpointStart', { id: client });
	await first.client.call('workspaceKeepStartRan', { on: true });
	expect((await first.until(({ startRan }) => startRan)).ran).toEqual([]);
	await first.close();

	const second = await start(folder);
	await until(second, ['client open', 'server open', 'idle stopped']);
	// In another file it is not chosen, and back in this one it is.
	const { path } = await second.client.call('workspaceNew', { stopRunning: true });
	expect((await second.until((now) => now.path === path)).startRan).toBe(false);
	await second.client.call('workspaceOpen', {});
	await until(second, ['client open', 'server open', 'idle stopped']);
	await second.client.call('workspaceKeepStartRan', { on: false });
	await second.close();

	const third = await start(folder);
	expect(await third.saved()).toMatchObject({ startRan: false, ran: [client, ours] });
	expect(third.names()).toEqual(['client stopped', 'server stopped', 'idle stopped']);
});

test('one that cannot start says so on its endpoint; an agent’s Wirebench starts nothing', async () => {
	const folder = temporaryFolder();
	const first = await start(folder);
	const id = await first.create(server);
	const { local } = await first.client.call('endpointStart', { id });
	await first.client.call('workspaceKeepStartRan', { on: true });
	await first.close();
	// A person has given it a port that is not free, in the file.
	const file = join(folder, 'workspace.wirebench.json');
	const blocker = await start(temporaryFolder());
	const held = await blocker.create({ ...server, port: local?.port ?? 0 });
	const { local: taken } = await blocker.client.call('endpointStart', { id: held });
	const workspace = readJson(file);
	writeFileSync(file, JSON.stringify({ ...workspace, endpoints: [{ ...workspace.endpoints[0], port: taken?.port }] }));

	const agent = await start(folder, { guest: 'changes' });
	expect(await agent.saved()).toMatchObject({ startRan: true, ran: [id] });
	expect(agent.names()).toEqual(['server stopped']);
	await agent.close();

	const second = await start(folder);
	await until(second, ['server failed']);
	expect(second.app.engine.endpoint(id)).toMatchObject({ error: { code: 'address-in-use' } });
});

test('the choice is for one file: a copy, and another file at the place of a removed one, start nothing', async () => {
	const folder = temporaryFolder();
	const first = await start(folder);
	const { path } = await first.client.call('workspaceNew', {});
	const id = await first.create(server);
	await first.client.call('endpointStart', { id });
	await first.client.call('workspaceKeepStartRan', { on: true });
	const text = JSON.stringify(readJson((await first.saved()).path));
	const copy = await first.client.call('workspaceDuplicate', {});
	expect(await first.until((now) => now.path === copy.path)).toMatchObject({ startRan: false });
	await first.client.call('workspaceOpen', { stopRunning: true });
	const chosen = () => readdirSync(join(folder, 'beside')).filter((name) => name.endsWith('.opening.json'));
	expect(chosen()).toHaveLength(1);
	rmSync(path);
	expect(existsSync(path)).toBe(false);
	const name = 'Untitled 2.wirebench.json';
	expect(await first.client.call('workspaceOpenText', { name, text })).toEqual({ path });
	expect((await first.until((now) => now.path === path)).startRan).toBe(false);
	expect(chosen()).toEqual([]);
	expect(first.names()).toEqual(['server stopped']);
});
