import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { contract } from '../../../common/contract/index.ts';
import type { CaptureLibrary, StoredCapture } from '../../../common/contract/library.ts';
import { createRpcClient } from '../../../common/rpc/client.ts';
import { memoryTransportPair } from '../../../common/rpc/memory.ts';
import { freeze, mountMissing, smallDisks } from '../../capture/disk.fixture.ts';
import { recoverFolder } from '../../capture/index.ts';
import { tsharkFields, tsharkFollow, tsharkMissing, tsharkWarnings } from '../../capture/tshark.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { createApp } from '../index.ts';

const newDisk = smallDisks();
const host = {
	host: 'browser',
	version: '1.2.3',
	platform: 'linux',
	capabilities: { menu: false, revealFile: false, openDialog: false, upload: false, saveDialog: false },
} as const;
const closers: (() => unknown)[] = [];
afterEach(async () => {
	for (const close of closers.splice(0).reverse()) await close();
});

/** An application with a TCP echo server, a client of it that is connected, and a mirror of its list of captures. */
async function start(options: { dataFolder?: string; captureFolder?: string } = {}) {
	const dataFolder = options.dataFolder ?? temporaryFolder();
	const faults: unknown[] = [];
	const app = await createApp({ dataFolder, ...options, host, onInternalError: (error) => faults.push(error) });
	closers.push(async () => {
		await app.close();
		expect(faults).toEqual([]);
	});
	const client = createRpcClient(contract, async () => {
		const [ours, theirs] = memoryTransportPair();
		app.attach(theirs);
		return ours;
	});
	closers.push(() => client.close());
	let library: CaptureLibrary | undefined;
	const waiting = new Set<() => void>();
	const take = (told: CaptureLibrary) => {
		library = told;
		for (const look of [...waiting]) look();
	};
	client.subscribe('captureLibrary', {}, { onSnapshot: take, onDelta: take });
	/** Resolves with the first list that satisfies. */
	const until = (satisfied: (library: CaptureLibrary) => boolean) =>
		new Promise<CaptureLibrary>((resolve) => {
			const look = () => {
				if (!library || library.looking || !satisfied(library)) return;
				waiting.delete(look);
				resolve(library);
			};
			waiting.add(look);
			look();
		});
	return { app, client, dataFolder, captures: join(dataFolder, 'captures'), until };
}

type Started = Awaited<ReturnType<typeof start>>;

async function echo({ client }: Started): Promise<Socket> {
	const { id } = await client.call('endpointCreate', {
		config: {
			kind: 'tcp-server',
			name: 'echo',
			host: '127.0.0.1',
			port: 0,
			responder: { rules: [{ match: { type: 'any' }, reply: { format: 'text', text: '{{data}}' } }] },
		},
	});
	const { local } = await client.call('endpointStart', { id });
	const socket = connect(local?.port ?? 0, '127.0.0.1');
	closers.push(() => socket.destroy());
	await once(socket, 'connect');
	return socket;
}

/** Sends, and resolves when as much has come back. */
async function say(socket: Socket, text: string): Promise<void> {
	socket.write(text);
	let left = text.length;
	while (left > 0) {
		const [bytes] = await once(socket, 'data');
		if (Buffer.isBuffer(bytes)) left -= bytes.length;
	}
}

const stateOf = (library: CaptureLibrary) => library.captures.map(({ state }) => state);
const find = (library: CaptureLibrary, folder: string): StoredCapture | undefined =>
	library.captures.find((one) => one.folder === folder);

test('a new capture: sockets go on, the old one is closed and listed', async () => {
	const started = await start();
	const { app, client, until } = started;
	const socket = await echo(started);
	await say(socket, 'first');
	const before = { id: app.capture.id, folder: app.capture.folder };
	const begun = await client.call('captureNew', {});
	expect(begun).toEqual({ id: app.capture.id, folder: app.capture.folder });
	expect(begun.id).not.toBe(before.id);
	await say(socket, 'second');
	await app.capture.flush();
	const { rows } = await client.call('captureRows', { from: 0, count: 10 });
	expect(rows.map(({ kind, direction }) => `${kind} ${direction}`)).toEqual(['note none', 'data in', 'data out']);
	await client.call('captureLibraryLook', {});
	const library = await until(({ captures }) => captures.some(({ events, state }) => state === 'live' && events === 3));
	expect(stateOf(library).sort()).toEqual(['closed', 'live']);
	expect(find(library, before.folder)).toMatchObject({ state: 'closed', events: 4, endpoints: ['echo'] });
	const { from = 0n, to = 0n } = find(library, before.folder) ?? {};
	expect(to).toBeGreaterThan(from);
	// Where nothing was captured there is nothing to end.
	await client.call('captureClear', {});
	const { id } = app.capture;
	expect(await client.call('captureNew', {})).toMatchObject({ id });
	expect(await client.call('captureClear', {})).toEqual({ events: 0 });
});

test.skipIf(tsharkMissing)(`tshark reads what comes after a clear ${tsharkMissing ?? ''}`, async () => {
	const started = await start();
	const { app, client } = started;
	const socket = await echo(started);
	await say(socket, 'before');
	await client.call('captureClear', {});
	await say(socket, 'after');
	socket.end();
	await once(socket, 'close');
	await app.capture.flush();
	const file = join(app.capture.folder, 'capture-000001.pcapng');
	expect(tsharkWarnings(file)).toEqual([]);
	expect(tsharkFields(file, 'tcp.analysis.flags', 'frame.number')).toEqual([]);
	const { opener, acceptor } = tsharkFollow(file, 0);
	expect([opener, acceptor].map(String)).toEqual(['after', 'after']);
});

test('clear gives the disk back, and can be undone for a while', async () => {
	const started = await start();
	const { app, client, captures, until } = started;
	const socket = await echo(started);
	await say(socket, 'x'.repeat(3 << 20));
	const { folder } = app.capture;
	const { undo = '', events } = await client.call('captureClear', {});
	expect(events).toBeGreaterThan(3);
	expect(app.capture.counters()).toMatchObject({ received: 0, stored: 0, dropped: 0 });
	expect(existsSync(folder)).toBe(false);
	expect(stateOf(await until(() => true))).toEqual(['live']);
	expect(await client.call('captureUndelete', { undo })).toEqual({ folders: [folder] });
	expect(find(await until((library) => library.captures.length === 2), folder)).toMatchObject({
		state: 'closed',
		events,
	});
	await expect(client.call('captureUndelete', { undo })).rejects.toMatchObject({ code: 'not-found' });
	// Without an undo it goes at the end at the latest.
	await client.call('captureDelete', { folders: [folder] });
	const size = () => readdirSync(captures).length;
	expect(size()).toBe(2);
	await app.close();
	expect(readdirSync(captures)).toEqual([basename(app.capture.folder)]);
});

test.runIf(process.platform === 'linux')(
	'clear gives memory and disk back, filters and all',
	{ timeout: 60_000 },
	async () => {
		const { app, client, captures } = await start();
		const run = app.capture.filter('dir:in', () => undefined);
		const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
		const disk = () =>
			readdirSync(captures, { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
		const fill = async (id: number) => {
			const config = { kind: 'udp' as const, name: 'udp', host: '127.0.0.1', port: 0, responder: { rules: [] } };
			const endpoint = app.capture.addEndpoint({ id: `e${id}`, name: 'udp', kind: 'udp', config });
			const end = { address: '127.0.0.1', port: 9 };
			app.capture.open({ id, endpoint, protocol: 'tcp', role: 'accepted', local: end, remote: end, mirrored: false });
			const bytes = Buffer.alloc(200, 'x');
			for (let i = 0; i < 150_000; i++) {
				app.capture.data(id, 'in', bytes, false);
				if (i % 20_000 === 0) await app.capture.flush();
			}
			await app.capture.flush();
		};
		await fill(1);
		await client.call('captureClear', {});
		const once = memory();
		for (let id = 2; id < 5; id++) {
			await fill(id);
			expect(disk()).toBeGreaterThan(40e6);
			await client.call('captureClear', {});
		}
		// As much each time: what the last three held is not held any more.
		expect(memory() - once).toBeLessThan(48 << 20);
		run.stop();
		await app.close();
		expect(disk()).toBeLessThan(100_000);
	},
);

test('only captures are deleted that nobody writes and that stand alone; one that is open is closed', async () => {
	const started = await start();
	const { app, client, until, captures } = started;
	const socket = await echo(started);
	const old: string[] = [];
	for (const text of ['one', 'two', 'three']) {
		await say(socket, text);
		old.push(app.capture.folder);
		await client.call('captureNew', {});
	}
	const [open = '', beside = '', third = ''] = old;
	writeFileSync(join(beside, 'thesis.txt'), 'mine');
	await client.call('openCapture', { path: open });
	const elsewhere = join(captures, 'elsewhere');
	const cli = spawn(
		process.execPath,
		[
			join(import.meta.dirname, '../../hosts/cli/main.ts'),
			'listen',
			'udp://127.0.0.1:0',
			'--json',
			'--capture',
			elsewhere,
		],
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	);
	closers.push(() => cli.kill());
	await once(createInterface({ input: cli.stdout }), 'line');
	await client.call('captureLibraryLook', {});
	const folders = [open, beside, third, elsewhere, app.capture.folder, '/etc'];
	expect(find(await until((library) => find(library, elsewhere) !== undefined), elsewhere)?.state).toBe('written');
	const { deleted, kept, undo = '' } = await client.call('captureDelete', { folders });
	expect(deleted).toBe(2);
	expect(kept.map(({ why }) => why)).toEqual([
		`${beside} holds other files too, such as thesis.txt. Move them away: only folders with nothing but a capture in them are deleted.`,
		`Process ${cli.pid} writes this capture: it is not deleted. End that process first.`,
		`Process ${process.pid} writes this capture: it is not deleted. End that process first.`,
		'/etc is not in the list of captures.',
	]);
	expect(existsSync(open)).toBe(false);
	await expect(client.call('captureRows', { capture: 'opened', from: 0, count: 1 })).rejects.toMatchObject({
		code: 'not-found',
	});
	expect((await client.call('captureUndelete', { undo })).folders.sort()).toEqual([open, third].sort());
	cli.kill('SIGKILL');
	await once(cli, 'exit');
	await client.call('captureLibraryLook', {});
	expect(find(await until((library) => find(library, elsewhere)?.state === 'unclosed'), elsewhere)?.events).toBe(1);
});

test('the next start deletes what a process that was killed was about to, and folders that hold nothing', {
	timeout: 90_000,
}, async () => {
	const dataFolder = temporaryFolder();
	const program = fileURLToPath(new URL('./kill.child.ts', import.meta.url));
	for (let round = 0; round < 3; round++) {
		const child = spawn(process.execPath, [program, dataFolder], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const lines = createInterface({ input: child.stdout });
		// Amid one of many: new, clear, delete, undo, one after the other without a break.
		let left = 2 + round * 4;
		const reached = Promise.withResolvers<void>();
		lines.on('line', () => {
			if (--left === 0) reached.resolve();
		});
		await reached.promise;
		child.kill('SIGKILL');
		await once(child, 'exit');
		const started = await start({ dataFolder });
		const { app, client, captures, until } = started;
		await client.call('captureLibraryLook', {});
		const library = await until(() => true);
		const [live] = library.captures.filter(({ state }) => state === 'live');
		expect(live?.folder).toBe(app.capture.folder);
		const names = readdirSync(captures);
		expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
		for (const name of names) {
			const folder = join(captures, name);
			if (folder === app.capture.folder) continue;
			// Whole, or brought in order: none is left half.
			const { events } = recoverFolder(folder);
			expect(recoverFolder(folder)).toMatchObject({ events, message: undefined });
		}
		await app.close();
	}
});

test('hundreds of captures are listed at once', async () => {
	const started = await start();
	const { app, client, captures, until } = started;
	const socket = await echo(started);
	await say(socket, 'x'.repeat(100_000));
	const { folder } = app.capture;
	await client.call('captureNew', {});
	for (let i = 0; i < 300; i++) cpSync(folder, join(captures, `copy ${i}`), { recursive: true });
	const begin = performance.now();
	await client.call('captureLibraryLook', {});
	const ms = performance.now() - begin;
	const library = await until(({ captures: all }) => all.length === 302);
	expect(library.captures.filter(({ state }) => state === 'closed')).toHaveLength(301);
	expect(ms).toBeLessThan(1500);
});

test.skipIf(mountMissing !== undefined)(
	`on a full disk a clear makes room${mountMissing ? `: ${mountMissing}` : ''}`,
	async () => {
		const disk = newDisk(24 << 20);
		const started = await start({ captureFolder: join(disk, 'capture'), dataFolder: temporaryFolder() });
		const { app, client } = started;
		app.capture.setLimits({ segmentBytes: 4 << 20 });
		const { id } = await client.call('endpointCreate', {
			config: { kind: 'udp', name: 'udp', host: '127.0.0.1', port: 0, responder: { rules: [] } },
		});
		const { local } = await client.call('endpointStart', { id });
		const socket = createSocket('udp4');
		closers.push(() => socket.close());
		const full = Promise.withResolvers<void>();
		app.capture.onProgress(() => {
			if (app.capture.error()) full.resolve();
		});
		const pump = () => {
			if (app.capture.error()) return;
			for (let i = 0; i < 20; i++) socket.send(Buffer.alloc(8000, i), local?.port ?? 0, '127.0.0.1');
			setImmediate(pump);
		};
		pump();
		await full.promise;
		await expect(client.call('captureNew', {})).rejects.toMatchObject({ code: 'disk', message: /full/ });
		const left = app.capture.folder;
		const { undo } = await client.call('captureClear', {});
		expect(undo).toBeUndefined();
		expect(existsSync(left)).toBe(false);
		expect(app.capture.error()).toBeUndefined();
		expect(app.capture.folder).toBe(`${left}-2`);
		await client.call('endpointStop', { id });
		await app.capture.flush();
		const { received, stored, dropped } = app.capture.counters();
		expect(received).toBe(stored + dropped);
	},
);

test.skipIf(mountMissing !== undefined)(
	`a folder that may not be changed is told of in a sentence${mountMissing ? `: ${mountMissing}` : ''}`,
	async () => {
		const started = await start({ dataFolder: newDisk(64 << 20) });
		const { app, client, until, captures } = started;
		const socket = await echo(started);
		await say(socket, 'one');
		const { folder } = app.capture;
		await client.call('captureNew', {});
		await until((library) => find(library, folder)?.state === 'closed');
		await say(socket, 'two');
		freeze(captures, true);
		try {
			const { deleted, kept } = await client.call('captureDelete', { folders: [folder] });
			expect(deleted).toBe(0);
			expect(kept).toEqual([{ folder, why: `${folder} may not be deleted by this user (EPERM).` }]);
			await expect(client.call('captureNew', {})).rejects.toMatchObject({ message: /that is not permitted/ });
			await expect(client.call('captureClear', {})).rejects.toMatchObject({ message: /that is not permitted/ });
		} finally {
			freeze(captures, false);
		}
		expect(readdirSync(captures).sort()).toEqual([folder, app.capture.folder].map((path) => basename(path)).sort());
		expect(await client.call('captureDelete', { folders: [folder] })).toMatchObject({ deleted: 1, kept: [] });
	},
);
