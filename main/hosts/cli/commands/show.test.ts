import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pcapFile } from '../../../capture/import/files.fixture.ts';
import { framed, ip, udpDatagram } from '../../../capture/import/frames.fixture.ts';
import { dist } from '../../launch/build.mjs';
import { event, events, eventsIn, listeningPort, python, testFolder, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

const TALK = [
	'import socket, sys',
	's = socket.create_connection(("127.0.0.1", int(sys.argv[1])))',
	's.sendall(b"a" * 300)',
	'n = 0',
	'while n < 300: n += len(s.recv(65536))',
	's.close()',
];

it('prints the same as listen, all of it or the matches of a filter', async () => {
	const folder = join(testFolder(), 'capture');
	const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', 'upper-echo', '--json', '--capture', folder]);
	const peer = python(TALK, [String(await listeningPort(listen))]);
	expect(await peer.exit()).toBe(0);
	await event(listen, 'close', { connection: 1 });
	listen.child.kill('SIGINT');
	expect(await listen.exit()).toBe(0);

	const temporary = testFolder();
	const show = wirebench(['show', folder, '--json'], { env: { TMPDIR: temporary } });
	expect(await show.exit()).toBe(0);
	expect(show.stderr()).toBe('');
	// The time is that of the capture, some microseconds from that of the print.
	const timeless = (lines: Record<string, unknown>[]) => lines.map(({ time: _, ...rest }) => rest);
	expect(timeless(events(show))).toEqual(timeless(events(listen)).slice(0, -1));
	expect(readdirSync(temporary)).toEqual([]);

	const text = await run(['show', folder, '--filter', 'dir:out kind:data']);
	expect(text.code).toBe(0);
	expect(text.stdout.trim()).toMatch(/^\d\d:\d\d:\d\d\.\d{3} #1 → 300 A{300}$/);

	const segment = join(folder, 'capture-000001.pcapng');
	truncateSync(segment, statSync(segment).size - 5);
	const torn = await run(['show', segment, '--quiet']);
	expect(torn.code).toBe(0);
	expect(torn.stderr).toMatch(/^The last \d+ bytes of capture-000001\.pcapng are of an unfinished event/);
	expect(torn.stdout).not.toContain('→ 300');
});

it('prints the events of Unix sockets with their paths', async () => {
	const folder = testFolder();
	const path = join(folder, 's');
	const listen = wirebench(['listen', `unix:${path}`, '--json', '--capture', join(folder, 'capture')]);
	await event(listen, 'listening', { path });
	const socket = net.connect(path);
	await event(listen, 'open');
	socket.destroy();
	await event(listen, 'close');
	listen.child.kill('SIGINT');
	expect(await listen.exit()).toBe(0);

	const show = await run(['show', join(folder, 'capture'), '--json']);
	expect(show.code).toBe(0);
	expect(eventsIn(show.stdout).slice(0, 2)).toMatchObject([
		{ event: 'listening', message: path },
		{ event: 'open', connection: 1, direction: 'in', message: `unnamed socket → ${path}` },
	]);
	const text = await run(['show', join(folder, 'capture')]);
	expect(text.code).toBe(0);
	expect(text.stdout).toMatch(new RegExp(`listens on ${path}\n.* #1 open unnamed socket → ${path}\n`));
});

it('reports what it cannot show, and where', async () => {
	const file = join(testFolder(), 'text');
	writeFileSync(file, 'this is no capture');
	const bad = wirebench(['show', file]);
	expect(await bad.exit()).toBe(1);
	expect(bad.stderr()).toMatch(/at byte \d+/);
	expect(bad.stderr()).not.toContain('    at ');
	const missing = await run(['show', '/nowhere']);
	expect(missing.code).toBe(1);
	expect(missing.stderr).toContain('ENOENT');
});

it('shows all readable parts of a damaged capture, reports the rest once, and exits with 1', async () => {
	const folder = join(testFolder(), 'capture');
	const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', 'upper-echo', '--json', '--capture', folder]);
	const peer = python(TALK, [String(await listeningPort(listen))]);
	expect(await peer.exit()).toBe(0);
	await event(listen, 'close', { connection: 1 });
	listen.child.kill('SIGINT');
	expect(await listen.exit()).toBe(0);
	const index = join(folder, 'capture-000001.index');
	writeFileSync(index, readFileSync(index).fill(0, 100, 200));
	const segment = join(folder, 'capture-000001.pcapng');
	const bytes = readFileSync(segment);
	// The captured length of the packet whose payload is the answer.
	const at = bytes.lastIndexOf('A'.repeat(300));
	bytes.writeUInt32LE(0xd0000000, at - 48);
	writeFileSync(segment, bytes);
	const show = await run(['show', folder, '--json']);
	expect(show.code).toBe(1);
	expect(show.stderr.match(/capture-000001\.pcapng is damaged/g)).toHaveLength(1);
	expect(show.stderr).toMatch(/at byte \d+/);
	const kinds = (lines: Record<string, unknown>[]) => lines.map((line) => line.event);
	const lost = events(listen).findIndex((line) => line.event === 'data' && line.direction === 'out');
	expect(kinds(eventsIn(show.stdout))).toEqual(kinds(events(listen)).slice(0, -1).with(lost, 'note'));
	const file = join(testFolder(), 'out.jsonl');
	const written = await run(['export', folder, '--format', 'jsonl', '-o', file]);
	expect(written.code).toBe(1);
	expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(events(listen).length - 2);
});

it('leaves no copy of a foreign file: an interrupt removes it, after a kill the next run does', async () => {
	const addresses = { source: '10.0.0.1', destination: '10.0.0.2' };
	const frames = Array.from({ length: 4000 }, (_, i) => ({
		time: 1_700_000_000_000_000_000n + BigInt(i),
		bytes: framed(1, ip(addresses, 17, udpDatagram(addresses, { from: 5, to: 6 }, Buffer.alloc(1000, i)))),
	}));
	const path = join(testFolder(), 'foreign.pcap');
	writeFileSync(path, pcapFile(frames));
	const TMPDIR = testFolder();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const) {
		// Its output is not read, so that it blocks in the middle.
		const child = spawn(process.execPath, [join(dist, 'main/cli.js'), 'show', path], {
			stdio: ['ignore', 'pipe', 'ignore'],
			env: { ...process.env, TMPDIR },
		});
		const closed = once(child, 'exit');
		await once(child.stdout, 'readable');
		expect(readdirSync(TMPDIR)).toHaveLength(1);
		expect(statSync(join(TMPDIR, readdirSync(TMPDIR)[0] ?? '')).mode & 0o777).toBe(0o700);
		child.kill(signal);
		const [code] = await closed;
		child.stdout.destroy();
		if (signal === 'SIGKILL') expect(readdirSync(TMPDIR)).toHaveLength(1);
		else expect({ signal, code, left: readdirSync(TMPDIR) }).toEqual({ signal, code: 0, left: [] });
	}
	const next = wirebench(['show', path, '--quiet'], { env: { TMPDIR } });
	expect(await next.exit()).toBe(0);
	expect(readdirSync(TMPDIR)).toEqual([]);
});
