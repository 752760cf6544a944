import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { tsharkMissing, tsharkReading } from '../../capture/tshark.fixture.ts';
import { dist } from '../../hosts/launch/build.mjs';
import { closeLater, echo, find, say, start, stateOf } from './library.fixture.ts';

test('a new capture: sockets continue, the old one is closed and listed', async () => {
	const started = await start();
	const { app, client, until } = started;
	const socket = await echo(started);
	await say(socket, 'first');
	const before = { id: app.capture.id, folder: app.capture.folder };
	const created = await client.call('captureNew', {});
	expect(created).toEqual({ id: app.capture.id, folder: app.capture.folder });
	expect(created.id).not.toBe(before.id);
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
	// A capture without events is not replaced.
	await client.call('captureClear', {});
	const { id } = app.capture;
	expect(await client.call('captureNew', {})).toMatchObject({ id });
	expect(await client.call('captureClear', {})).toEqual({ events: 0 });
});

test('concurrent clears and new captures run one after the other, and none fails', async () => {
	const started = await start();
	const { app, client } = started;
	const socket = await echo(started);
	await say(socket, 'first');
	const { folder } = app.capture;
	const [cleared, created, again] = await Promise.all([
		client.call('captureClear', {}),
		client.call('captureNew', {}),
		client.call('captureClear', {}),
	]);
	expect(cleared).toMatchObject({ events: 4, undo: expect.any(String) });
	expect(again.events).toBeLessThan(4);
	expect(existsSync(folder)).toBe(false);
	await say(socket, 'second');
	await app.capture.flush();
	expect(created.folder).not.toBe(folder);
});

test.skipIf(tsharkMissing)(`tshark reads the events after a clear ${tsharkMissing ?? ''}`, async () => {
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
	const options = { filter: 'tcp.analysis.flags', fields: ['frame.number'], streams: 1 };
	const { warnings, rows, streams } = await tsharkReading(file, options);
	expect([warnings, rows]).toEqual([[], []]);
	expect(streams.map(({ opener, acceptor }) => [String(opener), String(acceptor)])).toEqual([['after', 'after']]);
});

test('clear frees the disk, and can be undone for a while', async () => {
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
	// Without an undo it is deleted at the latest at the end.
	await client.call('captureDelete', { folders: [folder] });
	const size = () => readdirSync(captures).length;
	expect(size()).toBe(2);
	await app.close();
	expect(readdirSync(captures)).toEqual([basename(app.capture.folder)]);
});

test.runIf(process.platform === 'linux')('clear frees memory and disk, filters included', async () => {
	const { app, client, captures } = await start();
	const run = app.capture.follow('captureFilter', { filter: 'dir:in' }, () => undefined);
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
	// The same each time: the memory of the last three is released.
	expect(memory() - once).toBeLessThan(48 << 20);
	run.dispose();
	await app.close();
	expect(disk()).toBeLessThan(100_000);
});

test('only captures without a writer and without other files are deleted; an open one is closed', async () => {
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
	const command = [join(dist, 'main/cli.js'), 'listen', 'udp://127.0.0.1:0', '--json', '--capture', elsewhere];
	const cli = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
	closeLater(() => cli.kill());
	await once(createInterface({ input: cli.stdout }), 'line');
	await client.call('captureLibraryLook', {});
	const folders = [open, beside, third, elsewhere, app.capture.folder, '/etc'];
	expect(find(await until((library) => find(library, elsewhere) !== undefined), elsewhere)?.state).toBe('written');
	const { deleted, kept, undo = '' } = await client.call('captureDelete', { folders });
	expect(deleted).toBe(2);
	expect(kept.map(({ why }) => why)).toEqual([
		`${beside} holds other files too, such as thesis.txt. Move them away: only folders with nothing but a capture in them are deleted.`,
		`Process ${cli.pid} writes this capture: it is not deleted. End that process first.`,
		`This Wirebench writes ${app.capture.folder}, or is closing it: it is not deleted. Start a new capture first; one that is closing can be deleted a moment later.`,
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
