import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	events,
	eventsIn,
	listeningPort,
	python,
	type Running,
	testFolder,
	wirebench,
} from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

/** Accepts one connection, prints the first read, answers, closes. */
const TCP_SERVER = [
	'import socket, sys',
	's = socket.create_server(("127.0.0.1", 0))',
	'print(s.getsockname()[1])',
	'c, _ = s.accept()',
	'print(c.recv(65536).hex())',
	'c.sendall(bytes.fromhex(sys.argv[1]))',
	'c.close()',
];

const UDP_SERVER = [
	'import socket, sys',
	's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
	's.bind(("127.0.0.1", 0))',
	'print(s.getsockname()[1])',
	'data, peer = s.recvfrom(65536)',
	'print(data.hex())',
	's.sendto(bytes.fromhex(sys.argv[1]), peer)',
];

/** A port without a listener: bound, so that no other process uses it, but not listening. */
const BOUND = [
	'import signal, socket',
	's = socket.socket(socket.AF_INET, socket.SOCK_STREAM)',
	's.bind(("127.0.0.1", 0))',
	'print(s.getsockname()[1])',
	'signal.pause()',
];

const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex');

async function serve(program: readonly string[], answer = ''): Promise<{ peer: Running; port: string }> {
	const peer = python(program, [hex(answer)]);
	return { peer, port: await peer.line(() => true) };
}

describe('send', () => {
	it('prints the answer unchanged, and ends when the peer closes', async () => {
		const { peer, port } = await serve(TCP_SERVER, 'Yes\x00\xff');
		const send = wirebench(['send', `tcp://127.0.0.1:${port}`, 'grüß', '--wait', '60000', '--json']);
		expect(await send.exit()).toBe(0);
		expect(await peer.exit()).toBe(0);
		expect(peer.stdout()).toBe(`${port}\n${Buffer.from('grüß').toString('hex')}\n`);
		expect(events(send).filter((each) => each.event === 'data')).toMatchObject([
			{ direction: 'out', hex: Buffer.from('grüß').toString('hex') },
			{ direction: 'in', hex: hex('Yes\x00\xff') },
		]);
	});

	it.each([
		[['ab'], 'ab'],
		[['61 0a 00', '--hex'], 'a\n\0'],
		[['a\\r\\n\\x00', '--escaped'], 'a\r\n\0'],
		[['a', '--line-ending', 'crlf'], 'a\r\n'],
		[['YQBi', '--base64'], 'a\0b'],
		[['caf\u00e9', '--charset', 'latin1'], 'caf\xe9'],
		[['123456789', '--checksum', 'crc16-modbus', '--line-ending', 'lf'], '123456789\x37\x4b\n'],
	])('sends %j', async (args, expected) => {
		const { peer, port } = await serve(TCP_SERVER, 'ok');
		const sent = await run(['send', `tcp://127.0.0.1:${port}`, ...args, '--wait', '60000']);
		expect(sent).toEqual({ code: 0, stdout: 'ok', stderr: '' });
		expect(await peer.exit()).toBe(0);
		expect(peer.stdout()).toBe(`${port}\n${hex(expected)}\n`);
	});

	it.each([
		[['--charset', 'utf-16be', '-'], 'h\u00e9', '\0h\0\xe9'],
		[['-'], 'from stdin\n', 'from stdin\n'],
		[['-', '--hex', '--line-ending', 'lf'], '61\n', 'a\n'],
	])('sends %j with stdin %j', async (args, input, expected) => {
		const { peer, port } = await serve(TCP_SERVER, 'ok');
		const send = wirebench(['send', `tcp://127.0.0.1:${port}`, ...args, '--wait', '60000'], { input });
		expect(await send.exit()).toBe(0);
		expect(send.stdout()).toBe('ok');
		expect(send.stderr()).toBe('');
		expect(await peer.exit()).toBe(0);
		expect(peer.stdout()).toBe(`${port}\n${hex(expected)}\n`);
	});

	it('waits for the answer of a server that keeps the connection, up to the timeout', async () => {
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', 'upper-echo', '--json']);
		const send = await run(['send', `tcp://127.0.0.1:${await listeningPort(listen)}`, 'text', '--wait', '5000']);
		expect(send.code).toBe(0);
		expect(send.stdout).toBe('TEXT');
	});

	it('ends its side with --end, so that a server that reads to the end answers', async () => {
		const { port } = await serve([
			'import socket',
			's = socket.create_server(("127.0.0.1", 0))',
			'print(s.getsockname()[1])',
			'c, _ = s.accept()',
			'n = sum(len(b) for b in iter(lambda: c.recv(65536), b""))',
			'c.sendall(str(n).encode())',
		]);
		const send = await run(['send', `tcp://127.0.0.1:${port}`, '12345', '--end', '--wait', '60000']);
		expect([send.code, send.stdout]).toEqual([0, '5']);
	});

	it('sends a datagram and prints the answer', async () => {
		const { peer, port } = await serve(UDP_SERVER, 'pong\n');
		const send = wirebench(['send', `udp://localhost:${port}`, 'ping', '--wait', '60000']);
		await send.line((line) => line === 'pong');
		// A datagram socket has no end: it waits for more answers.
		send.child.kill('SIGINT');
		expect(await send.exit()).toBe(0);
		expect(send.stdout()).toBe('pong\n');
		expect(await peer.exit()).toBe(0);
		expect(peer.stdout()).toBe(`${port}\n${hex('ping')}\n`);
	});

	it('keeps its capture only in a given folder', async () => {
		const [tmp, capture] = [testFolder(), testFolder()];
		const { port } = await serve(TCP_SERVER, 'ok');
		const send = wirebench(['send', `tcp://127.0.0.1:${port}`, 'x', '--capture', capture], { env: { TMPDIR: tmp } });
		expect(await send.exit()).toBe(0);
		expect(readdirSync(tmp)).toEqual([]);
		expect(readdirSync(capture).some((name) => name.endsWith('.pcapng'))).toBe(true);
	});
});

describe('a send that fails', () => {
	it('exits with 1 and ECONNREFUSED where nothing listens', async () => {
		const { port } = await serve(BOUND);
		const tmp = testFolder();
		const send = wirebench(['send', `tcp://127.0.0.1:${port}`, 'x', '--wait', '1000'], { env: { TMPDIR: tmp } });
		expect(await send.exit()).toBe(1);
		expect(send.stdout()).toBe('');
		expect(send.stderr()).toMatch(/ECONNREFUSED.*\w+ \w+/);
		expect(readdirSync(tmp)).toEqual([]);
	});

	it('exits with 1 and ECONNREFUSED where no UDP socket is bound', async () => {
		const { peer, port } = await serve(['import socket', ...UDP_SERVER.slice(1, 4)]);
		expect(await peer.exit()).toBe(0);
		const send = await run(['send', `udp://127.0.0.1:${port}`, 'x', '--wait', '60000']);
		expect(send.code).toBe(1);
		expect(send.stdout).toBe('');
		expect(send.stderr).toContain('ECONNREFUSED');
	});

	it.each([
		[['send', 'tcp://127.0.0.1:0', 'x'], 2, 'from 1 to 65535'],
		[['send', 'udp://wirebench.invalid:9', 'x'], 1, 'ENOTFOUND'],
		[['send', 'tcp://127.0.0.1:9', '6z', '--hex'], 2, 'at character 2'],
		[['send', 'tcp://127.0.0.1:9', 'x', '--wait', 'soon'], 2, 'whole number of milliseconds'],
		[['send', 'tcp://127.0.0.1:9', 'x', '--hex', '--escaped'], 2, 'cannot be used with'],
		[['send', 'tcp://127.0.0.1:9'], 2, 'say what to send'],
		[['send', 'tcp://127.0.0.1:9', 'x', '--file', '/dev/null'], 2, 'either text or --file'],
		[['send', 'tcp://127.0.0.1:9', 'x', '--count', '3'], 2, '--count is for --repeat'],
	])('%j exits with %i and the reason', async (args, code, sentence) => {
		const send = await run(args);
		expect(send.code).toBe(code);
		expect(send.stdout).toBe('');
		expect(send.stderr).toContain(sentence);
		expect(send.stderr).not.toContain('    at ');
	});

	it('prints nothing and exits with 1 when the peer resets', async () => {
		const { port } = await serve([
			'import socket, struct',
			's = socket.create_server(("127.0.0.1", 0))',
			'print(s.getsockname()[1])',
			'c, _ = s.accept()',
			'c.recv(1)',
			'c.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))',
			'c.close()',
		]);
		const send = await run(['send', `tcp://127.0.0.1:${port}`, 'x', '--wait', '60000', '--json']);
		expect(send.code).toBe(1);
		expect(eventsIn(send.stdout)).toContainEqual(expect.objectContaining({ event: 'reset', direction: 'in' }));
		expect(send.stderr).toContain('ECONNRESET');
	});
});

/** Reads to the end, prints the number of bytes and the occurrences of the pattern. */
const COUNT = [
	'import socket, sys',
	's = socket.create_server(("127.0.0.1", 0))',
	'print(s.getsockname()[1])',
	'c, _ = s.accept()',
	'data = b""',
	'while chunk := c.recv(1 << 20): data += chunk',
	'print(len(data), data.count(sys.argv[1].encode()))',
];

describe('longer sends', () => {
	const count = async (): Promise<{ peer: Running; url: string }> => {
		const peer = python(COUNT, ['tick']);
		return { peer, url: `tcp://127.0.0.1:${await peer.line(() => true)}` };
	};

	it('repeats a message, and reports the delay', async () => {
		const { peer, url } = await count();
		const send = await run(['send', url, 'tick', '--repeat', '2', '--count', '50', '--end', '--wait', '60000']);
		expect(send.code).toBe(0);
		expect(send.stderr).toMatch(
			/^50 of 50 messages sent, [\d.]+ a second, late by [\d.]+ ms on average, [\d.]+ ms at most\.\n$/,
		);
		expect(await peer.exit()).toBe(0);
		expect(peer.stdout()).toMatch(/\n200 50\n$/);
	});

	it('repeats as fast as possible until it is interrupted', async () => {
		const peer = python([
			'import socket',
			's = socket.create_server(("127.0.0.1", 0))',
			'print(s.getsockname()[1])',
			'c, _ = s.accept()',
			'total = 0',
			'while chunk := c.recv(1 << 20):',
			'    if total < 100000 <= total + len(chunk): print("many")',
			'    total += len(chunk)',
		]);
		const port = await peer.line(() => true);
		const send = wirebench(['send', `tcp://127.0.0.1:${port}`, 'tick', '--repeat', '0']);
		await peer.line((line) => line === 'many');
		send.child.kill('SIGINT');
		expect(await send.exit()).toBe(0);
		expect(send.stderr()).toMatch(/^\d{5,} messages sent, [\d.]+ a second\. Stopped\.\n$/);
	});

	it('sends a file, over UDP as datagrams of the given size', async () => {
		const path = join(testFolder(), 'file');
		writeFileSync(path, 'tick'.repeat(100_000));
		const { peer, url } = await count();
		const send = await run(['send', url, '--file', path, '--end', '--wait', '60000']);
		expect(send.code).toBe(0);
		expect(send.stderr).toBe('400000 of 400000 bytes sent.\n');
		expect(await peer.exit()).toBe(0);
		expect(peer.stdout()).toMatch(/\n400000 100000\n$/);

		writeFileSync(path, 'abcdefgh');
		const { peer: udp, port } = await serve([...UDP_SERVER, 'print(s.recvfrom(65536)[0].hex())'], 'ok');
		const datagrams = await run(['send', `udp://127.0.0.1:${port}`, '--file', path, '--datagram', '5', '--json']);
		expect(datagrams.code).toBe(0);
		expect(await udp.exit()).toBe(0);
		expect(udp.stdout()).toBe(`${port}\n${hex('abcde')}\n${hex('fgh')}\n`);
		const out = eventsIn(datagrams.stdout).filter((each) => each.event === 'data' && each.direction === 'out');
		expect(out.map((each) => each.hex)).toEqual([hex('abcde'), hex('fgh')]);
	});

	it('reports why a file cannot be read', async () => {
		const { url } = await count();
		const send = await run(['send', url, '--file', '/nowhere/file']);
		expect(send.code).toBe(1);
		expect(send.stderr).toContain('There is no file /nowhere/file.');
	});
});

const READER = readFileSync(new URL('../../../../e2e/peers/template_reader.py', import.meta.url), 'utf8');

describe('a template', () => {
	const FRAME =
		'{{len all be16}}{{crc32-le body..end-of-body}}{{mark body}}{{unix ms be64}}{{uuid bytes}}{{random 4}}' +
		'{{counter width=4 start=0}} {{var who}}{{mark end-of-body}}{{crc16-modbus}}';

	it('is filled in for each message, and a program that knows nothing of it finds every byte in place', async () => {
		const reader = python([READER]);
		const url = `tcp://127.0.0.1:${await reader.line(() => true)}`;
		const args = ['--template', '--var', 'who=\u4f60', '--repeat', '0', '--count', '3', '--end', '--wait', '60000'];
		const send = await run(['send', url, FRAME, ...args]);
		expect(send.code).toBe(0);
		expect(await reader.exit()).toBe(0);
		const lines = reader.stdout().trim().split('\n').slice(1);
		expect(lines.map((line) => line.split(' ').slice(0, 3))).toEqual([
			['fine', '0000', '\u4f60'],
			['fine', '0001', '\u4f60'],
			['fine', '0002', '\u4f60'],
		]);
	});

	it.each([
		[['{{"{{"}}a}}{{len before}}', '--template'], '{{a}}5'],
		[['01 {{counter be16}} {{crc16-modbus}}', '--template', '--hex'], '\x01\0\x01\xe1\xc0'],
		[['{{counter}}'], '{{counter}}'],
	])('sends %j', async (args, expected) => {
		const { peer, port } = await serve(TCP_SERVER, 'ok');
		const sent = await run(['send', `tcp://127.0.0.1:${port}`, ...args]);
		expect(sent).toEqual({ code: 0, stdout: 'ok', stderr: '' });
		expect(await peer.exit()).toBe(0);
		expect(peer.stdout()).toBe(`${port}\n${hex(expected)}\n`);
	});

	it.each([
		[['a{{count}}'], 'The template is wrong at character 4: There is no {{count}}'],
		[['{{var x}}', '--var', 'y=1'], 'There is no variable “x”: there is y.'],
		[['x', '--var', '1=2'], 'It is NAME=VALUE'],
	])('%j is refused before anything is opened', async (args, sentence) => {
		const send = await run(['send', 'tcp://127.0.0.1:9', '--template', ...args]);
		expect(send.code).toBe(2);
		expect(send.stderr).toContain(sentence);
	});
});
