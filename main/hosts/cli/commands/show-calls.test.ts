import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { event, listeningPort, run as program, python, testFolder, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();
const strace = spawnSync('strace', ['-V']).status === 0;

const SERVER = [
	'from socket import *',
	's = socket(AF_INET, SOCK_STREAM)',
	's.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)',
	"s.bind(('127.0.0.1', 0))",
	's.listen(511)',
	'print(s.getsockname()[1], flush=True)',
	'conn1, peer = s.accept()',
	'conn1.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)',
	'while data := conn1.recv(65536): conn1.send(data.upper())',
	'conn1.shutdown(SHUT_WR)',
	'conn1.close()',
];

const CLIENT = [
	'import sys',
	'from socket import *',
	's = socket(AF_INET, SOCK_STREAM)',
	"s.connect_ex(('127.0.0.1', int(sys.argv[1])))",
	's.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)',
	"s.send(b'hello')",
	's.recv(65536)',
	's.close()',
];

/** The calls in the output of strace, from the first stream socket on, in our spelling; ports are left out. */
function traced(file: string): string[] {
	const names: Readonly<Record<string, string>> = { 3: 's', 4: 'conn1' };
	const lines = readFileSync(file, 'utf8').split('\n');
	const begin = lines.findIndex((line) => line.includes('socket(AF_INET, SOCK_STREAM'));
	return lines.slice(begin).flatMap((line) => {
		const [, name = '', args = '', result = ''] = /^\d+ +(\w+)\((.*)\) += (-?\d+)/.exec(line) ?? [];
		if (name === '') return [];
		const plain = args
			.replaceAll(/\|?SOCK_CLOEXEC/g, '')
			.replace(/, $/, '')
			.replace('IPPROTO_IP', '0')
			.replace('SOL_TCP', 'IPPROTO_TCP')
			.replace(/^[34](?=,|$)/, (fd) => names[fd] ?? fd);
		const asked = name === 'recvfrom' || name === 'sendto' ? plain.replace(/, NULL, (?:NULL|0)$/, '') : plain;
		const short = { accept4: 'accept', recvfrom: 'recv', sendto: 'send' }[name] ?? name;
		const made = short === 'socket' || short === 'accept';
		return [withoutPort(made ? `${names[result]} = ${short}(${asked})` : `${short}(${asked})  → ${result}`)];
	});
}

function withoutPort(line: string): string {
	return line.replace(/htons\([1-9]\d*\)/, 'htons(PORT)');
}

/** The lines of `show --calls c`, without times, names and numbers of events. */
async function derived(folder: string, options: readonly string[] = []): Promise<string[]> {
	const { stdout, code } = await run(['show', folder, '--calls', 'c', ...options]);
	expect(code).toBe(0);
	return stdout
		.trim()
		.split('\n')
		.map((line) => withoutPort(line.replace(/^\S+ \S+ \d+ {2}/, '')));
}

it.runIf(strace)('derives the calls that strace shows of programs that do the same', async () => {
	const folder = testFolder();
	const trace = (name: string, lines: readonly string[], args: readonly string[]) =>
		program('strace', [
			'-f',
			'-e',
			'trace=network,close',
			'-o',
			join(folder, name),
			'python3',
			'-c',
			lines.join('\n'),
			...args,
		]);
	const server = trace('server', SERVER, []);
	const port = await server.line((line) => /^\d+$/.test(line));
	const client = trace('client', CLIENT, [port]);
	expect(await client.exit()).toBe(0);
	expect(await server.exit()).toBe(0);

	const ours = join(folder, 'ours');
	const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', 'upper-echo', '--json', '--capture', ours]);
	const peer = python(CLIENT, [String(await listeningPort(listen))]);
	expect(await peer.exit()).toBe(0);
	await event(listen, 'close', { connection: 1 });
	listen.child.kill('SIGINT');
	expect(await listen.exit()).toBe(0);

	const own = join(folder, 'own');
	const other = python(SERVER, []);
	const sent = await run([
		'send',
		`tcp://127.0.0.1:${await other.line((line) => /^\d+$/.test(line))}`,
		'hello',
		'--capture',
		own,
	]);
	expect(sent.code).toBe(0);
	expect(await other.exit()).toBe(0);

	// Python looks at each accepted socket once more, and closes the listener when it ends.
	const python3 = traced(join(folder, 'server')).filter(
		(line) => !/^get\w+name\((?:conn1|s), .*(?:=>|-1)|ENOTCONN/.test(line),
	);
	const end = python3.findIndex((line) => line.startsWith('close(conn1)'));
	expect(await derived(ours)).toEqual(python3.slice(0, end + 1));
	expect(await derived(own)).toEqual(traced(join(folder, 'client')));
});

it('a message that the kernel takes in parts is one sendall() and what its loop sent', async () => {
	const folder = testFolder();
	const size = 3_000_000;
	writeFileSync(join(folder, 'large'), Buffer.alloc(size, 'x'));
	const program = [
		'from socket import *',
		's = create_server(("127.0.0.1", 0))',
		'print(s.getsockname()[1], flush=True)',
	];
	const reader = python(
		[...program, 'c = s.accept()[0]', 'n = 0', 'while d := c.recv(65536): n += len(d)', 'print(n)'],
		[],
	);
	const to = `tcp://127.0.0.1:${await reader.line((line) => /^\d+$/.test(line))}`;
	const capture = join(folder, 'capture');
	expect((await run(['send', to, '--file', join(folder, 'large'), '--capture', capture])).code).toBe(0);
	expect(await reader.line((line) => line === String(size))).toBe(String(size));
	const { stdout } = await run(['show', capture, '--calls']);
	expect(stdout.match(/s\.sendall\(/g)).toHaveLength(1);
	const taken = Array.from(stdout.matchAll(/s\.send\(.*→ (\d+)$/gm), ([, bytes]) => Number(bytes));
	expect(taken.length).toBeGreaterThan(40);
	expect(taken.reduce((sum, bytes) => sum + bytes)).toBe(size);
});

it('prints calls as JSON, of non-blocking sockets where wanted, and refuses what chooses events', async () => {
	const folder = join(testFolder(), 'capture');
	const refused = await run(['send', 'tcp://127.0.0.1:1', 'hello', '--capture', folder]);
	expect(refused.code).not.toBe(0);
	const blocking = await run(['show', folder, '--calls']);
	expect(blocking.stdout).toMatch(
		/s = socket\(AF_INET, SOCK_STREAM\)\n.*s\.connect_ex\(\('127\.0\.0\.1', 1\)\) {2}→ 111 \(ECONNREFUSED\)\n$/,
	);
	const json = await run(['show', folder, '--calls', 'python', '--non-blocking', '--json']);
	const lines = json.stdout
		.trim()
		.split('\n')
		.map((line): unknown => JSON.parse(line));
	expect(lines).toMatchObject([
		{ event: 1, endpoint: 'send', name: 'socket', as: 's', family: 'inet', code: 's = socket(AF_INET, SOCK_STREAM)' },
		{ name: 'nonblocking', code: 's.setblocking(False)', inferred: true },
		{ name: 'connect', errno: 'EINPROGRESS', errnoNumber: 115, result: '115 (EINPROGRESS)', inferred: true },
		{ name: 'select', code: 'select([], [s], [])', inferred: true },
		{ name: 'getsockopt', errno: 'ECONNREFUSED', errnoNumber: 111, code: 's.getsockopt(SOL_SOCKET, SO_ERROR)' },
	]);
	const chosen = await run(['show', folder, '--calls', '--filter', 'dir:in']);
	expect(chosen.code).not.toBe(0);
	expect(chosen.stderr).toContain('--calls prints all calls');
});
