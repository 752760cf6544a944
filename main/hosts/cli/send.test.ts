import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { event, events, listeningPort, python, type Running, testFolder, wirebench } from './cli.fixture.ts';

/** Accepts one connection, prints what the first read gave, answers, closes. */
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

/** A port on which nothing listens: bound, and therefore nobody else's, but without a listener. */
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
	it('prints what comes back as it is, and ends when the peer closes', async () => {
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
		[['ab'], undefined, 'ab'],
		[['61 0a 00', '--hex'], undefined, 'a\n\0'],
		[['a\\r\\n\\x00', '--escaped'], undefined, 'a\r\n\0'],
		[['a', '--line-ending', 'crlf'], undefined, 'a\r\n'],
		[['-'], 'from stdin\n', 'from stdin\n'],
		[['-', '--hex', '--line-ending', 'lf'], '61\n', 'a\n'],
	])('sends %j with stdin %j', async (args, input, expected) => {
		const { peer, port } = await serve(TCP_SERVER, 'ok');
		const send = wirebench(['send', `tcp://127.0.0.1:${port}`, ...args], input === undefined ? {} : { input });
		expect(await send.exit()).toBe(0);
		expect(send.stdout()).toBe('ok');
		expect(send.stderr()).toBe('');
		expect(await peer.exit()).toBe(0);
		expect(peer.stdout()).toBe(`${port}\n${hex(expected)}\n`);
	});

	it('waits for the answer of a server that keeps the connection, no longer than told', async () => {
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', 'upper-echo', '--json']);
		const send = wirebench(['send', `tcp://127.0.0.1:${await listeningPort(listen)}`, 'text', '--wait', '1000']);
		expect(await send.exit()).toBe(0);
		expect(send.stdout()).toBe('TEXT');
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
		const send = wirebench(['send', `tcp://127.0.0.1:${port}`, '12345', '--end', '--wait', '60000']);
		expect(await send.exit()).toBe(0);
		expect(send.stdout()).toBe('5');
	});

	it('sends a datagram and prints the answer', async () => {
		const { peer, port } = await serve(UDP_SERVER, 'pong');
		const send = wirebench(['send', `udp://localhost:${port}`, 'ping', '--wait', '2000']);
		expect(await send.exit()).toBe(0);
		expect(send.stdout()).toBe('pong');
		expect(await peer.exit()).toBe(0);
		expect(peer.stdout()).toBe(`${port}\n${hex('ping')}\n`);
	});

	it('keeps its capture only in a folder it is given', async () => {
		const [tmp, capture] = [testFolder(), testFolder()];
		const { port } = await serve(TCP_SERVER, 'ok');
		const send = wirebench(['send', `tcp://127.0.0.1:${port}`, 'x', '--capture', capture], { env: { TMPDIR: tmp } });
		expect(await send.exit()).toBe(0);
		expect(readdirSync(tmp)).toEqual([]);
		expect(readdirSync(capture).some((name) => name.endsWith('.pcapng'))).toBe(true);
	});
});

describe('a send that cannot be', () => {
	it('ends with 1 and ECONNREFUSED where nothing listens', async () => {
		const { port } = await serve(BOUND);
		const tmp = testFolder();
		const send = wirebench(['send', `tcp://127.0.0.1:${port}`, 'x', '--wait', '1000'], { env: { TMPDIR: tmp } });
		expect(await send.exit()).toBe(1);
		expect(send.stdout()).toBe('');
		expect(send.stderr()).toMatch(/ECONNREFUSED.*\w+ \w+/);
		expect(readdirSync(tmp)).toEqual([]);
	});

	it('ends with 1 and ECONNREFUSED where no UDP socket is bound', async () => {
		const { peer, port } = await serve(['import socket', ...UDP_SERVER.slice(1, 4)]);
		expect(await peer.exit()).toBe(0);
		const send = wirebench(['send', `udp://127.0.0.1:${port}`, 'x', '--wait', '60000']);
		expect(await send.exit()).toBe(1);
		expect(send.stdout()).toBe('');
		expect(send.stderr()).toContain('ECONNREFUSED');
	});

	it.each([
		[['send', 'tcp://127.0.0.1:0', 'x'], 1, 'from 1 to 65535'],
		[['send', 'udp://wirebench.invalid:9', 'x'], 1, 'ENOTFOUND'],
		[['send', 'tcp://127.0.0.1:9', '6z', '--hex'], 1, 'at character 2'],
		[['send', 'tcp://127.0.0.1:9', 'x', '--wait', 'soon'], 2, 'whole number of milliseconds'],
		[['send', 'tcp://127.0.0.1:9', 'x', '--hex', '--escaped'], 2, 'cannot be used with'],
		[['send', 'tcp://127.0.0.1:9'], 2, "missing required argument 'text'"],
	])('%j ends with %i and says why', async (args, code, sentence) => {
		const send = wirebench(args);
		expect(await send.exit()).toBe(code);
		expect(send.stdout()).toBe('');
		expect(send.stderr()).toContain(sentence);
		expect(send.stderr()).not.toContain('    at ');
	});

	it('prints nothing and ends with 1 when the peer resets', async () => {
		const { port } = await serve([
			'import socket, struct',
			's = socket.create_server(("127.0.0.1", 0))',
			'print(s.getsockname()[1])',
			'c, _ = s.accept()',
			'c.recv(1)',
			'c.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))',
			'c.close()',
		]);
		const send = wirebench(['send', `tcp://127.0.0.1:${port}`, 'x', '--wait', '60000', '--json']);
		expect(await send.exit()).toBe(1);
		await event(send, 'reset', { direction: 'in' });
		expect(send.stderr()).toContain('ECONNRESET');
	});
});
