import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commandLine, event, listeningPort, python, wirebench } from '../testing/cli.fixture.ts';
import { addressed, typedLine } from './interactive.ts';

/** Accepts one client and prints its bytes up to its end, in hexadecimal. */
const READER = [
	'import socket',
	's = socket.create_server(("127.0.0.1", 0))',
	'print(s.getsockname()[1])',
	'c, _ = s.accept()',
	'all = b""',
	'while data := c.recv(65536): all += data',
	'print(all.hex())',
	'c.close()',
];

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('a typed or piped line', () => {
	it.each([
		['', undefined],
		['\\', ''],
		['\\\\', '\\'],
		['\\\\\\', '\\\\'],
		['\\x', '\\x'],
		['text\\', 'text\\'],
	])('%j at a terminal is %j', (typed, sent) => {
		expect(typedLine(latin1(typed))?.toString('latin1')).toBe(sent);
	});

	it.each([
		['#3 hello', [3], 'hello'],
		['#3,15 \xca\xc7', [3, 15], '\xca\xc7'],
		['#3', [3], ''],
		['##3 hello', undefined, '#3 hello'],
		['###3', undefined, '##3'],
		['#3hello', undefined, '#3hello'],
		['# 3', undefined, '# 3'],
		['## title', undefined, '## title'],
		['', undefined, ''],
	])('%j to a server goes to %j', (line, connections, rest) => {
		const found = addressed(latin1(line));
		expect([found.connections, found.line.toString('latin1')]).toEqual([connections, rest]);
	});
});

it('connect sends the lines of a pipe byte for byte: no UTF-8, NUL, empty ones, any length, and one without an end', async () => {
	const server = python(READER);
	const port = await server.line((line) => /^\d+$/.test(line));
	const long = Buffer.alloc(300_000, 0xe6);
	const input = Buffer.concat([
		latin1('\xca\xc7\xb7\xf1\nGET / HTTP/1.0\r\n\r\na\0b\rc\u2028\n\\\n#3 d\n'),
		long,
		latin1('\nlast'),
	]);
	const client = wirebench(
		['connect', `tcp://127.0.0.1:${port}`, '--interactive', '--line-ending', 'crlf', '--quiet'],
		{
			input,
		},
	);
	expect(await client.exit()).toBe(0);
	expect(client.stderr()).toBe('');
	const sent = [
		'\xca\xc7\xb7\xf1',
		'GET / HTTP/1.0',
		'',
		'a\0b\rc\u2028',
		'\\',
		'#3 d',
		long.toString('latin1'),
		'last',
		'',
	];
	expect(await server.line((line) => line.length > 10)).toBe(latin1(sent.join('\r\n')).toString('hex'));
});

it('listen sends lines to all connected clients, or to one, and reports missing ones', async () => {
	const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--interactive', '--line-ending', 'lf', '--json'], {
		input: null,
	});
	const port = String(await listeningPort(listen));
	const clients = [
		'import socket, sys',
		'one, two = (socket.create_connection(("127.0.0.1", int(sys.argv[1]))) for _ in range(2))',
		'one, two = (s.makefile("rb") for s in (one, two))',
		'for file in (one, two, two): print(file.readline(), flush=True)',
	];
	listen.child.stdin?.write('too early\n');
	await listen.stderrLine((line) => /Not sent: .* has no open connection/.test(line));
	const peer = python(clients, [port]);
	await event(listen, 'open', { connection: 2 });
	listen.child.stdin?.write(latin1('\xca\xc7\n'));
	await event(listen, 'data', { connection: 2, direction: 'out' });
	listen.child.stdin?.write('#9 nobody\n##2 no address\n#2 for two\n');
	expect(await peer.exit(), peer.stderr()).toBe(0);
	expect(peer.stdout()).toBe("b'\\xca\\xc7\\n'\nb'\\xca\\xc7\\n'\nb'#2 no address\\n'\n");
	await listen.stderrLine((line) => line.startsWith('Not sent: tcp-listener has no connection 9'));
	listen.child.kill('SIGINT');
	expect(await listen.exit()).toBe(0);
});

it('listen sends lines to all peers that have sent it a datagram, also empty ones', async () => {
	const listen = wirebench(['listen', 'udp://127.0.0.1:0', '--interactive', '--json'], { input: null });
	const peer = python(
		[
			'import socket, sys',
			'all = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2)]',
			'for s in all: s.sendto(b"hi", ("127.0.0.1", int(sys.argv[1])))',
			'for s in all: print(s.recv(100), s.recv(100))',
		],
		[String(await listeningPort(listen))],
	);
	await event(listen, 'data', { connection: 2 });
	listen.child.stdin?.write('hello\n\n');
	expect(await peer.exit(), peer.stderr()).toBe(0);
	expect(peer.stdout()).toBe("b'hello' b''\n".repeat(2));
});

it('a read error of stdin is reported', () => {
	const read = spawnSync('sh', ['-c', 'exec "$@" < /', 'sh', ...commandLine(['send', 'tcp://127.0.0.1:1', '-'])], {
		encoding: 'utf8',
	});
	expect(read.stderr).toBe('Standard input cannot be read (EISDIR): it is a folder. Name a file behind <.\n');
	expect(read.status).toBe(1);
});
