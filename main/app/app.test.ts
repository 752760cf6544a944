import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { WorkbenchDelta, WorkbenchSnapshot } from '../../common/contract/calls/workbench.ts';
import { clientOf } from './client.fixture.ts';
import { temporaryFolder } from './folder.fixture.ts';
import { type App, createApp } from './index.ts';
import { TEST_HOST as host } from './test-host.fixture.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
	for (const close of closers.splice(0).reverse()) await close();
});

async function start(options: { dataFolder?: string; captureFolder?: string } = {}) {
	const faults: unknown[] = [];
	const app = await createApp({
		dataFolder: temporaryFolder(),
		...options,
		host,
		onInternalError: (error) => faults.push(error),
	});
	closers.push(async () => {
		await app.close();
		expect(faults).toEqual([]);
	});
	return app;
}

function connect(app: App) {
	const client = clientOf(app);
	closers.push(() => client.close());
	return client;
}

/** A mirror of the workbench, like a page's. */
function watch(client: ReturnType<typeof connect>) {
	const endpoints = new Map<string, WorkbenchSnapshot['endpoints'][number]>();
	const connections = new Map<number, WorkbenchSnapshot['connections'][number]>();
	const waiting = new Set<() => void>();
	const put = (state: WorkbenchSnapshot): void => {
		for (const endpoint of state.endpoints) endpoints.set(endpoint.id, endpoint);
		for (const connection of state.connections) connections.set(connection.id, connection);
		for (const look of [...waiting]) look();
	};
	client.subscribe(
		'workbench',
		{},
		{
			onSnapshot: put,
			onDelta: (delta: WorkbenchDelta) => {
				for (const id of delta.removedEndpoints) endpoints.delete(id);
				for (const id of delta.removedConnections) connections.delete(id);
				put(delta);
			},
		},
	);
	/** Resolves at the first state that satisfies the condition. */
	const until = (satisfied: () => boolean) =>
		new Promise<void>((resolve) => {
			const look = () => {
				if (!satisfied()) return;
				waiting.delete(look);
				resolve();
			};
			waiting.add(look);
			look();
		});
	return { endpoints, connections, until };
}

const bytes = (text: string) => new TextEncoder().encode(text);

test('a server and a client talk, the state follows, the capture has every byte', async () => {
	const app = await start();
	const client = connect(app);
	const { endpoints, connections, until } = watch(client);
	const upper = {
		rules: [{ match: { type: 'any' as const }, reply: { format: 'text' as const, text: '{{data|upper}}' } }],
	};
	const server = await client.call('endpointCreate', {
		config: { kind: 'tcp-server', name: 'upper', port: 0, responder: upper },
	});
	// A command's effect is in the state before its answer arrives.
	expect(endpoints.get(server.id)?.status).toBe('stopped');
	const { local } = await client.call('endpointStart', { id: server.id });
	expect(endpoints.get(server.id)).toMatchObject({ status: 'open', local });
	const opened = await client.call('endpointCreate', {
		config: { kind: 'tcp-client', name: 'me', host: '127.0.0.1', port: local?.port ?? 0 },
	});
	await client.call('endpointStart', { id: opened.id });
	expect(await client.call('send', { endpoint: opened.id, bytes: bytes('abc') })).toEqual({ bytes: 3, connections: 1 });
	await until(
		() => [...connections.values()].filter(({ bytesIn, bytesOut }) => bytesIn === 3 && bytesOut === 3).length === 2,
	);
	await app.capture.flush();
	const { rows, stored } = await client.call('captureRows', { from: 0, count: 100 });
	expect(stored).toBe(rows.length);
	const data = rows.filter(({ kind }) => kind === 'data');
	expect(data.map(({ endpoint, direction }) => `${endpoint} ${direction}`).sort()).toEqual([
		'me in',
		'me out',
		'upper in',
		'upper out',
	]);
	const back = data.find(({ endpoint, direction }) => endpoint === 'me' && direction === 'in');
	expect(await client.call('captureBytes', { n: back?.n ?? -1, length: 100 })).toEqual({
		bytes: bytes('ABC'),
		total: 3,
	});
	await client.call('endpointRemove', { id: server.id });
	expect(endpoints.has(server.id)).toBe(false);
	await until(() => connections.size === 0);
});

test('an impossible command fails with a code of the contract', async () => {
	const client = connect(await start());
	await expect(client.call('endpointStart', { id: 'nope' })).rejects.toMatchObject({ code: 'not-found' });
	await expect(client.call('connectionEnd', { connection: 9 })).rejects.toMatchObject({ code: 'not-found' });
	await expect(client.call('captureBytes', { n: 7, length: 1 })).rejects.toMatchObject({ code: 'not-found' });
	await expect(
		client.call('endpointCreate', { config: { kind: 'tcp-server', name: 'x', port: 70_000 } }),
	).rejects.toMatchObject({ code: 'bad-input', details: { path: 'config.port' } });
});

test('a busy port reports its owner to the page', async () => {
	const blocker = createServer();
	await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
	closers.push(() => new Promise((resolve) => blocker.close(resolve)));
	const address = blocker.address();
	const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
	const client = connect(await start());
	const { endpoints } = watch(client);
	const { id } = await client.call('endpointCreate', { config: { kind: 'tcp-server', name: 'x', port } });
	await expect(client.call('endpointStart', { id })).rejects.toMatchObject({
		code: 'address-in-use',
		details: { errno: 'EADDRINUSE', port, owners: [expect.objectContaining({ port })], freePort: expect.any(Number) },
	});
	expect(endpoints.get(id)).toMatchObject({ status: 'failed', error: { code: 'address-in-use' } });
	await client.call('endpointDismissError', { id });
	expect(endpoints.get(id)?.error).toBeUndefined();
});

test('two pages see the same state, and settings of one reach the other', async () => {
	const app = await start();
	const [one, two] = [connect(app), connect(app)];
	const themes: string[] = [];
	two.subscribe(
		'settings',
		{},
		{
			onSnapshot: ({ theme }) => themes.push(theme),
			onDelta: ({ theme }) => themes.push(theme),
		},
	);
	await two.call('hostInfo', {});
	expect(await one.call('settingsUpdate', { theme: 'light' })).toMatchObject({ theme: 'light' });
	await one.call('settingsUpdate', { segmentMiB: 20 });
	expect(await two.call('hostInfo', {})).toEqual(host);
	expect(themes).toEqual(['system', 'light', 'light']);
	expect(app.settings.current()).toMatchObject({ theme: 'light', segmentMiB: 20 });
});

test('captures go into the folder of the settings and are listed; one that cannot be used is reported and not used', async () => {
	const dataFolder = temporaryFolder();
	const elsewhere = join(temporaryFolder(), 'not', 'yet', 'there');
	const settle = async (capturesIn: string | null) => {
		const app = await start({ dataFolder });
		await connect(app).call('settingsUpdate', { capturesIn });
		return app;
	};
	const before = await settle(elsewhere);
	expect(dirname(before.capture.folder)).toBe(join(dataFolder, 'captures'));
	// From the next capture: a cleared one is followed by one there.
	const client = connect(before);
	const { id } = await client.call('endpointCreate', { config: { kind: 'tcp-server', name: 'x', port: 0 } });
	await client.call('endpointStart', { id });
	await client.call('captureClear', {});
	expect(dirname(before.capture.folder)).toBe(elsewhere);
	await before.close();

	writeFileSync(join(dataFolder, 'file'), '');
	const there = await settle(join(dataFolder, 'file'));
	expect(dirname(there.capture.folder)).toBe(elsewhere);
	expect(there.settings.current().captureFolders).toContain(there.capture.folder);
	expect(there.notes.map(({ message }) => message)).toEqual([]);
	await there.close();

	const fallen = await start({ dataFolder });
	expect(dirname(fallen.capture.folder)).toBe(join(dataFolder, 'captures'));
	expect(fallen.notes.map(({ message }) => message)).toEqual([
		expect.stringMatching(/^The folder of captures in the settings cannot be used: .*file of that name/),
	]);
});

test('the status of the capture is sent as it grows', async () => {
	const app = await start();
	const client = connect(app);
	const statuses: { received: number; stored: number }[] = [];
	const reported = new Promise<void>((resolve) => {
		client.subscribe(
			'captureStatus',
			{},
			{
				onSnapshot: (status) => statuses.push(status),
				onDelta: (status) => {
					statuses.push(status);
					if (status.stored === 1) resolve();
				},
			},
		);
	});
	const { id } = await client.call('endpointCreate', { config: { kind: 'udp', name: 'u' } });
	await client.call('endpointStart', { id });
	await reported;
	expect(statuses[0]).toMatchObject({ received: 0, stored: 0 });
	expect(statuses.at(-1)).toMatchObject({ received: 1, stored: 1, dropped: 0 });
});

test('a call without an id, or with its id, uses the live capture; another id is not found', async () => {
	const app = await start();
	const client = connect(app);
	const { id } = await client.call('endpointCreate', { config: { kind: 'udp', name: 'u' } });
	await client.call('endpointStart', { id });
	await app.capture.flush();
	const unnamed = await client.call('captureRows', { from: 0, count: 10 });
	expect(unnamed.rows).toHaveLength(1);
	expect(await client.call('captureRows', { capture: app.capture.id, from: 0, count: 10 })).toEqual(unnamed);
	const other = client.call('captureRows', { capture: 'another', from: 0, count: 10 });
	await expect(other).rejects.toMatchObject({ code: 'not-found' });
});

test('a capture without events leaves no folder, one with events stays', async () => {
	const dataFolder = temporaryFolder();
	const captures = join(dataFolder, 'captures');
	const idle = await start({ dataFolder });
	expect(readdirSync(captures)).toHaveLength(1);
	await idle.close();
	expect(readdirSync(captures)).toEqual([]);

	const busy = await start({ dataFolder });
	const client = connect(busy);
	const { id } = await client.call('endpointCreate', { config: { kind: 'udp', name: 'u' } });
	await client.call('endpointStart', { id });
	await busy.close();
	expect(readdirSync(captures)).toHaveLength(1);
	expect(readdirSync(busy.capture.folder).some((name) => name.endsWith('.pcapng'))).toBe(true);
});

test('a folder chosen by a person stays, also without events', async () => {
	const captureFolder = join(temporaryFolder(), 'mine');
	const app = await start({ captureFolder });
	await app.close();
	expect(existsSync(captureFolder)).toBe(true);
});

test('closing ends the clients with a reason, and happens once', async () => {
	const app = await start();
	const client = connect(app);
	await client.call('hostInfo', {});
	const lost = new Promise<string | undefined>((resolve) => {
		client.onState((state) => state === 'disconnected' && resolve(client.reason));
	});
	await Promise.all([app.close(), app.close()]);
	expect(await lost).toBe('Wirebench has ended.');
});

test('unusable settings are reported in the notes', async () => {
	const dataFolder = temporaryFolder();
	writeFileSync(join(dataFolder, 'settings.json'), 'nonsense');
	const app = await start({ dataFolder });
	expect(app.notes.map(({ message }) => message)).toEqual([expect.stringMatching(/settings file is not JSON/)]);
});

test('a data folder that cannot be created is a clear error', async () => {
	const dataFolder = join(temporaryFolder(), 'file');
	writeFileSync(dataFolder, '');
	await expect(createApp({ dataFolder, host })).rejects.toMatchObject({ code: 'disk' });
});
