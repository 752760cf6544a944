import { spawnSync } from 'node:child_process';
import net from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ssConnection, ssListener } from '../../../engine/kernel/ss.fixture.ts';
import { event, events, type JsonEvent, listeningPort, python, wirebench } from '../testing/cli.fixture.ts';

const linux = process.platform === 'linux';
const WITHOUT_KOFFI = new URL('../testing/without-koffi.fixture.ts', import.meta.url).href;
/** Longer than any test: no period passes. */
const NEVER = '3600000';

/** Accepts one connection, reads nothing, and closes it when the other end does. */
const QUIET_SERVER = [
	'import socket',
	's = socket.create_server(("127.0.0.1", 0))',
	'print(s.getsockname()[1])',
	'c, peer = s.accept()',
	'c.recv(1)',
	'c.close()',
];

const readings = (all: readonly JsonEvent[], connection?: number): JsonEvent[] =>
	all.filter((each) => each.event === 'kernel' && each.connection === connection);

/** A client of a port, once it is connected. */
async function clientOf(port: number): Promise<net.Socket> {
	const socket = net.connect(port, '127.0.0.1');
	onTestFinished(() => void socket.destroy());
	await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
	return socket;
}

describe.runIf(linux)('--kernel', () => {
	it('prints what ss shows of a connection, in each period, with the program at its other end', async () => {
		const server = python(QUIET_SERVER);
		const port = Number(await server.line(() => true));
		const connect = wirebench(['connect', `tcp://127.0.0.1:${port}`, '--kernel', '20', '--json'], { input: null });
		const { local } = await event(connect, 'open');
		const introduced = () => readings(events(connect), 1).filter(({ program }) => program !== undefined);
		await expect.poll(() => introduced().length, { timeout: 30_000 }).toBeGreaterThan(3);
		const last = introduced().at(-1);
		expect(last).toMatchObject({
			endpoint: 'tcp-client',
			kind: 'stream',
			local,
			remote: { address: '127.0.0.1', port },
			sources: ['tcp-info'],
			state: 'ESTABLISHED',
			notes: [],
			program: { pid: server.child.pid, name: expect.stringMatching(/^python/) },
		});
		const own = typeof local === 'object' && local !== null ? Number(Reflect.get(local, 'port')) : 0;
		const { state, congestion, ...facts } = ssConnection(own, port);
		expect(state).toBe('ESTAB');
		expect(last?.congestion).toBe(congestion);
		const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
		expect(Object.keys(known).length).toBeGreaterThan(10);
		expect(last?.facts).toMatchObject(known);
	});

	it('prints a connection when it opens and when an end is closed, and a listener with the limit of its queue', async () => {
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--backlog', '9', '--kernel', NEVER, '--json']);
		const port = await listeningPort(listen);
		expect(await event(listen, 'kernel')).toMatchObject({
			kind: 'listener',
			state: 'LISTEN',
			facts: { ...ssListener(port), acceptLimit: 9 },
		});
		const client = await clientOf(port);
		await event(listen, 'kernel', { connection: 1 });
		client.end();
		await event(listen, 'close');
		listen.child.kill('SIGINT');
		expect(await listen.exit()).toBe(0);
		const all = events(listen);
		const states = readings(all, 1).map((each) => each.state);
		expect(states.slice(0, 2)).toEqual(['ESTABLISHED', 'CLOSE-WAIT']);
		expect(readings(all, 1)[0]).toMatchObject({ program: { pid: process.pid } });
		// At the start and at the end.
		expect(readings(all).map((each) => each.kind)).toEqual(['listener', 'listener']);
	});

	it('prints both halves of a proxied connection, and their last facts before a reset', async () => {
		const server = python(QUIET_SERVER);
		const port = Number(await server.line(() => true));
		const target = `tcp://127.0.0.1:${port}`;
		const proxy = wirebench(['proxy', 'tcp://127.0.0.1:0', target, '--kernel', NEVER, '--json']);
		await clientOf(await listeningPort(proxy));
		for (const connection of [1, 2]) await event(proxy, 'kernel', { connection });
		proxy.child.kill('SIGINT');
		expect(await proxy.exit()).toBe(0);
		const all = events(proxy);
		for (const connection of [1, 2]) {
			const [first, ...rest] = readings(all, connection);
			expect(first?.program).toBeDefined();
			expect(rest.at(-1)).toMatchObject({ facts: { retransmitted: 0 } });
		}
	});

	it('prints a line in the language of the run', async () => {
		const server = python(QUIET_SERVER);
		const port = Number(await server.line(() => true));
		const args = ['connect', `tcp://127.0.0.1:${port}`, '--kernel', NEVER, '--language'];
		const connect = wirebench([...args, 'zh-Hans'], { input: null });
		const line = await connect.line((text) => text.includes('内核'));
		expect(line).toMatch(
			/ #1 内核：ESTABLISHED，发送队列 0 B，接收队列 0 B，已重传 0 个分段，往返时间 [\d.]+ ms，拥塞窗口 \d+ 个分段，发送窗口 \d+ B，接收窗口 \d+ B，发送缓冲区 0 \/ \d+ 字节，接收缓冲区 0 \/ \d+ 字节，另一端的程序：python3?[\d.]*（pid \d+）$/,
		);
	});

	it('without the C library: UDP works as before, one by one, and says so; a connection has what /proc/net has', async () => {
		const env = { NODE_OPTIONS: `--import=${WITHOUT_KOFFI}` };
		const missing = expect.stringContaining(`@koromix/koffi-linux-${process.arch} cannot be loaded`);
		const udp = wirebench(['listen', 'udp://127.0.0.1:0', '--preset', 'class-udp', '--kernel', NEVER, '--json'], {
			env,
		});
		expect(await event(udp, 'kernel')).toMatchObject({
			kind: 'datagram',
			sources: ['proc'],
			datagramCalls: 'single',
			facts: { receiveBufferUsed: 0, drops: 0 },
			notes: expect.arrayContaining([missing]),
		});
		const port = await listeningPort(udp);
		const client = python([
			'import socket',
			's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
			's.settimeout(60)',
			// All answers may come before it reads the first one: its usual buffer has room for fewer.
			's.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)',
			`s.connect(("127.0.0.1", ${port}))`,
			'for n in range(300): s.send(b"%d" % n)',
			'print([s.recv(100) for n in range(300)] == [b"%d" % n for n in range(300)])',
		]);
		expect(await client.exit(), client.stderr()).toBe(0);
		expect(client.stdout()).toBe('True\n');

		const server = python(QUIET_SERVER);
		const target = `tcp://127.0.0.1:${await server.line(() => true)}`;
		const tcp = wirebench(['connect', target, '--kernel', NEVER, '--json'], { env, input: null });
		expect(await event(tcp, 'kernel')).toMatchObject({
			sources: ['proc'],
			state: 'ESTABLISHED',
			facts: { sendQueue: 0, receiveQueue: 0, retransmits: 0 },
			notes: [expect.stringContaining('cannot be loaded')],
			program: { pid: server.child.pid },
		});
		const doctor = wirebench(['doctor', '--json'], { env });
		await doctor.exit();
		expect(doctor.stdout()).toMatch(
			/"check":"udp\.bulk",.*"state":"unsupported","detail":"Datagrams are received and sent one by one/,
		);
	});

	it('with it, a UDP socket reads many datagrams with one call', async () => {
		const udp = wirebench(['listen', 'udp://127.0.0.1:0', '--kernel', NEVER, '--language', 'zh-Hant']);
		const line = await udp.line((text) => text.includes('核心'));
		expect(line).toContain('核心：UDP 通訊端，資料報用 recvmmsg 和 sendmmsg 收發，');
	});

	it('refuses a period that is none', () => {
		const { status, stderr } = spawnSync(
			process.execPath,
			['dist/main/cli.js', 'listen', 'tcp://127.0.0.1:0', '--kernel', 'often'],
			{ encoding: 'utf8' },
		);
		expect(status).toBe(2);
		expect(stderr).toContain('milliseconds from 10 to');
	});
});
