import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dist } from '../launch/build.mjs';
import { event, events, listeningPort, type Running, run } from './testing/cli.fixture.ts';

/** Two machines on one wire, each a network namespace: ours and the peer's. */
interface Wire {
	ours(args: readonly string[]): Running;
	theirs(lines: readonly string[], args?: readonly string[], input?: string): Running;
	/** Adds an address to our `wire0`. */
	address(added: string): void;
	/** Interface index of our `wire0`. */
	readonly number: string;
}

const ip = (...args: string[]): void => {
	execFileSync('ip', args, { stdio: 'pipe' });
};

/** Why this is not possible here; undefined where it is. */
function missing(): string | undefined {
	if (process.platform !== 'linux') return 'network namespaces are Linux’s';
	try {
		ip('netns', 'add', `wb-try-${process.pid}`);
		ip('netns', 'del', `wb-try-${process.pid}`);
		return undefined;
	} catch (error) {
		return `ip netns add: ${error instanceof Error ? error.message.split('\n')[0] : error}`;
	}
}

let wires = 0;

/** Ours is 10.77.0.1/24 and fe80::1 on `wire0`, theirs 10.77.0.2/24 and fe80::2. */
function makeWire(): Wire {
	wires += 1;
	const [a, b] = ['a', 'b'].map((end) => `wb-${end}-${process.pid}-${wires}`);
	if (a === undefined || b === undefined) throw new Error('Two ends make a wire.');
	onTestFinished(() => {
		for (const end of [a, b]) ip('netns', 'del', end);
	});
	for (const end of [a, b]) ip('netns', 'add', end);
	ip('-n', a, 'link', 'add', 'wire0', 'type', 'veth', 'peer', 'name', 'wire0', 'netns', b);
	for (const [n, end] of [a, b].entries()) {
		ip('-n', end, 'link', 'set', 'lo', 'up');
		// Its own link-local address would wait for duplicate detection.
		ip('-n', end, 'link', 'set', 'wire0', 'addrgenmode', 'none');
		ip('-n', end, 'addr', 'add', `10.77.0.${n + 1}/24`, 'broadcast', '10.77.0.255', 'dev', 'wire0');
		ip('-n', end, 'addr', 'add', `fe80::${n + 1}/64`, 'dev', 'wire0', 'nodad');
		ip('-n', end, 'link', 'set', 'wire0', 'up');
		ip('-n', end, 'route', 'add', 'default', 'dev', 'wire0');
	}
	const within = (end: string, program: string, args: readonly string[], input = '') =>
		run('ip', ['netns', 'exec', end, program, ...args], { input });
	const [link] = JSON.parse(execFileSync('ip', ['-n', a, '-j', 'link', 'show', 'wire0'], { encoding: 'utf8' }));
	return {
		address: (added) => ip('-n', a, 'addr', 'add', added, 'dev', 'wire0'),
		number: String(link.ifindex),
		ours: (args) => within(a, process.execPath, [join(dist, 'main/cli.js'), ...args]),
		theirs: (lines, args = [], input = '') => within(b, 'python3', ['-u', '-c', lines.join('\n'), ...args], input),
	};
}

/** Answers over TCP and UDP with the address that the request used, in Python's notation. */
const ZONE_PEER = [
	'import socket, threading',
	't = socket.create_server(("::", 5560), family=socket.AF_INET6)',
	'u = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)',
	'u.bind(("::", 5560))',
	'def tcp():',
	'    while True:',
	'        s, peer = t.accept()',
	'        s.sendall(f"tcp {peer[0]}".encode()); s.close()',
	'threading.Thread(target=tcp, daemon=True).start()',
	'print("ready")',
	'while True:',
	'    data, peer = u.recvfrom(2048)',
	'    u.sendto(f"udp {peer[0]}".encode(), peer)',
];

/** Sends a request to a server at each given address, over TCP and over UDP, and prints the answers. */
const ZONE_CLIENT = [
	'import socket, sys',
	'for kind, host, port in zip(*[iter(sys.argv[1:])] * 3):',
	'    where = socket.getaddrinfo(host, int(port), type=getattr(socket, kind))[0]',
	'    s = socket.socket(*where[:3]); s.settimeout(60); s.connect(where[4])',
	'    s.sendall(b"who?"); print(s.recv(99).decode(), "from", s.getpeername()[0])',
];

const PEERS = join(dirname(fileURLToPath(import.meta.url)), '../../../e2e/peers');
const multicast = (mode: string, group: string, port: number, on: string) => [
	'import runpy, sys',
	`sys.argv = ["", "${mode}", "${group}", "${port}", "${on}"]`,
	`runpy.run_path("${PEERS}/multicast.py")`,
];

/** Waits for broadcasts, prints each with its sender, and answers. */
const BROADCAST_PEER = [
	'import socket',
	's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
	's.bind(("0.0.0.0", 7777))',
	'print("ready")',
	'while True:',
	'    data, sender = s.recvfrom(2048)',
	'    print(data.decode(), sender[0])',
	'    s.sendto(b"heard " + data, sender)',
];

const why = missing();
if (why !== undefined) process.stderr.write(`Tests between two network namespaces are skipped: ${why}.\n`);

describe.skipIf(why !== undefined)('between two machines', () => {
	it('broadcasts to the subnet and to 255.255.255.255, and receives the answers', async () => {
		const wire = makeWire();
		const peer = wire.theirs(BROADCAST_PEER);
		await peer.line((line) => line === 'ready');
		const barred = wire.ours(['send', 'udp://10.77.0.255:7777', 'x', '--wait', '10']);
		expect(await barred.exit()).toBe(1);
		expect(barred.stderr()).toContain('EACCES');
		const subnet = wire.ours([
			'send',
			'udp://10.77.0.255:7777',
			'to the subnet',
			'--broadcast',
			'--wait',
			'60000',
			'--json',
		]);
		expect(await event(subnet, 'data', { direction: 'in' })).toMatchObject({
			hex: Buffer.from('heard to the subnet').toString('hex'),
		});
		const all = ['send', 'udp://255.255.255.255:7777', 'to all', '--broadcast', '--wait', '60000', '--json'];
		const limited = wire.ours(all);
		expect(await event(limited, 'data', { direction: 'in' })).toMatchObject({ connection: 2 });
		expect(events(limited).filter((each) => each.event === 'open')).toMatchObject([
			{ remote: { address: '255.255.255.255' } },
			{ remote: { address: '10.77.0.2' } },
		]);
		await peer.line((line) => line === 'to all 10.77.0.1');
	});

	it.each([
		['239.1.2.3', '10.77.0.2', 'udp://0.0.0.0:0', 'udp://239.1.2.3'],
		['ff02::7:7', 'wire0', 'udp://[::]:0', 'udp://[ff02::7:7]'],
	])('joins %s and answers its datagrams; sends to it with the configured TTL and interface', async (...of) => {
		const [group, theirs, own, all] = of;
		const wire = makeWire();
		const listen = wire.ours(['listen', own, '--join', `${group}@wire0`, '--reply', 'got {{data}}', '--json']);
		const port = await listeningPort(listen);
		await event(listen, 'note', { message: `The option multicast groups is set: joined ${group}@wire0.` });
		const sender = wire.theirs(multicast('send', group, port, theirs), [], 'hello\n');
		await sender.line((line) => line === 'got hello');

		const peer = wire.theirs(multicast('join', group, 7778, theirs));
		await peer.line((line) => line === '7778');
		const options = ['--multicast-interface', 'wire0', '--multicast-ttl', '4', '--wait', '10'];
		expect(await wire.ours(['send', `${all}:7778`, 'to the group', ...options]).exit()).toBe(0);
		await peer.line((line) => line === '4 to the group');
	});

	it('reaches a link-local address by the named, numbered or escaped interface, and by no other', async () => {
		const wire = makeWire();
		const peer = wire.theirs(ZONE_PEER);
		await peer.line((line) => line === 'ready');
		const from = ['--from', '[fe80::1%25wire0]'];
		const all = [
			[`tcp://[fe80::2%${wire.number}]:5560`, ...from],
			[`udp://[fe80::2%25${wire.number}]:5560`],
			['udp://[fe80::2%25wire0]:5560', ...from],
		].map(([url = '', ...more]) => wire.ours(['send', url, 'who?', '--wait', '60000', '--json', ...more]));
		const refused = wire.ours(['send', 'tcp://[fe80::2%nope0]:5560', 'x']);
		for (const one of all) {
			const { remote } = await event(one, 'open');
			expect(remote).toEqual({ address: 'fe80::2%wire0', port: 5560 });
			const { hex } = await event(one, 'data', { direction: 'in' });
			expect(Buffer.from(String(hex), 'hex').toString()).toMatch(/^(tcp|udp) fe80::1$/);
			one.child.kill('SIGINT');
		}
		expect(await refused.exit()).toBe(1);
		expect(refused.stderr()).toMatch(/"nope0".* There are: (lo \(1\), )?wire0 \(\d+\)/);
	});

	it('warns where a UDP socket bound to all addresses answers from another address than requested', async () => {
		const wire = makeWire();
		wire.address('10.77.0.3/24');
		const server = wire.ours(['listen', 'udp://0.0.0.0:0', '--reply', 'got {{data}}', '--json']);
		const port = String(await listeningPort(server));
		const client = wire.theirs(
			[
				'import socket, sys',
				's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
				's.connect(("10.77.0.3", int(sys.argv[1])))',
				's.send(b"x")',
			],
			[port],
		);
		expect(await client.exit()).toBe(0);
		const { message } = await event(server, 'note');
		expect(message).toContain(
			'several addresses (10.77.0.1, 10.77.0.3), and answers to 10.77.0.2 go out from 10.77.0.1',
		);
		expect(message).toContain('Bind the socket to the address that clients ask');
	});

	it('listens at a link-local address of the named or numbered interface', async () => {
		const wire = makeWire();
		const tcp = wire.ours(['listen', `tcp://[fe80::1%${wire.number}]:0`, '--reply', '{{peer}}', '--json']);
		const udp = wire.ours(['listen', 'udp://[fe80::1%25wire0]:0', '--reply', '{{peer}}', '--json']);
		const proxy = wire.ours(['proxy', 'udp://[fe80::1%wire0]:7070', `udp://[fe80::1%${wire.number}]:7071`, '--json']);
		expect(await event(tcp, 'listening')).toMatchObject({ address: 'fe80::1%wire0' });
		expect(await event(proxy, 'listening')).toMatchObject({ address: 'fe80::1%wire0', port: 7070 });
		const ports = [String(await listeningPort(tcp)), String(await listeningPort(udp))];
		const client = wire.theirs(ZONE_CLIENT, [
			'SOCK_STREAM',
			'fe80::1%wire0',
			ports[0] ?? '',
			'SOCK_DGRAM',
			'fe80::1%wire0',
			ports[1] ?? '',
		]);
		expect(await client.exit(), client.stderr()).toBe(0);
		expect(client.stdout()).toMatch(/^(\[fe80::2%wire0\]:\d+ from fe80::1\n){2}$/);
	});

	it('receives from a group only what the chosen source sends', async () => {
		const wire = makeWire();
		const listen = wire.ours(['listen', 'udp://0.0.0.0:0', '--join', '232.1.1.1@wire0,10.77.0.2', '--json']);
		const port = await listeningPort(listen);
		const lines = [
			'import socket, sys',
			's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
			's.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(sys.argv[2]))',
			's.bind((sys.argv[2], 0))',
			's.sendto(sys.argv[3].encode(), ("232.1.1.1", int(sys.argv[1])))',
		];
		const other = wire.theirs(
			[
				'import subprocess',
				'subprocess.run(["ip", "addr", "add", "10.77.0.3/24", "dev", "wire0"], check=True)',
				...lines,
			],
			[String(port), '10.77.0.3', 'not this'],
		);
		expect(await other.exit()).toBe(0);
		expect(await wire.theirs(lines, [String(port), '10.77.0.2', 'this']).exit()).toBe(0);
		await event(listen, 'data', { hex: Buffer.from('this').toString('hex') });
		expect(events(listen).filter((each) => each.event === 'data')).toHaveLength(1);
	});
});
