import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { byTier } from '../../../../common/tier.fixture.ts';
import { connectedClient } from '../../testing/connected-client.fixture.ts';
import { TestBench } from '../../testing/workbench.fixture.ts';
import { writtenAddress } from './address.ts';
import { takeBulkSocket } from './bulk-socket.ts';
import { releaseDescriptor } from './descriptor.ts';
import { Drain } from './drain.ts';
import { bulkCalls } from './load-calls.ts';
import { Senders } from './senders.ts';

const SCATTER = fileURLToPath(new URL('../../../../e2e/peers/udp_scatter.py', import.meta.url));

/** An address with a zone, where an interface has one. */
const linkLocal = Object.entries(networkInterfaces()).flatMap(([name, all = []]) =>
	all.filter(({ address }) => address.startsWith('fe80:')).map(({ address }) => `${address}%${name}`),
);

type Datagram = readonly [sender: number, size: number, seed: number];

type Names = readonly (readonly [address: string, port: number])[];

/** Sends them to each port while this process is blocked: all but the first wait in the system. Returns the senders' addresses. */
function scatter(ports: readonly number[], hosts: readonly string[], datagrams: readonly Datagram[]): Names[] {
	const input = JSON.stringify(datagrams);
	return JSON.parse(execFileSync('python3', [SCATTER, ports.join(), ...hosts], { input, encoding: 'utf8' }));
}

/** The position of a sender, whose address Python writes without its zone. */
function place(names: Names | undefined, address: string | undefined, port: number | undefined): number | undefined {
	return names?.findIndex((one) => one[0] === address?.replace(/%.*/, '') && one[1] === port);
}

function contents(size: number, seed: number): Buffer {
	return Buffer.from(Uint8Array.from({ length: size }, (_, i) => seed + i));
}

const sizes = fc.oneof(
	{ weight: 8, arbitrary: fc.integer({ min: 0, max: 100 }) },
	{ weight: 4, arbitrary: fc.integer({ min: 0, max: 2000 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 2000, max: 65_507 }) },
);
const datagram = fc.tuple(fc.nat(5), sizes, fc.nat(255));
const some = fc.array(datagram, { minLength: 1, maxLength: 200, size: 'max' });

describe.runIf(process.platform === 'linux')('datagrams that wait are read together', () => {
	test.each([
		{ name: 'IPv4', host: '0.0.0.0', hosts: ['127.0.0.1', '127.0.0.2'] },
		{ name: 'IPv6', host: '::1', hosts: ['::1'] },
		{ name: 'both by one socket', host: '::', hosts: ['127.0.0.1', '::1'] },
		...linkLocal.slice(0, 1).map((host) => ({ name: 'IPv6 with a zone', host, hosts: [host] })),
	])('$name: each arrives once, in order, from its sender, as by node:dgram', async ({ host, hosts }) => {
		await fc.assert(
			fc.asyncProperty(some, async (datagrams) => {
				const bench = new TestBench();
				const { id, local } = await bench.start({ kind: 'udp', name: 'ours', host });
				const plain = createSocket({ type: host.includes(':') ? 'udp6' : 'udp4' }).bind(0, host);
				await once(plain, 'listening');
				plain.setRecvBufferSize(8 * 1024 * 1024);
				const by: { readonly from: string; readonly port: number; readonly bytes: Buffer }[] = [];
				const all = new Promise<void>((resolve) => {
					plain.on('message', (bytes, { address, port }) => {
						by.push({ from: address.replace('::ffff:', ''), port, bytes });
						if (by.length === datagrams.length) resolve();
					});
				});
				const [names, plainNames] = scatter([local.port, plain.address().port], hosts, datagrams);
				await all;
				const ours = await bench.sink.several(datagrams.length, ({ kind }) => kind === 'data');
				await bench.engine.stop(id);
				plain.close();
				await once(plain, 'close');
				const expected = datagrams.map(([sender, size, seed]) => [sender, contents(size, seed).toString('latin1')]);
				const remotes = ours.map(({ connection }) => bench.sink.connections.get(connection)?.remote);
				expect(ours.map(({ text }, n) => [place(names, remotes[n]?.address, remotes[n]?.port), text])).toEqual(
					expected,
				);
				expect(remotes.map((remote) => remote?.address)).toEqual(by.map(({ from }) => from));
				expect(by.map(({ from, port, bytes }) => [place(plainNames, from, port), bytes.toString('latin1')])).toEqual(
					expected,
				);
				expect(bench.sink.connections.size).toBe(new Set(datagrams.map(([sender]) => sender)).size);
			}),
			{ numRuns: byTier(3, 20) },
		);
	});

	test('the drain reads them, not node:dgram, and stops where its owner has had enough', async () => {
		const socket = createSocket('udp4').bind(0, '127.0.0.1');
		onTestFinished(() => {
			socket.close();
		});
		await once(socket, 'listening');
		const bulk = takeBulkSocket(socket, 4);
		if (bulk === undefined) throw new Error('It has the calls.');
		onTestFinished(() => releaseDescriptor(bulk.descriptor));
		const drain = new Drain(bulk, () => undefined);
		scatter(
			[socket.address().port],
			['127.0.0.1'],
			Array.from({ length: 100 }, (_, n) => [0, 8, n]),
		);
		await once(socket, 'message');
		const got: number[] = [];
		drain.after({
			arrived: () => undefined,
			datagram: (batch, n) => got.push(batch.bytes(n)[0] ?? 0),
			get closed() {
				return got.length === 70;
			},
		});
		expect(got).toEqual(Array.from({ length: 70 }, (_, n) => n + 1));
	});

	test('a socket that shares its address with another has no certain number', async () => {
		const one = createSocket({ type: 'udp4', reuseAddr: true }).bind(0, '127.0.0.1');
		await once(one, 'listening');
		const { port } = one.address();
		const two = createSocket({ type: 'udp4', reuseAddr: true }).bind(port, '127.0.0.1');
		await once(two, 'listening');
		expect(takeBulkSocket(two, 4)).toBeUndefined();
		one.close();
		await once(one, 'close');
		const first = takeBulkSocket(two, 4);
		expect(first).toBeDefined();
		const three = createSocket({ type: 'udp4', reuseAddr: true }).bind(port, '127.0.0.1');
		await once(three, 'listening');
		const second = takeBulkSocket(three, 4);
		expect(second?.descriptor).not.toBe(first?.descriptor);
		for (const one of [first, second]) if (one !== undefined) releaseDescriptor(one.descriptor);
		two.close();
		three.close();
	});

	test('addresses are written as Node writes them', () => {
		const calls = bulkCalls();
		if (calls === undefined) throw new Error('It has the calls.');
		const written = (hex: string) => writtenAddress(Buffer.from(hex, 'hex'), calls);
		const six = (address: string, zone = '00000000') => written(`0a001f9000000000${address}${zone}`);
		expect(written('02001f907f0000010000000000000000')).toEqual({ address: '127.0.0.1', port: 8080 });
		expect(six('00000000000000000000000000000001')).toEqual({ address: '::1', port: 8080 });
		expect(six('00000000000000000000ffff0a000001')).toEqual({ address: '::ffff:10.0.0.1', port: 8080 });
		expect(six('20010db8000000000001000000000000')).toEqual({ address: '2001:db8:0:0:1::', port: 8080 });
		expect(six('fe80000000000000000000000000abcd', '01000000')).toEqual({ address: 'fe80::abcd%lo', port: 8080 });
		expect(written('01002f746d70')).toBeUndefined();
	});
});

describe.runIf(process.platform === 'linux')('a connected client', () => {
	test('reads answers together, and reports a refusal between them', async () => {
		const bench = new TestBench();
		const client = await connectedClient(bench);
		const count = 200;
		client.answer(0, count);
		await bench.sink.several(count, ({ kind }) => kind === 'data');
		expect(bench.sink.story(1).slice(1)).toEqual(Array.from({ length: count }, (_, n) => `in answer ${n}`));
		await client.expectRefusal();
	});
});

test('senders are found by their words alone, and forgotten one by one', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(0xffff_ffff)), {
				selector: String,
				minLength: 1,
				maxLength: 60,
			}),
			fc.array(fc.nat(59)),
			(addresses, gone) => {
				const senders = new Senders<number>();
				const all = Uint32Array.from(addresses.flat());
				for (const n of addresses.keys()) senders.set(all, n * 3, 3, n);
				const left = new Map(Array.from(addresses.keys(), (n) => [n, n]));
				for (const n of gone) {
					left.delete(n);
					senders.delete(n);
				}
				for (const n of addresses.keys()) expect(senders.find(all, n * 3, 3)).toBe(left.get(n));
			},
		),
	);
});
