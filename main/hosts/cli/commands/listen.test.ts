import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { event, events, type JsonEvent, listeningPort, python, testFolder, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

/** Sends, ends its side, prints the answer. */
const TCP_CLIENT = [
	'import socket, sys',
	's = socket.create_connection(("127.0.0.1", int(sys.argv[1])))',
	's.sendall(bytes.fromhex(sys.argv[2]))',
	's.shutdown(socket.SHUT_WR)',
	'print(b"".join(iter(lambda: s.recv(65536), b"")).hex())',
];

const UDP_CLIENT = [
	'import socket, sys',
	's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
	's.settimeout(60)',
	's.sendto(bytes.fromhex(sys.argv[2]), ("127.0.0.1", int(sys.argv[1])))',
	'print(s.recv(65536).hex())',
];

const hex = (text: string): string => Buffer.from(text).toString('hex');
const kinds = (all: readonly JsonEvent[]): string[] => all.map((each) => each.event);

async function talk(client: readonly string[], port: number, text: string): Promise<string> {
	const peer = python(client, [String(port), hex(text)]);
	expect(await peer.exit()).toBe(0);
	return Buffer.from(peer.stdout().trim(), 'hex').toString();
}

describe('listen --json', () => {
	it('prints every event of a TCP preset, and at SIGINT a summary with exactly their counts', async () => {
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', 'upper-echo', '--json']);
		const port = await listeningPort(listen);
		expect(await talk(TCP_CLIENT, port, 'abc')).toBe('ABC');
		await event(listen, 'close');
		listen.child.kill('SIGINT');
		expect(await listen.exit()).toBe(0);
		expect(listen.stderr()).toBe('');

		const all = events(listen);
		expect(all[0]).toEqual({ event: 'listening', endpoint: 'upper-echo', address: '127.0.0.1', port });
		expect(all[1]).toMatchObject({
			event: 'open',
			endpoint: 'upper-echo',
			connection: 1,
			direction: 'in',
			local: { address: '127.0.0.1', port },
			remote: { address: '127.0.0.1' },
		});
		const data = all.filter((each) => each.event === 'data');
		expect(data).toMatchObject([
			{ endpoint: 'upper-echo', connection: 1, direction: 'in', length: 3, hex: hex('abc') },
			{ endpoint: 'upper-echo', connection: 1, direction: 'out', length: 3, hex: hex('ABC') },
		]);
		expect(kinds(all).filter((kind) => kind !== 'data')).toEqual([
			'listening',
			'open',
			'end',
			'end',
			'close',
			'summary',
		]);
		for (const { time } of data) expect(new Date(String(time)).toISOString()).toBe(time);
		expect(all.at(-1)).toEqual({ event: 'summary', received: all.length - 1, stored: all.length - 1, dropped: 0 });
	});

	it('prints the datagrams of a UDP preset', async () => {
		const listen = wirebench(['listen', 'udp://127.0.0.1:0', '--preset', 'udp-hello', '--json', '--name', 'hi']);
		const port = await listeningPort(listen);
		expect(await talk(UDP_CLIENT, port, 'Ann')).toBe('Hello,Ann~');
		await event(listen, 'data', { direction: 'out' });
		listen.child.kill('SIGTERM');
		expect(await listen.exit()).toBe(0);
		const all = events(listen);
		expect(all[0]).toEqual({ event: 'listening', endpoint: 'hi', address: '127.0.0.1', port });
		expect(all[1]).toMatchObject({ event: 'open', endpoint: 'hi', direction: 'in', local: { port } });
		expect(all.filter((each) => each.event === 'data')).toMatchObject([
			{ direction: 'in', length: 3, hex: hex('Ann') },
			{ direction: 'out', length: 10, hex: hex('Hello,Ann~') },
		]);
		expect(all.at(-1)).toEqual({ event: 'summary', received: all.length - 1, stored: all.length - 1, dropped: 0 });
	});

	it('answers each line with a template from the command line', async () => {
		const listen = wirebench([
			'listen',
			'tcp://127.0.0.1:0',
			'--framing',
			'line',
			'--reply',
			'{{data|upper}}!\\n',
			'--json',
		]);
		expect(await talk(TCP_CLIENT, await listeningPort(listen), 'one\ntwo\n')).toBe('ONE!\nTWO!\n');
	});

	it('answers messages with a length head, with a correct length', async () => {
		const listen = wirebench([
			'listen',
			'tcp://127.0.0.1:0',
			'--framing',
			'length:2le',
			'--reply',
			'{{data|length16be}}{{data|upper}}',
			'--json',
		]);
		const answer = await talk(TCP_CLIENT, await listeningPort(listen), '\x03\0abc\0\0\x01\0x');
		expect(answer).toBe('\0\x03ABC\0\0\0\x01X');
	});

	it('listens on a path, and sends to it', async () => {
		const path = join(testFolder(), 's.sock');
		const listen = wirebench(['listen', `unix:${path}`, '--preset', 'class-unix-stream', '--json']);
		expect(await event(listen, 'listening')).toMatchObject({ endpoint: 'class-unix-stream', path });
		const send = await run(['send', `unix:${path}`, 'over a path', '--end', '--wait', '60000']);
		expect(send.code).toBe(0);
		expect(send.stdout).toBe('over a path');
	});

	it('listens on IPv6, and reports that the peer reset a connection', async () => {
		const listen = wirebench(['listen', 'tcp://[::1]:0', '--json']);
		expect(await event(listen, 'listening')).toMatchObject({ endpoint: 'tcp-listener', address: '::1' });
		const socket = net.connect(await listeningPort(listen), '::1');
		await once(socket, 'connect');
		await event(listen, 'open');
		socket.resetAndDestroy();
		expect(await event(listen, 'reset')).toMatchObject({ connection: 1, direction: 'in' });
		await event(listen, 'close');
	});

	it('pauses sockets while its output is not read, and loses nothing', async () => {
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--json']);
		const port = await listeningPort(listen);
		listen.child.stdout?.pause();
		const payload = Buffer.alloc(8 * 1024 * 1024, 'wirebench');
		const socket = net.connect(port, '127.0.0.1');
		socket.end(payload);
		await once(socket, 'connect');
		listen.child.stdout?.resume();
		await event(listen, 'close');
		listen.child.kill('SIGINT');
		expect(await listen.exit()).toBe(0);
		const all = events(listen);
		const received = all.filter((each) => each.event === 'data').map((each) => Buffer.from(String(each.hex), 'hex'));
		expect(Buffer.concat(received).equals(payload)).toBe(true);
		expect(all.at(-1)).toEqual({ event: 'summary', received: all.length - 1, stored: all.length - 1, dropped: 0 });
	});
});

describe('listen', () => {
	it('prints lines for people', async () => {
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', 'upper-echo']);
		const line = await listen.line((text) => text.startsWith('upper-echo listens on 127.0.0.1:'));
		const port = Number(line.split(':').at(-1));
		expect(await talk(TCP_CLIENT, port, 'a\r\n')).toBe('A\r\n');
		await listen.line((text) => / #1 close/.test(text));
		listen.child.kill('SIGINT');
		expect(await listen.exit()).toBe(0);
		expect(listen.stdout()).toMatch(/ #1 ← 3 a\\r\\n\n(.*\n)*.* #1 → 3 A\\r\\n\n/);
		expect(listen.stdout()).toMatch(/\nreceived (\d+) events, stored \1, dropped 0\n$/);
	});

	it('prints no data with --quiet, and counts it anyway', async () => {
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', 'class-tcp', '--json', '--quiet']);
		const port = await listeningPort(listen);
		const socket = net.connect(port, '127.0.0.1').setEncoding('latin1');
		let back = '';
		for (let i = 0; i < 200; i += 1) {
			socket.write(`${i};`);
			const [text]: string[] = await once(socket, 'data');
			back += text;
		}
		socket.end();
		await event(listen, 'close');
		listen.child.kill('SIGINT');
		expect(await listen.exit()).toBe(0);
		expect(back).toBe(Array.from({ length: 200 }, (_, i) => `${i};`).join(''));
		const all = events(listen);
		expect(kinds(all)).not.toContain('data');
		expect(all.at(-1)).toEqual({
			event: 'summary',
			received: all.length - 1 + 400,
			stored: all.length - 1 + 400,
			dropped: 0,
		});
	});

	it('keeps its capture in the given folder, and writes no file otherwise', async () => {
		const [tmp, capture] = [testFolder(), testFolder()];
		for (const args of [['--capture', capture], []]) {
			const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--json', ...args], { env: { TMPDIR: tmp } });
			net
				.connect(await listeningPort(listen), '127.0.0.1')
				.end('written where?')
				.resume();
			await event(listen, 'data');
			expect(readdirSync(tmp)).toEqual([]);
			listen.child.kill('SIGINT');
			expect(await listen.exit()).toBe(0);
			expect(readdirSync(tmp)).toEqual([]);
		}
		expect(readdirSync(capture).some((name) => name.endsWith('.pcapng'))).toBe(true);
	});

	it('refuses a folder that holds a capture, changes nothing in it, and names a free one', async () => {
		const capture = testFolder();
		writeFileSync(join(capture, 'capture-000001.pcapng'), 'of another time');
		const listen = await run(['listen', 'tcp://127.0.0.1:0', '--json', '--capture', capture]);
		expect(listen.code).not.toBe(0);
		expect(listen.stderr).toContain(`${capture} holds a capture already (capture-000001.pcapng)`);
		expect(listen.stderr).toContain(`Choose another folder, such as ${capture}-2`);
		expect(readdirSync(capture)).toEqual(['capture-000001.pcapng']);
		expect(readFileSync(join(capture, 'capture-000001.pcapng'), 'utf8')).toBe('of another time');
	});

	it('ends when the reader of its output closes', async () => {
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--json']);
		const port = await listeningPort(listen);
		listen.child.stdout?.destroy();
		const socket = net.connect(port, '127.0.0.1');
		socket.on('error', () => socket.destroy());
		expect(await listen.exit()).toBe(0);
		expect(listen.stderr()).toBe('');
	});
});

describe.runIf(process.platform !== 'win32')('a listen that is interrupted repeatedly', () => {
	it('prints its summary and exits with 0 anyway', async () => {
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--json']);
		await listeningPort(listen);
		const closed = once(listen.child, 'close');
		const again = (): void => {
			if (listen.child.kill('SIGINT')) setImmediate(again);
		};
		again();
		await closed;
		expect([listen.child.exitCode, listen.child.signalCode]).toEqual([0, null]);
		expect(events(listen).at(-1)).toMatchObject({ event: 'summary', dropped: 0 });
	});
});

describe('a listen that fails', () => {
	it('names the program that holds the port', async () => {
		const owner = python([
			'import socket',
			's = socket.create_server(("127.0.0.1", 0))',
			'print(s.getsockname()[1])',
			's.accept()',
		]);
		const port = await owner.line(() => true);
		const tmp = testFolder();
		const listen = wirebench(['listen', `tcp://127.0.0.1:${port}`], { env: { TMPDIR: tmp } });
		expect(await listen.exit()).toBe(1);
		expect(listen.stdout()).toBe('');
		expect(listen.stderr()).toContain('EADDRINUSE');
		expect(listen.stderr()).toContain(port);
		expect(listen.stderr()).toMatch(/python/);
		expect(listen.stderr()).toContain(String(owner.child.pid));
		expect(readdirSync(tmp)).toEqual([]);
	});

	it.runIf(process.platform === 'linux')(
		'names a program of Node by its program, not by one of its threads',
		async () => {
			const program =
				"const s = require('node:net').createServer().listen(0, '127.0.0.1', () => console.log(s.address().port))";
			const owner = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
			onTestFinished(() => void owner.kill());
			const [port] = await once(owner.stdout, 'data');
			const listen = await run(['listen', `tcp://127.0.0.1:${String(port).trim()}`]);
			expect(listen.code).toBe(1);
			expect(listen.stderr).toContain(`in use by node (pid ${owner.pid})`);
		},
	);

	it.each([
		[['listen', 'tcp://127.0.0.1:0', '--capture', ''], 2, 'names no folder'],
		[['listen', '127.0.0.1:80'], 2, 'write tcp://HOST:PORT'],
		[['listen', 'tcp://127.0.0.1:70000'], 2, 'from 0 to 65535'],
		[['listen', 'tcp://127.0.0.1:0', '--preset', 'nope'], 2, 'There is no preset "nope". There are: timestamp-echo,'],
		[['listen', 'tcp://192.0.2.1:0'], 1, 'EADDRNOTAVAIL'],
		[['listen'], 2, "missing required argument 'url'"],
		[['listen', 'tcp://127.0.0.1:0', '--framing', 'fixed'], 2, 'It is one of: none, line, delimiter:TEXT'],
		[['nonsense'], 2, "unknown command 'nonsense'"],
	])('%j exits with %i and the reason', async (args, code, sentence) => {
		const command = await run(args);
		expect(command.code).toBe(code);
		expect(command.stdout).toBe('');
		expect(command.stderr).toContain(sentence);
		expect(command.stderr).not.toContain('    at ');
	});
});

describe('listen --filter', () => {
	it('prints only matches, counts and captures all', async () => {
		const folder = join(testFolder(), 'capture');
		const args = ['--preset', 'upper-echo', '--json', '--capture', folder];
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', ...args, '--filter', 'dir:in len>=3 or kind:close']);
		const port = await listeningPort(listen);
		await talk(TCP_CLIENT, port, 'ab');
		await talk(TCP_CLIENT, port, 'abc');
		await event(listen, 'close', { connection: 2 });
		listen.child.kill('SIGINT');
		expect(await listen.exit()).toBe(0);
		const all = events(listen);
		expect(kinds(all)).toEqual(['listening', 'close', 'data', 'close', 'summary']);
		expect(all[2]).toMatchObject({ connection: 2, direction: 'in', hex: hex('abc') });
		expect(all.at(-1)).toMatchObject({ received: 13, stored: 13, dropped: 0 });
	});

	it('finds text in any case, event texts, and ports', async () => {
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', 'upper-echo', '--filter', 'hello']);
		const address = await listen.line((line) => line.includes('listens on'));
		const port = Number(/:(\d+)$/.exec(address)?.[1]);
		const reported = wirebench([
			'connect',
			`tcp://127.0.0.1:${port}`,
			'--filter',
			`kind:open port:${port} "→ 127.0.0.1"`,
		]);
		await reported.line((line) => line.includes(' open to '));
		await talk(TCP_CLIENT, port, 'hello');
		await listen.line((line) => line.includes('→ 5 HELLO'));
		listen.child.kill('SIGINT');
		expect(await listen.exit()).toBe(0);
		expect(listen.stdout().split('\n').length).toBe(5);
	});

	it.runIf(process.platform === 'linux')('is called wirebench where the system names who holds a port', async () => {
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--json']);
		const port = await listeningPort(listen);
		const { stdout } = await promisify(execFile)('ss', ['-Hltnp', `sport = :${port}`]);
		expect(stdout).toContain(`(("wirebench",pid=${listen.child.pid},`);
		const second = await run(['listen', `tcp://127.0.0.1:${port}`]);
		expect(second.stderr).toContain(`in use by wirebench (pid ${listen.child.pid})`);
		listen.child.kill('SIGINT');
		expect(await listen.exit()).toBe(0);
	});

	it('marks the fault in a filter and runs nothing', async () => {
		const listen = await run(['listen', 'tcp://127.0.0.1:0', '--filter', 'len>=100 dri:in']);
		expect(listen.code).toBe(2);
		expect(listen.stdout.trim()).toBe('');
		expect(listen.stderr).toContain('\n  len>=100 dri:in\n           ^^^^^^\nAt 10: “dri:in” looks like a condition');
		expect(listen.stderr).toContain('Did you mean dir:in?');
	});
});
