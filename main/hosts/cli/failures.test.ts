import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Peer } from '../../engine/testing/python.fixture.ts';
import { dist } from '../launch/build.mjs';
import { eventsIn, python, type Running, run, wirebench } from './testing/cli.fixture.ts';
import { commandLines, type Outcome } from './testing/command-lines.fixture.ts';

const runLine = commandLines();

/**
 * Interfaces and routes of a separate network namespace: destinations where packets vanish (an unread tunnel), without
 * a route, or forbidden.
 */
const NETWORK = [
	'ip link set lo up',
	'ip tuntap add mode tun name blackhole',
	'ip address add 10.77.0.1/24 dev blackhole',
	'ip link set blackhole up',
	'ip route add unreachable 10.78.0.0/24',
	'ip route add prohibit 10.79.0.0/24',
].join(' && ');
const enter = ['-rn', 'sh', '-c', `${NETWORK} && exec "$@"`, 'sh'];
const missing = process.platform !== 'linux' || spawnSync('unshare', [...enter, 'true']).status !== 0;

/** The command line in that namespace; `through` is a program that runs it. */
function isolated(args: readonly string[], through: readonly string[] = []): Running {
	return run('unshare', [...enter, ...through, process.execPath, join(dist, 'main/cli.js'), ...args]);
}

/** Python's connect_ex result for the same address, as `NAME (number)`. */
const CONNECT_EX = [
	'import errno, socket, sys',
	's = socket.socket()',
	'n = s.connect_ex((sys.argv[1], int(sys.argv[2])))',
	'print("%s (%d)" % (errno.errorcode[n], n))',
].join('\n');

/** Expects a failure with one line on stderr: the system's code and number, a sentence, and what to check. */
function expectSentence({ code, stderr }: Pick<Outcome, 'code' | 'stderr'>, errno: string, hint: RegExp): void {
	expect(code, stderr).toBe(1);
	const lines = stderr.trim().split('\n');
	expect(lines).toHaveLength(1);
	expect(lines[0]?.startsWith(`${errno}: `), stderr).toBe(true);
	expect(lines[0]).toMatch(hint);
}

async function expectFailure(running: Running, errno: string, hint: RegExp): Promise<void> {
	const code = await running.exit();
	expectSentence({ code: code ?? -1, stderr: running.stderr() }, errno, hint);
}

describe('a client that cannot connect reports the errno of connect_ex, and what to check', () => {
	it('on this machine: refused, and a name without an address', async () => {
		const peer = python([CONNECT_EX], ['127.0.0.1', '1']);
		const refused = wirebench(['connect', 'tcp://127.0.0.1:1']);
		const unnamed = await runLine(['connect', 'tcp://no.such.name.invalid:80']);
		const code = await peer.line((line) => line !== '');
		await expectFailure(refused, code, /Check that the server is running there/);
		expectSentence(unnamed, 'ENOTFOUND (-2)', /\(EAI_NONAME\)\. Check the spelling/);
	});

	it.skipIf(missing)('in a separate network: no route, no answer from the machine, forbidden', async () => {
		const rows = [
			['203.0.113.1', /ENETUNREACH.*Check that the network is connected/],
			['10.78.0.1', /EHOSTUNREACH.*Check that the machine is switched on/],
			['10.79.0.1', /Check the firewall/],
		] as const;
		const all = rows.map(([address, hint]) => {
			const peer = run('unshare', [...enter, 'python3', '-c', CONNECT_EX, address, '80']);
			return { peer, hint, ours: isolated(['connect', `tcp://${address}:80`]) };
		});
		for (const { peer, hint, ours } of all) await expectFailure(ours, await peer.line((line) => line !== ''), hint);
	});

	it.skipIf(missing)('in a separate network: packets vanish, and a port below 1024 is not permitted', async () => {
		const vanished = isolated(['connect', 'tcp://10.77.0.2:80', '--connect-timeout', '100']);
		const unsent = isolated(['send', 'tcp://10.77.0.2:80', 'hello', '--connect-timeout', '100']);
		const ordinary = ['setpriv', '--bounding-set', '-net_bind_service'];
		const low = isolated(['listen', 'tcp://127.0.0.1:80'], ordinary);
		await expectFailure(vanished, 'ETIMEDOUT (110)', /whether a firewall drops the packets/);
		await expectFailure(unsent, 'ETIMEDOUT (110)', /whether a firewall drops the packets/);
		await expectFailure(low, 'EACCES (13)', /use one from 1024 on/);
	});
});

it('a server on an unavailable address or port', async () => {
	const holder = python([
		'import socket',
		's = socket.create_server(("127.0.0.1", 0))',
		'print(s.getsockname()[1])',
		's.accept()',
	]);
	const port = await holder.line((line) => /^\d+$/.test(line));
	const taken = await runLine(['listen', `tcp://127.0.0.1:${port}`]);
	const foreign = await runLine(['listen', 'tcp://192.0.2.1:80']);
	expectSentence(taken, 'EADDRINUSE (98)', /python.*which is free, or stop the one that holds/);
	expectSentence(foreign, 'EADDRNOTAVAIL (99)', /Use 127\.0\.0\.1 for this machine alone/);
});

it('sends that fail: too large a datagram, and to a peer that resets', async () => {
	const peer = python([
		'import socket, struct',
		's = socket.create_server(("127.0.0.1", 0))',
		'print(s.getsockname()[1])',
		'c, _ = s.accept()',
		'c.recv(1)',
		'c.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))',
		'c.close()',
	]);
	const large = wirebench(['send', 'udp://127.0.0.1:9', '-'], { input: 'x'.repeat(65_508) });
	const port = await peer.line((line) => /^\d+$/.test(line));
	const reset = await runLine(['send', `tcp://127.0.0.1:${port}`, 'hello', '--wait', '60000']);
	await expectFailure(large, 'EMSGSIZE (90)', /at most 65,507 bytes/);
	expect(reset.code).toBe(1);
	expect(reset.stderr).toMatch(/ECONNRESET \(104\): .*The program at the other end crashed/);
});

it('a client that gives up after it was connected fails too, with the last error', async () => {
	const peer = python([
		'import socket',
		's = socket.create_server(("127.0.0.1", 0))',
		'print(s.getsockname()[1])',
		's.accept()[0].close()',
	]);
	const port = await peer.line((line) => /^\d+$/.test(line));
	const client = await runLine(['connect', `tcp://127.0.0.1:${port}`, '--reconnect', '1', '--json']);
	expectSentence(client, 'ECONNREFUSED (111)', /Check that the server is running there/);
	expect(eventsIn(client.stdout).at(-1)).toMatchObject({ event: 'summary', dropped: 0 });
});

it.runIf(process.platform === 'linux')(
	'owner names closed connections that hold a port without a process',
	async () => {
		const peer = new Peer('leaves_port', ['127.0.0.1']);
		const [waiting, half]: number[] = JSON.parse(await peer.line());
		const words = await runLine(['owner', `tcp://127.0.0.1:${waiting}`]);
		expect(words.code).toBe(1);
		expect(words.stdout).toMatch(
			/^127\.0\.0\.1:\d+ is held by no process, but by 3 closed connections in TIME_WAIT, at most \d\d s\. A program with SO_REUSEADDR/,
		);
		const json = await runLine(['owner', `tcp://127.0.0.1:${half}`, '--json']);
		expect(JSON.parse(json.stdout)).toEqual({
			address: '127.0.0.1',
			port: half,
			closing: { connections: 1, goneInMs: expect.any(Number) },
		});
		const chinese = await runLine(['owner', `tcp://127.0.0.1:${waiting}`, '--language', 'zh-Hans']);
		expect(chinese.stdout).toMatch(
			/^没有进程占用 127\.0\.0\.1:\d+，占用它的是：3 个处于 TIME_WAIT 的已关闭连接；等待最多 \d\d s。/,
		);
	},
);

it('probe and owner check the likely causes', async () => {
	const peer = python([
		'import os, socket',
		's = socket.create_server(("127.0.0.1", 0))',
		'print(s.getsockname()[1], os.getpid())',
		's.accept()[0].recv(1)',
		's.accept()',
	]);
	const [port, pid] = (await peer.line((line) => /^\d+ \d+$/.test(line))).split(' ');
	const open = await runLine(['probe', `tcp://127.0.0.1:${port}`]);
	expect(open.code).toBe(0);
	expect(open.stdout).toMatch(new RegExp(`^127\\.0\\.0\\.1:${port} open after [\\d.]+ ms\\n$`));
	const owner = await runLine(['owner', `tcp://127.0.0.1:${port}`, '--json']);
	expect(owner.code).toBe(0);
	expect(JSON.parse(owner.stdout)).toMatchObject({ address: '127.0.0.1', port: Number(port), pid: Number(pid) });
	const unasked = await runLine(['owner', `tcp://127.0.0.1:${port}`, '--stop']);
	expect(unasked.code).not.toBe(0);
	expect(unasked.stderr).toContain('--yes');
	const stopped = await runLine(['owner', `tcp://127.0.0.1:${port}`, '--stop', '--yes']);
	expect(stopped.code).toBe(0);
	expect(await runLine(['owner', `tcp://127.0.0.1:${port}`])).toMatchObject({ code: 1 });
	const closed = await runLine(['probe', 'udp://127.0.0.1:1']);
	expect(closed.code).toBe(1);
	expect(closed.stdout).toMatch(/^127\.0\.0\.1:1 closed after [\d.]+ ms \(ECONNREFUSED 111\)\n$/);
	const nobody = await runLine(['owner', 'tcp://127.0.0.1:1']);
	expect(nobody.code).toBe(1);
	expect(nobody.stderr).toContain('names nobody who holds 127.0.0.1:1');
	if (missing) return;
	const filtered = isolated(['probe', 'tcp://10.77.0.2:80', '--timeout', '100']);
	expect(await filtered.exit()).toBe(1);
	expect(filtered.stdout()).toMatch(/^10\.77\.0\.2:80 filtered: no answer after [\d.]+ ms\n$/);
});
