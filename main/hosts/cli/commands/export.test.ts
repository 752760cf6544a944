import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { event, listeningPort, testFolder, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

const root = mkdtempSync(join(tmpdir(), 'wirebench-cli-export-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A capture of one connection that sent `one`, then `two`, and was answered in upper case. */
async function captureFolder(): Promise<string> {
	const folder = join(root, 'capture');
	const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', 'upper-echo', '--json', '--capture', folder]);
	const socket = net.connect(await listeningPort(listen), '127.0.0.1');
	for (const text of ['one', 'two']) {
		socket.write(text);
		await once(socket, 'data');
	}
	socket.end();
	await event(listen, 'close');
	listen.child.kill('SIGINT');
	expect(await listen.exit()).toBe(0);
	return folder;
}

// Made once: no test changes it.
let made: Promise<string> | undefined;
let folder: string;
beforeEach(async () => {
	made ??= captureFolder();
	folder = await made;
});

describe('export', () => {
	it('writes a folder as JSON lines to stdout, and the matches of a filter', async () => {
		const all = wirebench(['export', folder, '--format', 'jsonl']);
		expect(await all.exit()).toBe(0);
		const lines = all
			.stdout()
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line));
		expect(lines.map(({ event }) => event)).toEqual([
			'listening',
			'open',
			'data',
			'data',
			'data',
			'data',
			'end',
			'end',
			'close',
		]);
		expect(lines.filter(({ event }) => event === 'data').map(({ text }) => text)).toEqual(['one', 'ONE', 'two', 'TWO']);
		expect(all.stderr()).toMatch(/^9 events, \d+ bytes\n$/);

		const some = await run(['export', folder, '--format', 'raw', '--filter', 'dir:out']);
		expect(some.code).toBe(0);
		expect(some.stdout).toBe('ONETWO');
		const range = await run(['export', folder, '--format', 'raw', '--first', '4', '--last', '5', '--direction', 'in']);
		expect(range.code).toBe(0);
		expect(range.stdout).toBe('two');
	});

	it('writes a file that opens again here, and in other programs', async () => {
		const out = join(testFolder(), 'out.pcapng');
		const first = await run(['export', folder, '--format', 'pcapng', '-o', out]);
		expect(first.code).toBe(0);
		expect(first.stdout).toBe('');
		expect(first.stderr).toMatch(/^9 events, \d+ bytes: .*out\.pcapng\n$/);
		const again = await run(['export', out, '--format', 'csv']);
		expect(again.code).toBe(0);
		expect(again.stdout.split('\r\n').length).toBe(11);
	});

	it('refuses to replace a file without the option, and leaves it unchanged', async () => {
		const out = join(testFolder(), 'out.txt');
		writeFileSync(out, 'mine');
		const refused = await run(['export', folder, '--format', 'text', '-o', out]);
		expect(refused.code).toBe(1);
		expect(refused.stderr).toBe(`There is a file ${out} already. Add --force to replace it.\n`);
		expect(readFileSync(out, 'utf8')).toBe('mine');
		const forced = await run(['export', folder, '--format', 'text', '-o', out, '--force']);
		expect(forced.code).toBe(0);
		expect(readFileSync(out, 'utf8')).toContain('data in: 3 bytes\n00000000  6f 6e 65 ');
		expect(readdirSync(join(out, '..'))).toEqual(['out.txt']);
	});

	it('reports the fault of a filter, a path or a format', async () => {
		const filter = await run(['export', folder, '--format', 'csv', '--filter', 'dri:in']);
		expect(filter.code).toBe(2);
		expect(filter.stderr).toContain('dri');
		const path = await run(['export', '/nowhere/at/all', '--format', 'csv']);
		expect(path.code).toBe(1);
		expect(path.stderr).toContain('There is nothing at /nowhere/at/all.');
		const format = await run(['export', folder, '--format', 'xml']);
		expect(format.code).toBe(2);
		expect(format.stderr).toContain('pcapng, jsonl, csv, text, raw, c');
	});

	it('exits with 0 when the reader closes early', async () => {
		const big = join(testFolder(), 'big');
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--json', '--quiet', '--capture', big]);
		const socket = net.connect(await listeningPort(listen), '127.0.0.1');
		socket.end(Buffer.alloc(20 << 20, 'x'));
		await event(listen, 'close');
		listen.child.kill('SIGINT');
		await listen.exit();
		const head = wirebench(['export', big, '--format', 'text']);
		head.child.stdout?.destroy();
		expect(await head.exit()).toBe(0);
		expect(head.stderr()).toBe('');
	});
});

describe.runIf(existsSync('/usr/bin/tcpdump') || existsSync('/usr/sbin/tcpdump') || existsSync('/usr/bin/tshark'))(
	'export of a capture of another program',
	() => {
		it('reads a classic pcap that editcap made from ours', async () => {
			const out = join(testFolder(), 'out.pcapng');
			const cut = ['--format', 'pcapng', '--filter', 'kind:data or kind:open', '-o', out];
			expect(await run(['export', folder, ...cut])).toMatchObject({ code: 0 });
			const foreign = join(testFolder(), 'foreign.pcap');
			execFileSync('tshark', ['-r', out, '-Y', 'tcp', '-F', 'nsecpcap', '-w', foreign], { stdio: 'ignore' });
			expect(await run(['export', foreign, '--format', 'raw'])).toEqual({
				code: 0,
				stdout: 'oneONEtwoTWO',
				stderr: expect.stringMatching(/events/),
			});
		});
	},
);
