import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { byTier } from '../../../common/tier.fixture.ts';
import { freeze, mountMissing, smallDisks } from '../../capture/disk.fixture.ts';
import { recoverFolder } from '../../capture/index.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { closeLater, echo, find, say, start } from './library.fixture.ts';

const newDisk = smallDisks();

test('the next start completes deletions of a killed process, and deletes folders without events', async () => {
	const dataFolder = temporaryFolder();
	const program = fileURLToPath(new URL('./kill.child.ts', import.meta.url));
	for (let round = 0; round < byTier(1, 3); round++) {
		const child = spawn(process.execPath, [program, dataFolder], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const lines = createInterface({ input: child.stdout });
		// Killed during one of many steps: new, clear, delete, undo, one after the other without a pause.
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
			// Complete, or repaired: none is half deleted.
			const { events } = recoverFolder(folder);
			expect(recoverFolder(folder)).toMatchObject({ events, warnings: [] });
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
	const copies = byTier(100, 300);
	for (let i = 0; i < copies; i++) cpSync(folder, join(captures, `copy ${i}`), { recursive: true });
	// Processor time, which other load on the machine changes less: about 5 ms for each, with room for a slow one.
	const begin = process.cpuUsage();
	await client.call('captureLibraryLook', {});
	const { user, system } = process.cpuUsage(begin);
	const library = await until(({ captures: all }) => all.length === copies + 2);
	expect(library.captures.filter(({ state }) => state === 'closed')).toHaveLength(copies + 1);
	expect((user + system) / 1000).toBeLessThan(40 * copies);
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
		closeLater(() => socket.close());
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
	`a read-only folder is reported in a sentence${mountMissing ? `: ${mountMissing}` : ''}`,
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
