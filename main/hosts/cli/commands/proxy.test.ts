import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tsharkMissing, tsharkReading } from '../../../capture/tshark.fixture.ts';
import { parseFault } from '../flags/fault-option.ts';
import { parseRewrite } from '../flags/rewrite-option.ts';
import { event, events, listeningPort, python, run, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const runLine = commandLines();

/** Serves the given folder, on a port that it prints first. */
const HTTP = [
	'import functools, http.server, sys',
	'handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=sys.argv[1])',
	's = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)',
	'print(s.server_address[1])',
	's.serve_forever()',
];

/** Returns each line in upper case, until the client ends. */
const UPPER = [
	'import socketserver',
	'class Upper(socketserver.StreamRequestHandler):',
	'    def handle(self):',
	'        for line in self.rfile: self.wfile.write(line.upper())',
	's = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Upper)',
	's.daemon_threads = True',
	'print(s.server_address[1])',
	's.serve_forever()',
];

/** Sends a datagram and prints the two received ones. */
const TWICE = [
	'import socket, sys',
	's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
	's.settimeout(60)',
	's.sendto(sys.argv[2].encode(), ("127.0.0.1", int(sys.argv[1])))',
	'for _ in range(2): print(s.recv(65536).decode())',
];

async function started(args: readonly string[]) {
	const proxy = wirebench(['proxy', 'tcp://127.0.0.1:0', ...args, '--json']);
	const { port } = await event(proxy, 'listening');
	return { proxy, port: String(port) };
}

describe('proxy', () => {
	it('forwards curl to a Python web server, byte for byte, and reports the bytes of both sides', async () => {
		const server = python(HTTP, [import.meta.dirname]);
		const target = await server.line((line) => /^\d+$/.test(line));
		const { proxy, port } = await started([`tcp://127.0.0.1:${target}`]);
		const path = 'proxy.test.ts';
		const straight = run('curl', ['-sS', `http://127.0.0.1:${target}/${path}`]);
		const through = run('curl', ['-sS', '-H', `Host: 127.0.0.1:${target}`, `http://127.0.0.1:${port}/${path}`]);
		expect(await straight.exit()).toBe(0);
		expect(await through.exit()).toBe(0);
		expect(through.stdout()).toBe(straight.stdout());
		expect(through.stdout()).toContain('passes curl on');
		proxy.child.kill('SIGINT');
		expect(await proxy.exit()).toBe(0);
		const bytes = (connection: number, direction: string): string =>
			events(proxy)
				.filter((one) => one.event === 'data' && one.connection === connection && one.direction === direction)
				.map((one) => one.hex)
				.join('');
		expect(bytes(1, 'in')).not.toBe('');
		expect(bytes(2, 'out')).toBe(bytes(1, 'in'));
		expect(bytes(1, 'out')).toBe(bytes(2, 'in'));
	});

	it('forwards datagrams too, each client from a separate port, and refuses options for streams', async () => {
		const server = python([
			'import socket',
			's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
			's.bind(("127.0.0.1", 0))',
			'print(s.getsockname()[1])',
			'while True:',
			'    data, peer = s.recvfrom(65536)',
			'    print(data.decode(), peer[1])',
			'    s.sendto(data.upper(), peer)',
		]);
		const target = await server.line((line) => /^\d+$/.test(line));
		const udp = ['udp://127.0.0.1:0', `udp://127.0.0.1:${target}`];
		const proxy = wirebench(['proxy', ...udp, '--fault', 'to-client:duplicate=1', '--idle', '30000', '--json']);
		const { port } = await event(proxy, 'listening');
		const ports = new Set<string>();
		for (const text of ['one', 'two']) {
			const client = python(TWICE, [String(port), text]);
			expect(await client.exit()).toBe(0);
			expect(client.stdout()).toBe(`${text.toUpperCase()}\n`.repeat(2));
			ports.add((await server.line((line) => line.startsWith(text))).slice(text.length));
		}
		expect(ports.size).toBe(2);
		const slicer = await runLine(['proxy', ...udp, '--fault', 'slicer=1']);
		expect(slicer.code).toBe(2);
		expect(slicer.stderr).toContain('The fault slicer is for streams.');
	});

	it('has the same effects on socat in each run with one seed, and others with another', async () => {
		const server = python(UPPER, []);
		const target = await server.line((line) => /^\d+$/.test(line));
		const input = Array.from({ length: 200 }, (_, i) => `line ${i}\n`).join('');
		const answer = async (seed: string): Promise<string> => {
			const faults = ['--fault', 'to-target:drop=20%', '--fault', 'to-client:duplicate=0.2', '--framing', 'line'];
			const rewrite = ['--rewrite', 'to-target:s/line (\\d+)/<{{1}}>/'];
			const { port } = await started([`tcp://127.0.0.1:${target}`, ...faults, ...rewrite, '--seed', seed]);
			const client = run('socat', ['-t60', '-', `TCP:127.0.0.1:${port}`], { input });
			expect(await client.exit()).toBe(0);
			return client.stdout();
		};
		const one = await answer('5');
		expect(await answer('5')).toBe(one);
		expect(await answer('6')).not.toBe(one);
		const numbers = one
			.trim()
			.split('\n')
			.map((line) => Number(/^<(\d+)>$/.exec(line)?.[1]));
		expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
		expect(new Set(numbers).size).toBeLessThan(190);
		expect(numbers.length).toBeGreaterThan(new Set(numbers).size);
	});

	it.skipIf(tsharkMissing !== undefined)('keeps both halves as conversations that tshark follows', async () => {
		const server = python(UPPER, []);
		const target = await server.line((line) => /^\d+$/.test(line));
		const folder = mkdtempSync(join(tmpdir(), 'wirebench-proxy-'));
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		const rewrite = ['--rewrite', 'to-target:s/one/two/'];
		const { proxy, port } = await started([`tcp://127.0.0.1:${target}`, ...rewrite, '--capture', folder]);
		const client = run('socat', ['-t60', '-', `TCP:127.0.0.1:${port}`], { input: 'one line\n' });
		expect(await client.exit()).toBe(0);
		expect(client.stdout()).toBe('TWO LINE\n');
		proxy.child.kill('SIGINT');
		expect(await proxy.exit()).toBe(0);
		const file = join(folder, 'capture-000001.pcapng');
		const { streams } = await tsharkReading(file, { streams: 2 });
		expect(streams.map(({ opener, acceptor }) => [String(opener), String(acceptor)])).toEqual([
			['one line\n', 'TWO LINE\n'],
			['two line\n', 'TWO LINE\n'],
		]);
	});

	it('uses TLS on either side, as the addresses request', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'wirebench-proxy-'));
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
		const made = [
			'-newkey',
			'ec',
			'-pkeyopt',
			'ec_paramgen_curve:P-256',
			'-subj',
			'/CN=localhost',
			'-nodes',
			'-days',
			'2',
		];
		const names = ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
		const { status } = spawnSync('openssl', ['req', '-x509', ...made, '-keyout', key, '-out', cert, ...names]);
		expect(status).toBe(0);
		const server = python(HTTP, [import.meta.dirname]);
		const target = await server.line((line) => /^\d+$/.test(line));
		const inner = wirebench([
			...['proxy', 'tls://127.0.0.1:0', `tcp://127.0.0.1:${target}`],
			...['--tls-cert', cert, '--tls-key', key, '--json'],
		]);
		const { port: secure } = await event(inner, 'listening');
		const outer = await started([`tls://127.0.0.1:${String(secure)}`, '--target-ca', cert]);
		const curl = run('curl', ['-sS', `http://127.0.0.1:${outer.port}/proxy.test.ts`]);
		expect(await curl.exit()).toBe(0);
		expect(curl.stdout()).toContain('passes curl on');
		const direct = run('curl', ['-sS', '--cacert', cert, `https://localhost:${String(secure)}/proxy.test.ts`]);
		expect(await direct.exit()).toBe(0);
		expect(direct.stdout()).toBe(curl.stdout());
	});

	it('reports why a client is closed whose target refuses', async () => {
		const { proxy, port } = await started(['tcp://127.0.0.1:1']);
		const client = run('socat', ['-u', `TCP:127.0.0.1:${port}`, '-']);
		expect(await client.exit()).toBe(0);
		expect(await event(proxy, 'error')).toMatchObject({
			connection: 1,
			message: expect.stringMatching(/^ECONNREFUSED.*127\.0\.0\.1:1/),
		});
	});

	it.each([
		[['tcp://127.0.0.1:0', 'udp://127.0.0.1:1'], 'both'],
		[['tcp://127.0.0.1:0', 'tcp://127.0.0.1:1', '--target-insecure'], 'tls://'],
		[['tcp://127.0.0.1:0', 'tcp://127.0.0.1:1', '--fault', 'gremlins=1'], 'There is no fault "gremlins"'],
		[['tcp://127.0.0.1:0', 'tcp://127.0.0.1:1', '--fault', 'drop=2'], 'drop=2'],
		[['tcp://127.0.0.1:0', 'tcp://127.0.0.1:1', '--fault', 'reorder=1'], 'for datagrams'],
		[['tcp://127.0.0.1:0', 'tcp://127.0.0.1:1', '--rewrite', 's/a(/b/'], 'regular expression'],
	])('refuses %j', async (args, why) => {
		const { code, stderr } = await runLine(['proxy', ...args]);
		expect(code).toBe(2);
		expect(stderr).toContain(why);
	});

	it('changes faults while it runs, by lines of stdin, and reports invalid lines', async () => {
		const target = await python(UPPER).line((line) => /^\d+$/.test(line));
		const lines = ['latency=10', 'nope=1', 'reorder=5%', 'clear latency', 'to-client:drop=100%,toxicity=1', ''];
		const args = ['proxy', 'tcp://127.0.0.1:0', `tcp://127.0.0.1:${target}`, '--interactive', '--json'];
		const proxy = wirebench(args, { input: lines.join('\n') });
		const port = await listeningPort(proxy);
		await event(proxy, 'note', { message: 'Faults changed: to the target none; to the client drop 100 %.' });
		const client = python(
			[
				'import socket, sys',
				's = socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=60)',
				's.sendall(b"gone\\n"); s.shutdown(socket.SHUT_WR)',
				'print(s.recv(100))',
			],
			[String(port)],
		);
		expect(await client.line(() => true)).toBe("b''");
		expect(events(proxy).filter(({ message }) => /^Faults changed: /.test(String(message)))).toHaveLength(3);
		expect(proxy.stderr()).toMatch(/There is no fault "nope"/);
		expect(proxy.stderr()).toMatch(/The fault reorder is for datagrams\./);
	});
});

describe('option values', () => {
	it.each([
		['latency=100,jitter=20', 'latency', { delayMs: 100, jitterMs: 20 }],
		['corrupt=0.1%,per=message', 'corrupt', { probability: 0.001, per: 'message' }],
		['half-open', 'halfOpen', {}],
		['reset=10,after=5,toxicity=50%', 'reset', { afterBytes: 10, afterMs: 5, toxicity: 0.5 }],
	])('%s is a fault of both directions', (text, name, fault) => {
		expect(parseFault(text)).toEqual({ directions: ['toTarget', 'toClient'], name, fault });
	});

	it('applies to one direction with a prefix', () => {
		expect(parseFault('to-client:limit-data=5').directions).toEqual(['toClient']);
		expect(parseRewrite('to-target:s|a/b|c|im')).toEqual({
			directions: ['toTarget'],
			rule: {
				match: { type: 'regex', pattern: 'a/b', ignoreCase: true },
				replace: { format: 'escaped', text: 'c' },
				scope: 'message',
			},
		});
	});

	it.each(['', 's', 's/a', 'y/a/b/', 's//b/', 's/a/b/g', 's/a/b/c/d'])('%j is not a rule', (text) => {
		expect(() => parseRewrite(text)).toThrow('s/REGEX/TEMPLATE/');
	});
});
