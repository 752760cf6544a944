import { once } from 'node:events';
import { readFileSync, watch, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mountMissing, smallDisks } from '../../capture/disk.fixture.ts';
import { EXIT } from './terminal/exit-codes.ts';
import { commandLine, listeningPort, python, run, testFolder, wirebench } from './testing/cli.fixture.ts';
import { commandLines, type Outcome } from './testing/command-lines.fixture.ts';

const runLine = commandLines();

const newDisk = smallDisks();
const why = mountMissing === undefined ? '' : `: ${mountMissing}`;

/** Echoes its input, until the client ends. */
const ECHO = [
	'import socketserver',
	'class Echo(socketserver.BaseRequestHandler):',
	'    def handle(self):',
	'        while data := self.request.recv(65536): self.request.sendall(data)',
	's = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Echo)',
	's.daemon_threads = True',
	'print(s.server_address[1])',
	's.serve_forever()',
];

/** Sends this many MiB, receives them back, and prints the number of bytes. */
const THROUGH = [
	'import socket, sys, threading',
	's = socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=120)',
	'size = int(sys.argv[2]) << 20',
	'def send():',
	'    s.sendall(b"\\0" * size)',
	'    s.shutdown(socket.SHUT_WR)',
	'threading.Thread(target=send).start()',
	'got = 0',
	'while data := s.recv(1 << 20): got += len(data)',
	'print(got >> 20)',
];

it('a proxy whose output is not read forwards everything, and ends on request', async () => {
	const target = await python(ECHO).line((line) => /^\d+$/.test(line));
	const proxy = wirebench(['proxy', 'tcp://127.0.0.1:0', `tcp://127.0.0.1:${target}`, '--json']);
	const port = String(await listeningPort(proxy));
	proxy.child.stdout?.pause();
	const client = python(THROUGH, [port, '3']);
	expect(await client.exit(), client.stderr()).toBe(0);
	expect(client.stdout()).toBe('3\n');
	const ended = once(proxy.child, 'exit');
	proxy.child.kill('SIGINT');
	expect(await ended).toEqual([EXIT.done, null]);
	// Its stderr may be read after its exit is known.
	await proxy.stderrLine((line) => line.startsWith('Nobody read the output'));
	expect(proxy.stderr()).toMatch(/^Nobody read the output: the last \d+ bytes of it were left out\.\n$/);
	proxy.child.stdout?.resume();
});

it.skipIf(mountMissing !== undefined)(
	`a server whose print-out finds the disk full ends its connections in order, closes its capture, says why and ends with 3${why}`,
	async () => {
		const disk = newDisk(256 << 10);
		const [log, capture] = [join(disk, 'log'), join(testFolder(), 'capture')];
		const args = ['listen', 'tcp://127.0.0.1:0', '--json', '--capture', capture];
		const watcher = watch(disk);
		const listen = run('sh', ['-c', 'exec "$@" > "$0"', log, ...commandLine(args)]);
		let port = '';
		while (port === '') {
			await once(watcher, 'change');
			port = /"port":(\d+)/.exec(readFileSync(log, 'utf8'))?.[1] ?? '';
		}
		watcher.close();
		const quiet = net.connect(Number(port), '127.0.0.1').resume();
		const loud = net.connect(Number(port), '127.0.0.1').resume();
		await Promise.all([once(quiet, 'connect'), once(loud, 'connect')]);
		// A reset would be an error.
		const inOrder = Promise.all([quiet, loud].map((socket) => once(socket, 'end')));
		loud.write(Buffer.alloc(200 << 10));
		await inOrder;
		quiet.destroy();
		loud.destroy();
		expect(await listen.exit()).toBe(EXIT.output);
		expect(listen.stderr()).toBe(
			'The output could not be written (ENOSPC): the disk is full. Free some space, or write to another disk.\n',
		);
		const shown = await runLine(['show', capture, '--quiet']);
		expect(shown.code).toBe(0);
		expect(shown.stderr).toBe('');
		expect(shown.stdout.match(/ close/g)).toHaveLength(2);
		for (const args of [
			['show', capture],
			['export', capture, '--format', 'text'],
		]) {
			const full = run('sh', ['-c', 'exec "$@" > /dev/full', 'sh', ...commandLine(args)]);
			expect(await full.exit(), args[0]).toBe(EXIT.output);
			expect(full.stderr(), args[0]).toContain('The output could not be written (ENOSPC)');
			expect(full.stderr(), args[0]).not.toContain('    at ');
		}
		const file = await runLine(['export', capture, '--format', 'text', '-o', join(disk, 'text')]);
		expect(file.code).toBe(EXIT.output);
		expect(file.stderr).toMatch(/is full/);
	},
);

/** Runs a program on a separate pseudo terminal; its output is read only where the lines below do. */
const ON_TERMINAL = [
	'import os, pty, re, signal, socket, subprocess, sys, time',
	'master, slave = pty.openpty()',
	'def start(*args, **more):',
	'    return subprocess.Popen([*sys.argv[1:], *args], stdin=slave, stdout=slave, stderr=subprocess.PIPE, **more)',
	'def read(what):',
	'    text = b""',
	'    while not re.search(what, text): text += os.read(master, 4096)',
	'    return text',
];

it('a blocked terminal blocks no connection and no signal; a closed one ends the command', async () => {
	const terminal = python(
		[
			...ON_TERMINAL,
			'p = start("listen", "tcp://127.0.0.1:0", "--reply", "{{data}}")',
			'port = int(re.search(rb"127.0.0.1:(\\d+)", read(rb":\\d+\\r\\n"))[1])',
			's = socket.create_connection(("127.0.0.1", port), timeout=60)',
			'for _ in range(20):',
			'    s.sendall(b"x" * 5000)',
			'    n = 0',
			'    while n < 5000: n += len(s.recv(65536))',
			'print("answered")',
			'p.send_signal(signal.SIGTERM)',
			'print(p.wait(240), p.stderr.read().decode().strip())',
			'master, slave = pty.openpty()',
			'p = start("listen", "tcp://127.0.0.1:0", start_new_session=True)',
			'os.close(slave)',
			'port = int(re.search(rb"127.0.0.1:(\\d+)", read(rb":\\d+\\r\\n"))[1])',
			'os.close(master)',
			'socket.create_connection(("127.0.0.1", port)).sendall(b"x")',
			'print(p.wait(240), p.stderr.read().decode().strip())',
		],
		commandLine([]),
	);
	expect(await terminal.exit(), terminal.stderr()).toBe(0);
	expect(terminal.stdout()).toMatch(
		/^answered\n0 Nobody read the output: the last \d+ bytes of it were left out\.\n0 \n$/,
	);
});

/** CSI, OSC, an override, a forged line, a C1 control, a line separator. */
const HOSTILE = '\x1b[2J\x1b]0;owned\x07\u202egnp\n12:00:00.000 #7 forged\r\u009b31m\u2028\u2066\ufeff';
const DECEIVES = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** It reaches the reader only as signs, and no line is forged. */
function expectHarmless({ stdout, stderr }: Pick<Outcome, 'stdout' | 'stderr'>): void {
	for (const text of [stdout, stderr]) {
		expect(text).not.toMatch(DECEIVES);
		expect(text).not.toMatch(/^12:00:00\.000 #7 forged/m);
	}
	expect(stdout + stderr).toMatch(/(\\e|\\u001b)\[2J/);
}

/** A classic capture with one UDP packet, in pcapng, and a comment on it. */
function commented(comment: string): Buffer {
	const text = Buffer.from(comment);
	const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
	const u32 = (...values: number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);
	const u16 = (...values: number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer);
	const block = (type: number, body: Buffer): Buffer =>
		Buffer.concat([u32(type, body.length + 12), body, u32(body.length + 12)]);
	const packet = Buffer.from('45000020000100004011000000000000000000000007000900000c0000'.slice(0, 56), 'hex');
	packet.set([127, 0, 0, 1, 127, 0, 0, 2], 12);
	packet.set([0, 7, 0, 9, 0, 8, 0, 0], 20);
	packet.writeUInt16BE(packet.length, 2);
	const option = Buffer.concat([u16(1, text.length), padded(text), u32(0)]);
	return Buffer.concat([
		block(0x0a0d0d0a, Buffer.concat([u32(0x1a2b3c4d), u16(1, 0), u32(0xffffffff, 0xffffffff)])),
		block(1, Buffer.concat([u16(101, 0), u32(0)])),
		block(6, Buffer.concat([u32(0, 0, 0, packet.length, packet.length), padded(packet), option])),
	]);
}

it('a comment in a capture, a script, a name and an argument send no terminal commands and forge no line', async () => {
	const folder = testFolder();
	const [file, script] = [join(folder, 'hostile.pcapng'), join(folder, 'hostile.js')];
	writeFileSync(file, commented(HOSTILE));
	writeFileSync(
		script,
		`function onMessage(m, c) { log(${JSON.stringify(HOSTILE)}); c.send('done'); throw new Error(${JSON.stringify(HOSTILE)}); }`,
	);
	for (const more of [[], ['--json']]) {
		const show = await runLine(['show', file, ...more]);
		expect(show.code, show.stderr).toBe(0);
		expectHarmless(show);
	}
	const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--script', script, '--name', 'a\u202eb\u009b']);
	const port = /:(\d+)$/.exec(await listen.line((line) => line.includes('listens on')))?.[1];
	const socket = net.connect(Number(port), '127.0.0.1').resume();
	socket.write('x');
	await listen.line((line) => line.includes(' error '));
	socket.destroy();
	listen.child.kill('SIGINT');
	expect(await listen.exit()).toBe(0);
	expectHarmless({ stdout: listen.stdout(), stderr: listen.stderr() });
	const wrong = await runLine(['listen', HOSTILE]);
	expect(wrong.code).toBe(EXIT.usage);
	expectHarmless(wrong);
});

it("neither do the status line of a proxy, the name of a process, and a peer's answer to a terminal", async () => {
	const bytes = JSON.stringify(HOSTILE.replaceAll(/[\r\n]/g, ''));
	const peer = python([
		'import json, os, socket, sys, threading',
		`hostile = json.loads(${JSON.stringify(bytes)}).encode()`,
		'open("/proc/self/comm", "wb").write(b"\\x1b[2J\\xe2\\x80\\xaex")',
		's = socket.create_server(("127.0.0.1", 0))',
		'print(s.getsockname()[1])',
		'while True:',
		'    c, _ = s.accept()',
		'    c.recv(1000)',
		'    c.sendall(b"HTTP/1.1 403 " + hostile + b"\\r\\nX: 1\\r\\n\\r\\nbody")',
		'    c.close()',
	]);
	const port = await peer.line((line) => /^\d+$/.test(line));
	const via = wirebench(['connect', 'tcp://example.org:80', '--via', `http://127.0.0.1:${port}`, '--json']);
	expect(await via.exit()).toBe(EXIT.failed);
	expectHarmless({ stdout: via.stdout(), stderr: via.stderr() });
	const owner = await runLine(['owner', `tcp://127.0.0.1:${port}`]);
	expect(owner.code).toBe(EXIT.done);
	expectHarmless(owner);
	const piped = await runLine(['send', `tcp://127.0.0.1:${port}`, 'x', '--wait', '60000']);
	expect(piped.code).toBe(EXIT.done);
	expect(piped.stdout).toContain('\x1b[2J\x1b]0;owned\x07\u202egnp');
	const terminal = python(
		[
			...ON_TERMINAL,
			`for more in (["send", "tcp://127.0.0.1:${port}", "x", "--wait", "60000"], ["connect", "tcp://127.0.0.1:${port}", "--split-header", "--preset", "http-client"]):`,
			'    p = start(*more)',
			'    print(repr(read(rb"body").decode()))',
			'    p.wait(240)',
		],
		commandLine([]),
	);
	expect(await terminal.exit(), terminal.stderr()).toBe(0);
	expect(terminal.stdout()).not.toContain('\\x1b');
	expect(terminal.stdout().match(/HTTP\/1\.1 403 \\\\e\[2J\\\\e\]0;owned\\\\x07\\\\u\{202e\}gnp/g)).toHaveLength(2);
});

it('a terminal has an input for the empty line: typed HTTP can be finished, and an empty line alone sends nothing', async () => {
	const server = python([
		'import socket',
		's = socket.create_server(("127.0.0.1", 0))',
		'print(s.getsockname()[1])',
		'c, _ = s.accept()',
		'all = b""',
		'while not all.endswith(b"\\r\\n\\r\\n"): all += c.recv(1000)',
		'c.sendall(b"HTTP/1.0 200 OK\\r\\n\\r\\n")',
		'print(all)',
	]);
	const port = await server.line((line) => /^\d+$/.test(line));
	const terminal = python(
		[
			...ON_TERMINAL,
			`p = start("connect", "tcp://127.0.0.1:${port}", "--line-ending", "crlf")`,
			'read(rb"open to")',
			'os.write(master, b"\\nGET / HTTP/1.0\\n\\n\\\\\\n")',
			'read(rb"received")',
			'print(p.wait(240), p.stderr.read().decode())',
		],
		commandLine([]),
	);
	expect(await server.exit(), server.stderr()).toBe(0);
	expect(server.stdout()).toContain("b'GET / HTTP/1.0\\r\\n\\r\\n'");
	expect(await terminal.exit(), terminal.stderr()).toBe(0);
	expect(terminal.stdout()).toMatch(/^0 Each line that you type is sent\. .*\\ alone sends an empty line\./);
});
