import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { byTier } from '../../../../common/tier.fixture.ts';
import { connectedClient } from '../../testing/connected-client.fixture.ts';
import { Peer } from '../../testing/python.fixture.ts';
import type { RecordedEvent } from '../../testing/recording-sink.fixture.ts';
import { type Started, TestBench } from '../../testing/workbench.fixture.ts';

const SCATTER = fileURLToPath(new URL('../../../../e2e/peers/udp_scatter.py', import.meta.url));
const BY_THREAD = 'recvmmsg by a thread, sendmmsg';
/** As much as the system's queue takes, and a flood. */
const BURST = 4000;
const linux = process.platform === 'linux';
/** Whether the system grants a queue for it, in bytes that it doubles. */
const roomy = linux && Number(readFileSync('/proc/sys/net/core/rmem_max', 'utf8')) >= 2 ** 22;
const BOTH = { name: 'both by one socket', host: '::', to: ['127.0.0.1', '::1'] };
const any = { type: 'any' as const };
const ECHO = { responder: { rules: [{ match: any, reply: { format: 'text' as const, text: '{{data}}' } }] } };

/** Sends small datagrams while this thread is blocked. */
function burst(host: string, port: number, count: number): void {
	const datagrams = Array.from({ length: count }, (_, n) => [0, 56, n % 256]);
	execFileSync('python3', [SCATTER, String(port), host], { input: JSON.stringify(datagrams), encoding: 'utf8' });
}

function calls(bench: TestBench, id: string): string | undefined {
	return bench.engine.options(id).find(({ option }) => option === 'datagramCalls')?.value;
}

function isData({ kind, direction }: RecordedEvent): boolean {
	return kind === 'data' && direction === 'in';
}

/** Floods an endpoint until a condition holds; returns how many datagrams it has received then. */
async function flooded(bench: TestBench, { local }: Started, until: () => boolean): Promise<number> {
	let count = bench.sink.events.filter(isData).length;
	while (!until()) {
		burst('127.0.0.1', local.port, BURST);
		count += BURST;
		await bench.sink.several(count, isData);
	}
	return count;
}

/** Floods an endpoint until the thread reads it. */
function takenOver(bench: TestBench, started: Started): Promise<number> {
	return flooded(bench, started, () => calls(bench, started.id) === BY_THREAD);
}

/** Names of this process's threads that receive datagrams. */
function threads(): string[] {
	const folder = '/proc/self/task';
	const all = readdirSync(folder).map((id) => readFileSync(join(folder, id, 'comm'), 'utf8').trim());
	return all.filter((name) => name.startsWith('engine-datagram'));
}

describe.runIf(roomy)('a flooded socket is read by a thread', () => {
	test.each(
		byTier(
			[BOTH],
			[
				{ name: 'IPv4', host: '0.0.0.0', to: ['127.0.0.1', '127.0.0.1'] },
				{ name: 'IPv6', host: '::1', to: ['::1', '::1'] },
				BOTH,
			],
		),
	)(
		'$name: each datagram arrives once and in order, before, while and after it is taken over, and is answered',
		async ({ host, to }) => {
			const bench = new TestBench();
			const started = await bench.start({ kind: 'udp', name: 'echo', host, ...ECHO });
			const port = String(started.local.port);
			const peers = to.map((one) => new Peer('udp_flow', [one, port]));
			const flow = async (count: number): Promise<void> => {
				for (const { process } of peers) process.stdin.write(`${count}\n`);
				for (const peer of peers) expect(await peer.line()).toBe('ok');
			};
			await flow(10);
			expect(calls(bench, started.id)).toBe('recvmmsg, sendmmsg');
			burst(to[0] ?? '', started.local.port, BURST);
			let rounds = 0;
			for (; calls(bench, started.id) !== BY_THREAD; rounds++) await flow(1000);
			await flow(2000);
			const count = 10 + rounds * 1000 + 2000;
			const expected = Array.from({ length: count }, (_, n) => n);
			const numbers = new Map<number, number[]>();
			for (const event of bench.sink.events.filter(isData)) {
				if (event.text.endsWith('....')) {
					const of = numbers.get(event.connection) ?? [];
					of.push(Number(event.text.slice(0, 8)));
					numbers.set(event.connection, of);
				}
			}
			expect([...numbers.values()]).toEqual(peers.map(() => expected));
		},
	);

	test('it is read while the main thread is busy: more than the queue of the system holds', async () => {
		const bench = new TestBench();
		const started = await bench.start({ kind: 'udp', name: 'ours', options: { receiveBuffer: 2 ** 22 } });
		const before = await takenOver(bench, started);
		// Some 10,000 small datagrams in 8 MiB.
		burst('127.0.0.1', started.local.port, 60_000);
		await bench.engine.stop(started.id);
		expect(bench.sink.events.filter(isData).length).toBeGreaterThan(before + 15_000);
	});

	// Half a minute of a busy machine.
	test.runIf(byTier(false, true))('a full ring makes it wait, and it goes on when there is room', async () => {
		const bench = new TestBench();
		const started = await bench.start({ kind: 'udp', name: 'ours', options: { receiveBuffer: 2 ** 22 } });
		const before = await takenOver(bench, started);
		const input = JSON.stringify(Array.from({ length: 60 }, () => [0, 65_000, 7]));
		// This thread is blocked until all are sent; the system's queue has room for those of one call.
		for (let n = 0; n < 22; n++) execFileSync('python3', [SCATTER, String(started.local.port), '127.0.0.1'], { input });
		const large = ({ text }: RecordedEvent): boolean => text.length === 65_000;
		const received = () => bench.sink.events.filter(large).length;
		// The system counts those for which its own queue had no room.
		await expect.poll(() => received() + bench.sink.missedEvents, { timeout: 60_000 }).toBe(22 * 60);
		// What the ring holds.
		expect(received()).toBeGreaterThan(1000);
		burst('127.0.0.1', started.local.port, 10);
		await bench.sink.several(before + received() + 10, isData);
	});

	test('the largest and the empty datagram arrive, and options and groups change as before', async () => {
		const bench = new TestBench();
		const started = await bench.start({ kind: 'udp', name: 'g', host: '0.0.0.0' });
		const before = await takenOver(bench, started);
		const sizes = [65_507, 0, 1, 65_507];
		const input = JSON.stringify(sizes.map((size) => [0, size, 7]));
		execFileSync('python3', [SCATTER, String(started.local.port), '127.0.0.1'], { input });
		const all = await bench.sink.several(before + sizes.length, isData);
		const last = all.slice(before).map(({ text }) => Buffer.from(text, 'latin1'));
		const pattern = Buffer.from(Uint8Array.from({ length: 65_507 }, (_, n) => n + 7));
		expect(last.map((bytes, n) => bytes.equals(pattern.subarray(0, sizes[n])))).toEqual([true, true, true, true]);
		const [group, on] = ['239.7.7.8', '127.0.0.1'];
		bench.engine.setOptions(started.id, { options: { groups: [{ group, interface: on }], ttl: 9 } });
		const sender = new Peer('multicast', ['send', group, String(started.local.port), on]);
		sender.process.stdin.end('two\n');
		await bench.sink.waitFor(({ text }) => text === 'two');
		const peer = new Peer('udp_ttl', []);
		const to = { host: '127.0.0.1', port: Number(await peer.line()) };
		await bench.engine.send({ endpoint: started.id, to, bytes: Buffer.from('x') });
		expect(await peer.line()).toBe('9');
	});

	test('a connected client gets answers and refusals', async () => {
		const bench = new TestBench();
		const client = await connectedClient(bench);
		let count = 0;
		const more = async (datagrams: number): Promise<void> => {
			client.answer(count, count + datagrams);
			count += datagrams;
			await bench.sink.several(count, isData);
		};
		while (calls(bench, client.id) !== BY_THREAD) await more(BURST);
		await more(200);
		const all = await bench.sink.several(count, isData);
		expect(all.map(({ text }) => text)).toEqual(Array.from({ length: count }, (_, n) => `answer ${n}`));
		await client.expectRefusal();
	});

	test('stopped in a flood: what was read is recorded, the port is free, and the thread ends with its last socket', async () => {
		const bench = new TestBench();
		const one = await bench.start({ kind: 'udp', name: 'one' });
		const two = await bench.start({ kind: 'udp', name: 'two' });
		await takenOver(bench, one);
		const before = await takenOver(bench, two);
		expect(threads()).toHaveLength(1);
		const flood = new Peer('udp_flood', two.args);
		expect(await flood.line()).toBe('sending');
		await bench.sink.several(before + 1000, isData);
		await bench.engine.stop(two.id);
		const texts = bench.sink.events.filter(isData).map(({ text }) => text);
		const numbers = texts.filter((text) => text.endsWith('....')).map((text) => Number(text.slice(0, 8)));
		expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
		flood.process.kill();
		await bench.engine.start(two.id);
		expect(calls(bench, two.id)).toBe('recvmmsg, sendmmsg');
		burst('127.0.0.1', one.local.port, 10);
		await bench.sink.several(texts.length + 10, isData);
		await bench.engine.stop(one.id);
		await expect.poll(threads, { timeout: 60_000 }).toEqual([]);
	});

	test('stopped while the thread starts: it is not needed any more', async () => {
		const bench = new TestBench();
		const started = await bench.start({ kind: 'udp', name: 'ours' });
		await flooded(bench, started, () => threads().length > 0);
		await bench.engine.stop(started.id);
		await expect.poll(threads, { timeout: 60_000 }).toEqual([]);
	});
});
