import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dist } from '../launch/build.mjs';
import { event, events, listeningPort, python, type Running, run, testFolder } from './testing/cli.fixture.ts';

/** With a separate file of host names instead of the system's. */
const enter = ['-rm', 'sh', '-c', 'mount --bind "$0" /etc/hosts && exec "$@"'];
const NAMES = '127.0.0.1 both.test localhost\n::1 both.test\n192.0.2.1 both.test elsewhere.test\n';

const tried = process.platform === 'linux' ? spawnSync('unshare', [...enter, '/etc/hosts', 'true']).status : 1;
const missing = tried === 0 ? undefined : 'no namespace for mounts can be had here';

/** The command line in an environment that knows those names. */
function named(...args: readonly string[]): Running {
	const file = join(testFolder(), 'hosts');
	writeFileSync(file, NAMES);
	return run('unshare', [...enter, file, process.execPath, join(dist, 'main/cli.js'), ...args]);
}

/** Connects to each address, one after the other, and prints its answer to "a". */
const ASK_EACH = [
	'import socket, sys',
	'kind = getattr(socket, sys.argv[2])',
	'for host in sys.argv[3:]:',
	'    family, _, _, _, place = socket.getaddrinfo(host, int(sys.argv[1]), type=kind)[0]',
	'    s = socket.socket(family, kind); s.settimeout(60); s.connect(place)',
	'    s.sendall(b"a"); print(host, s.recv(9).decode()); s.close()',
];

/** Answers datagrams on 127.0.0.1 only, and prints how many distinct ones of the generator it received once the last has arrived. */
const IPV4_ONLY = [
	'import socket',
	's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
	's.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)',
	's.bind(("127.0.0.1", 0))',
	'print(s.getsockname()[1])',
	'seen = set()',
	'while True:',
	'    data, peer = s.recvfrom(2048)',
	'    seen.add(data)',
	'    s.sendto(b"got " + data, peer)',
	'    if data == b"199\\n": print(sum(len(one) == 4 for one in seen))',
];

const hexOf = (text: string): string => Buffer.from(text).toString('hex');

it.skipIf(missing)(
	`a UDP client goes on to the next address of a name where one refuses ${missing ?? ''}`,
	async () => {
		const server = python(IPV4_ONLY);
		const port = await server.line(() => true);
		const url = `udp://both.test:${port}`;
		const refusal = expect.stringMatching(/^After [\d.]+ ms: ECONNREFUSED \(111\): .*\[::1\]/);
		const ask = named('ask', url, 'Ann', 'Bob', '--timeout', '30000', '--broadcast', '--json');
		const generator = named('generate', url, '--count', '200', '--rate', '0', '--text', '%03d\\n', '--json');
		const only = named('ask', url, 'Ann', '--family', 'ipv6', '--from', ':0', '--json');
		const proxy = named('proxy', 'udp://both.test:0', url, '--json');
		expect(await ask.exit(), ask.stdout()).toBe(0);
		expect(await event(ask, 'note', { message: '2 of 2 messages got their answer.' })).toBeDefined();
		expect(
			events(ask)
				.filter((each) => each.event === 'note')
				.map((each) => each.message),
		).toContainEqual(refusal);
		await event(ask, 'data', { connection: 2, hex: hexOf('got Bob') });
		expect(await generator.exit(), generator.stdout()).toBe(0);
		await server.line((line) => line === '200');
		expect(await only.exit()).toBe(1);
		await event(only, 'error', { errno: 'ECONNREFUSED' });
		const client = python(ASK_EACH, [String(await listeningPort(proxy)), 'SOCK_DGRAM', '127.0.0.1', '::1']);
		expect(await client.exit(), client.stderr()).toBe(0);
		expect(client.stdout()).toBe('127.0.0.1 got a\n::1 got a\n');
	},
);

it.skipIf(missing).each([
	['tcp', 'SOCK_STREAM'],
	['udp', 'SOCK_DGRAM'],
])(
	`a %s server on a name listens on each address of it that is this machine's ${missing ?? ''}`,
	async (protocol, kind) => {
		const server = named('listen', `${protocol}://both.test:0`, '--reply', 'both', '--json');
		const port = await listeningPort(server);
		const { message } = await event(server, 'note');
		expect(message).toMatch(new RegExp(`^It listens on (127\\.0\\.0\\.1|\\[::1\\]):${port} too\\.$`));
		const client = python(ASK_EACH, [String(port), kind, '127.0.0.1', '::1']);
		expect(await client.exit(), client.stderr()).toBe(0);
		expect(client.stdout()).toBe('127.0.0.1 both\n::1 both\n');
		await event(server, 'data', { connection: 2, direction: 'out' });
		server.child.kill('SIGINT');
		expect(await server.exit()).toBe(0);
	},
);

it.skipIf(missing)(`a name whose addresses are elsewhere is refused ${missing ?? ''}`, async () => {
	const server = named('listen', 'tcp://elsewhere.test:0');
	expect(await server.exit()).toBe(1);
	expect(server.stderr()).toContain('EADDRNOTAVAIL (99)');
});
