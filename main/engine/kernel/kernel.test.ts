import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { KernelSocket } from '../../../common/contract/calls/system/kernel.ts';
import { losingMissing, runLossy } from '../testing/lossy-loopback.fixture.ts';
import { Peer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { readProc } from './proc.ts';
import { ssConnection, ssListener } from './ss.fixture.ts';

const linux = process.platform === 'linux';
const PEERS = fileURLToPath(new URL('../../../e2e/peers/', import.meta.url));

/** The only socket of a connection. */
async function ofConnection(bench: TestBench, endpoint: string): Promise<KernelSocket> {
	const connection = bench.connection(endpoint);
	const sockets = await bench.engine.kernelSockets(endpoint, [connection]);
	const found = sockets.find((one) => one.connection === connection);
	if (found === undefined) throw new Error('The connection has no socket.');
	return found;
}

/** What ss shows at the same time: nothing arrives on a connection in silence. */
async function withSs(bench: TestBench, endpoint: string) {
	const socket = await ofConnection(bench, endpoint);
	return { socket, ss: ssConnection(socket.local.port, socket.remote?.port ?? 0) };
}

describe.runIf(linux)('a TCP connection', () => {
	test('has the facts of ss, with traffic and while a reader has stopped', async () => {
		const bench = new TestBench();
		const peer = new Peer('slow_reader', []);
		const port = Number(await peer.line());
		const { id } = await bench.start({ kind: 'tcp-client', name: 'client', host: '127.0.0.1', port });
		await peer.line();
		await bench.engine.send({ endpoint: id, bytes: Buffer.alloc(5000) });
		peer.tell('5000');
		await peer.line();
		const { socket, ss } = await withSs(bench, id);
		expect(socket).toMatchObject({ kind: 'stream', sources: ['tcp-info'], state: 'ESTABLISHED', notes: [] });
		expect(ss.state).toBe('ESTAB');
		expect(socket.congestion).toBe(ss.congestion);
		for (const [name, value] of Object.entries(ss)) {
			if (value === undefined || name === 'state' || name === 'congestion') continue;
			expect.soft(Reflect.get(socket.facts, name), name).toBe(value);
		}
		expect(socket.facts.rtt).toBeGreaterThan(0);

		// More than both buffers hold: the rest waits in ours.
		const sending = bench.engine.send({ endpoint: id, bytes: Buffer.alloc(16 * 1024 * 1024) });
		const names = ['sendQueue', 'unsent', 'sendBuffer', 'sendBufferUsed', 'sendWindow'] as const;
		// While segments are on their way, both readings differ.
		await expect
			.poll(
				async () => {
					const stuck = await withSs(bench, id);
					const { unsent = 0, sendQueue = 0, sendBufferUsed = 0 } = stuck.socket.facts;
					// How much the buffer holds is the congestion control's choice.
					const isFull = unsent > 0 && sendBufferUsed >= sendQueue;
					// ss leaves out a window that is closed.
					return isFull && names.every((name) => stuck.socket.facts[name] === (stuck.ss[name] ?? 0));
				},
				{ timeout: 20_000 },
			)
			.toBe(true);
		peer.tell('0');
		await sending;
		bench.engine.endConnection(bench.connection(id));
		await peer.rest();
	});

	test('whose bytes nobody reads fills its receive buffer', async () => {
		const bench = new TestBench();
		const { id, local } = await bench.start({
			kind: 'tcp-server',
			name: 'server',
			host: '127.0.0.1',
			port: 0,
			serve: 'one-at-a-time',
		});
		const first = connect(local.port, '127.0.0.1');
		await once(first, 'connect');
		await bench.sink.waitFor((event) => event.kind === 'open');
		const second = connect(local.port, '127.0.0.1');
		onTestFinished(() => {
			first.destroy();
			second.destroy();
		});
		await once(second, 'connect');
		await bench.sink.waitFor((event) => event.kind === 'open' && event.connection === 2);
		second.write(Buffer.alloc(20_000));
		await expect.poll(async () => (await bench.engine.kernelSockets(id, [2]))[1]?.facts.receiveQueue).toBe(20_000);
		const [listener, waiting] = await bench.engine.kernelSockets(id, [2]);
		expect(listener).toMatchObject({ kind: 'listener', state: 'LISTEN' });
		expect(waiting?.facts.receiveBufferUsed).toBeGreaterThanOrEqual(20_000);
		expect(waiting?.facts.receiveBuffer).toBeGreaterThan(waiting?.facts.receiveBufferUsed ?? 0);
	});

	test('is found by its addresses over IPv6, through both stacks, and with TLS', async () => {
		const bench = new TestBench();
		for (const [host, to] of [
			['::1', '::1'],
			['::', '127.0.0.1'],
		] as const) {
			const server = await bench.start({ kind: 'tcp-server', name: `at ${host}`, host, port: 0 });
			const client = await bench.start({ kind: 'tcp-client', name: `to ${to}`, host: to, port: server.local.port });
			await bench.sink.waitFor((event) => event.kind === 'open');
			await expect.poll(() => bench.engine.connections().some(({ endpoint }) => endpoint === server.id)).toBe(true);
			for (const { id } of [server, client]) {
				expect(await ofConnection(bench, id)).toMatchObject({ state: 'ESTABLISHED', sources: ['tcp-info'] });
			}
			const between = await bench.engine.connectionProgram(bench.connection(client.id));
			expect(between).toMatchObject({ program: { pid: process.pid, connection: bench.connection(server.id) } });
		}
	});

	test('has the program at its other end, by name and pid', async () => {
		const bench = new TestBench();
		const peer = new Peer('slow_reader', []);
		const port = Number(await peer.line());
		const { id } = await bench.start({ kind: 'tcp-client', name: 'client', host: '127.0.0.1', port });
		await peer.line();
		expect(await bench.engine.connectionProgram(bench.connection(id))).toEqual({
			program: { pid: peer.process.pid, name: expect.stringMatching(/^python/) },
		});
		const { id: udp } = await bench.start({ kind: 'udp', name: 'udp', host: '127.0.0.1' });
		await bench.engine
			.send({ endpoint: udp, to: { host: '192.0.2.1', port: 9 }, bytes: Buffer.from('x') })
			.catch(() => undefined);
		expect(await bench.engine.connectionProgram(bench.connection(udp))).toMatchObject({
			unknown: { says: { code: 'programElsewhere', params: { address: '192.0.2.1' } } },
		});
	});
});

describe.runIf(linux)('a Unix connection has the program at its other end', () => {
	test('of a server, and of each client', async () => {
		const bench = new TestBench();
		const path = `@wirebench-program-${process.pid}`;
		const { id } = await bench.start({ kind: 'unix-server', name: 'server', path });
		const peer = new Peer('unix_client', [path, 'unanswered']);
		await bench.sink.waitFor((event) => event.kind === 'data');
		const [connection = 0] = bench.engine.connections().map((one) => one.id);
		expect(await bench.engine.connectionProgram(connection)).toEqual({
			program: { pid: peer.process.pid, name: expect.stringMatching(/^python/) },
		});
		// Two of one program are both its own; those of two programs are alike to the kernel.
		const { id: client } = await bench.start({ kind: 'unix-client', name: 'client', path });
		expect(await bench.engine.connectionProgram(bench.connection(client))).toMatchObject({
			program: { pid: process.pid },
		});
		await expect.poll(() => bench.engine.connections().filter(({ endpoint }) => endpoint === id).length).toBe(2);
		expect(await bench.engine.connectionProgram(connection)).toMatchObject({
			unknown: { says: { code: 'kernelAlike', params: { count: 2 } } },
		});
		await peer.kill();
		await bench.sink.waitFor((event) => event.kind === 'close' && event.connection === connection);
		expect(await bench.engine.connectionProgram(bench.connection(client))).toEqual({
			program: { pid: process.pid, name: expect.any(String), connection: bench.connection(id) },
		});
	});

	test('of a client; datagrams have none', async () => {
		const bench = new TestBench();
		const path = join(mkdtempSync(join(tmpdir(), 'wirebench-program-')), 'socket');
		onTestFinished(() => rmSync(dirname(path), { recursive: true }));
		const peer = new Peer('unix_server', [path]);
		await peer.line();
		const { id } = await bench.start({ kind: 'unix-client', name: 'client', path });
		expect(await bench.engine.connectionProgram(bench.connection(id))).toMatchObject({
			program: { pid: peer.process.pid, name: expect.stringMatching(/^python/) },
		});
		const one = `@wirebench-one-${process.pid}`;
		await bench.start({ kind: 'unix-datagram', name: 'bound', path: one });
		const sender = await bench.start({ kind: 'unix-datagram', name: 'sender', path: `${one}-2`, remote: one });
		await bench.engine.send({ endpoint: sender.id, bytes: Buffer.from('x') });
		expect(await bench.engine.connectionProgram(bench.connection(sender.id))).toMatchObject({
			unknown: { says: { code: 'programNoDatagrams' } },
		});
	});
});

describe.runIf(linux)('a listener', () => {
	test('has the accept queue and its limit of ss, while nothing is accepted', async () => {
		const bench = new TestBench();
		const server = await bench.start({ kind: 'tcp-server', name: 'server', host: '127.0.0.1', port: 0, backlog: 7 });
		expect(await bench.engine.kernelSockets(server.id, [])).toMatchObject([
			{ kind: 'listener', state: 'LISTEN', facts: { acceptQueue: 0, acceptLimit: 7 } },
		]);
		// Our event loop stands still meanwhile, and with it the accepting of connections.
		const pid = execFileSync('python3', [`${PEERS}unaccepted.py`, ...server.args, '5'], { encoding: 'utf8' });
		onTestFinished(() => {
			process.kill(Number(pid), 'SIGKILL');
		});
		const reading = bench.engine.kernelSockets(server.id, []);
		const ss = ssListener(server.local.port);
		const [listener] = await reading;
		expect(ss).toEqual({ acceptQueue: 5, acceptLimit: 7 });
		expect(listener?.facts).toEqual(ss);
	});

	test('on a path has them too, and one that is stopped has none', async () => {
		const bench = new TestBench();
		const path = `@wirebench-kernel-${process.pid}`;
		const server = await bench.start({ kind: 'unix-server', name: 'server', path, backlog: 9 });
		const client = await bench.start({ kind: 'unix-client', name: 'client', path });
		expect(await bench.engine.kernelSockets(server.id, [])).toMatchObject([
			{ kind: 'listener', sources: ['ss'], facts: { acceptQueue: 0, acceptLimit: 9 } },
		]);
		await expect.poll(() => bench.engine.connections().length).toBe(2);
		await bench.engine.send({ endpoint: client.id, bytes: Buffer.from('hello') });
		const end = await ofConnection(bench, client.id);
		expect(end).toMatchObject({ sources: ['socket'], facts: { receiveQueue: 0 } });
		expect(end.facts.sendBuffer).toBeGreaterThan(100_000);
		await bench.engine.stop(server.id);
		expect(await bench.engine.kernelSockets(server.id, [1, 2])).toEqual([]);
	});
});

test.runIf(linux)('a UDP socket has its buffers and the datagrams that were discarded', async () => {
	const bench = new TestBench();
	const { id, local } = await bench.start({ kind: 'udp', name: 'server', host: '127.0.0.1', port: 0 });
	const [before] = await bench.engine.kernelSockets(id, []);
	expect(before).toMatchObject({ kind: 'datagram', sources: ['socket'], facts: { drops: 0, receiveBufferUsed: 0 } });
	const room = before?.facts.receiveBuffer ?? 0;
	// Our event loop stands still meanwhile. Each takes more memory than its bytes.
	const program = `import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for _ in range(${Math.ceil(room / 60_000) + 50}): s.sendto(bytes(60000), ("127.0.0.1", ${local.port}))`;
	execFileSync('python3', ['-c', program]);
	const reading = bench.engine.kernelSockets(id, []);
	const [, memory] = /skmem:\((.*?)\)/.exec(
		execFileSync('ss', ['-uanmOH', 'sport', '=', `:${local.port}`], { encoding: 'utf8' }),
	) ?? ['', ''];
	const [full] = await reading;
	expect(full?.facts.drops).toBeGreaterThan(0);
	expect(memory).toContain(`r${full?.facts.receiveBufferUsed},rb${room}`);
	expect(memory).toMatch(new RegExp(`,d${full?.facts.drops}$`));
	await bench.sink.waitFor((event) => event.kind === 'open');
	const sockets = await bench.engine.kernelSockets(id, [bench.connection(id)]);
	expect(sockets[1]).toMatchObject({
		connection: bench.connection(id),
		notes: [{ says: { code: 'kernelSharedSocket' } }],
	});
});

test.runIf(linux)('1,000 connections are read without holding up the event loop', { timeout: 60_000 }, async () => {
	const bench = new TestBench();
	const { id, args } = await bench.start({
		kind: 'tcp-server',
		name: 'server',
		host: '127.0.0.1',
		port: 0,
		backlog: 4096,
	});
	const pid = execFileSync('python3', [`${PEERS}unaccepted.py`, ...args, '1000'], { encoding: 'utf8' });
	onTestFinished(() => {
		process.kill(Number(pid), 'SIGKILL');
	});
	await expect.poll(() => bench.engine.connections().length, { timeout: 30_000 }).toBe(1000);
	const ids = bench.engine.connections().map((one) => one.id);
	const turns = monitorEventLoopDelay({ resolution: 1 });
	let most = 0;
	let read = 0;
	for (let from = 0; from < ids.length; from += 100) {
		turns.enable();
		const sockets = await bench.engine.kernelSockets(id, ids.slice(from, from + 100));
		turns.disable();
		most = Math.max(most, turns.max / 1e6);
		read += sockets.filter(({ state }) => state === 'ESTABLISHED').length;
	}
	expect(read).toBe(1000);
	// The machine of a test can be busy: the budget of 50 ms is that of a quiet one.
	expect(most).toBeLessThan(500);
});

const noLoss = losingMissing();
test.skipIf(noLoss !== undefined)(
	`segments that were sent again are counted as ss counts them${noLoss ? ` (${noLoss})` : ''}`,
	() => {
		const program = fileURLToPath(new URL('lossy.fixture.ts', import.meta.url));
		const { stdout, stderr, status } = runLossy(`exec "${process.execPath}" "${program}"`);
		expect(status, stderr).toBe(0);
		const { facts, ss } = JSON.parse(stdout);
		expect(facts.retransmitted).toBeGreaterThan(0);
		expect(facts.retransmitted).toBe(ss.retransmitted);
		expect(facts.rto).toBe(ss.rto);
	},
);

test.runIf(linux)('without the C library, /proc/net has the queues, and the reason is given for the rest', async () => {
	const bench = new TestBench();
	const peer = new Peer('slow_reader', []);
	const port = Number(await peer.line());
	const { id } = await bench.start({ kind: 'tcp-client', name: 'client', host: '127.0.0.1', port });
	await peer.line();
	const { local, remote } = await ofConnection(bench, id);
	const reading = await readProc({ kind: 'stream', local, remote });
	expect(reading).toMatchObject({ sources: ['proc'], state: 'ESTABLISHED', facts: { sendQueue: 0, receiveQueue: 0 } });
	expect(reading.facts.cwnd).toBe(ssConnection(local.port, port).cwnd);
	const server = await bench.start({ kind: 'tcp-server', name: 'server', host: '127.0.0.1', port: 0 });
	expect(await readProc({ kind: 'listener', local: server.local })).toMatchObject({
		state: 'LISTEN',
		facts: { acceptQueue: 0 },
		notes: [{ says: { code: 'kernelNoListenLimit' } }],
	});
});
