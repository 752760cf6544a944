import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { OptionInForce, SocketOption } from '../../../common/contract/config/socket-options.ts';
import { Peer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

const linux = process.platform === 'linux';
const any = { type: 'any' as const };
const echo = { rules: [{ match: any, reply: { format: 'text' as const, text: '{{data}}' } }] };

function value(options: readonly OptionInForce[], name: SocketOption): string | undefined {
	const row = options.find(({ option }) => option === name);
	return row && `${row.value} (${row.source})`;
}

/** The output of iproute2 for the sockets on a local port. */
const ss = (port: number, ...flags: string[]): string =>
	execFileSync('ss', ['-Hnae', ...flags, `sport = :${port}`], { encoding: 'utf8' });

describe('a UDP socket', () => {
	test('has its options from the start, and changed ones while it runs', async () => {
		const bench = new TestBench();
		const { id, local } = await bench.start({
			kind: 'udp',
			name: 'u',
			options: { ttl: 5, receiveBuffer: 65_536, sendBuffer: 32_768, broadcast: true },
		});
		const before = bench.engine.options(id);
		expect(value(before, 'ttl')).toBe('5 (set)');
		expect(value(before, 'broadcast')).toBe('on (set)');
		expect(value(before, 'multicastTtl')).toBe('1 (system)');
		expect(value(before, 'receiveBuffer')).toBe(`${linux ? 131_072 : 65_536} bytes (read)`);
		if (linux) expect(ss(local.port, '-um')).toMatch(/rb131072,.*tb65536,/);
		bench.engine.setOptions(id, { options: { ttl: 6, receiveBuffer: 32_768 } });
		const after = bench.engine.options(id);
		expect(value(after, 'ttl')).toBe('6 (set)');
		expect(value(after, 'broadcast')).toBe('off (system)');
		if (linux) expect(ss(local.port, '-um')).toMatch(/rb65536,/);
		expect(bench.engine.endpoint(id)?.config).toMatchObject({ options: { ttl: 6, receiveBuffer: 32_768 } });
	});

	test('says whether its datagrams are read many at a time, and why not', async () => {
		const bench = new TestBench();
		const one = await bench.start({ kind: 'udp', name: 'one', options: { reuseAddress: true } });
		const datagrams = (id: string) => bench.engine.options(id).find(({ option }) => option === 'datagramCalls');
		if (!linux) {
			expect(datagrams(one.id)).toMatchObject({ value: 'one by one', why: { says: { code: 'bulkElsewhere' } } });
			return;
		}
		expect(datagrams(one.id)).toEqual({ option: 'datagramCalls', value: 'recvmmsg, sendmmsg', source: 'read' });
		// The system reports one address for both: which number is whose is not certain.
		const socket = createSocket({ type: 'udp4', reuseAddr: true }).bind(0, '127.0.0.1');
		onTestFinished(() => void socket.close());
		await once(socket, 'listening');
		const { port } = socket.address();
		const two = await bench.start({ kind: 'udp', name: 'two', port, options: { reuseAddress: true } });
		expect(datagrams(two.id)).toMatchObject({ value: 'one by one', why: { says: { code: 'bulkUncertain' } } });
		expect(await bench.engine.kernelSockets(two.id, [])).toMatchObject([
			{ datagramCalls: 'single', notes: [{ says: { code: 'bulkUncertain' } }] },
		]);
	});

	test('its TTL is on the wire', async () => {
		const bench = new TestBench();
		const peer = new Peer('udp_ttl', []);
		const remote = { host: '127.0.0.1', port: Number(await peer.line()) };
		const { id } = await bench.start({ kind: 'udp', name: 'u', remote, options: { ttl: 7 } });
		await bench.engine.send({ endpoint: id, bytes: Buffer.from('x') });
		expect(await peer.line()).toBe('7');
		bench.engine.setOptions(id, { options: { ttl: 9 } });
		await bench.engine.send({ endpoint: id, bytes: Buffer.from('x') });
		expect(await peer.line()).toBe('9');
		bench.engine.setOptions(id, { options: {} });
		await bench.engine.send({ endpoint: id, bytes: Buffer.from('x') });
		expect(await peer.line()).toBe('64');
	});

	test('an option that the system refuses is an error event that names it, and the socket is open anyway', async () => {
		const bench = new TestBench();
		const groups = [{ group: '239.1.2.3', interface: '192.0.2.1' }];
		const { id } = await bench.start({ kind: 'udp', name: 'u', host: '0.0.0.0', options: { groups } });
		const event = await bench.sink.waitFor(({ kind }) => kind === 'error');
		expect(event.text).toBe('The option multicast groups (239.1.2.3@192.0.2.1) was refused: ENODEV (19).');
		const row = bench.engine.options(id).find(({ option }) => option === 'groups');
		expect(row).toEqual({ option: 'groups', value: 'none', source: 'system', refused: 'ENODEV (19).' });
		bench.engine.setOptions(id, { options: { multicastInterface: 'nope0' } });
		expect(bench.sink.events.at(-1)?.text).toMatch(
			/multicast interface \(nope0\) was refused: There is no interface "nope0"/,
		);
		expect(bench.engine.options(id).find(({ option }) => option === 'groups')).not.toHaveProperty('refused');
	});

	test('an option set at opening is not changed later, and an unsupported one is refused', async () => {
		const bench = new TestBench();
		const { id } = await bench.start({ kind: 'udp', name: 'u' });
		const set = (options: object) => () => bench.engine.setOptions(id, { options });
		expect(set({ reusePort: true })).toThrow(
			'The option port reuse is set as a socket opens: stop u before you change it.',
		);
		expect(set({ keepAliveMs: 1000 })).toThrow('u has no option keep-alive: it is a udp.');
		expect(() => bench.engine.setOptions(id, { options: {}, noDelay: true })).toThrow('no option no delay');
		expect(bench.engine.endpoint(id)?.config).not.toHaveProperty('options.reusePort');
	});

	test.runIf(linux)('two of them share an address when both allow it', async () => {
		const bench = new TestBench();
		const options = { reuseAddress: true };
		const { local } = await bench.start({ kind: 'udp', name: 'a', options });
		await bench.start({ kind: 'udp', name: 'b', port: local.port, options });
		const { id } = bench.create({ kind: 'udp', name: 'c', port: local.port });
		await expect(bench.engine.start(id)).rejects.toMatchObject({ code: 'address-in-use' });
		const { local: shared } = await bench.start({ kind: 'udp', name: 'd', options: { reusePort: true } });
		await bench.start({ kind: 'udp', name: 'e', port: shared.port, options: { reusePort: true } });
	});

	test('IPv6 only leaves the IPv4 side of its port free', async () => {
		const bench = new TestBench();
		const { local } = await bench.start({ kind: 'udp', name: 'six', host: '::', options: { ipv6Only: true } });
		await bench.start({ kind: 'udp', name: 'four', host: '0.0.0.0', port: local.port });
		const both = await bench.start({ kind: 'udp', name: 'both', host: '::' });
		const { id } = bench.create({ kind: 'udp', name: 'four too', host: '0.0.0.0', port: both.local.port });
		await expect(bench.engine.start(id)).rejects.toMatchObject({ code: 'address-in-use' });
	});

	test('connected with a fixed port, it receives refusals and sends nowhere else', async () => {
		const bench = new TestBench();
		const remote = { host: '127.0.0.1', port: 1 };
		const other = createSocket('udp4').bind(0, '127.0.0.1');
		await once(other, 'listening');
		const free = other.address().port;
		other.close();
		await once(other, 'close');
		const { id, local } = await bench.start({
			kind: 'udp',
			name: 'c',
			port: free,
			remote,
			options: { connected: true },
		});
		expect(local.port).toBe(free);
		if (linux) expect(ss(free, '-u')).toMatch(/127\.0\.0\.1:1\s/);
		await bench.engine.send({ endpoint: id, bytes: Buffer.from('x') });
		expect((await bench.sink.waitFor(({ kind }) => kind === 'error')).text).toContain('ECONNREFUSED');
		const elsewhere = bench.engine.send({ endpoint: id, to: { host: '127.0.0.1', port: 2 }, bytes: Buffer.from('x') });
		await expect(elsewhere).rejects.toMatchObject({
			code: 'wrong-state',
			message: expect.stringContaining('connected'),
		});
	});

	test('a peer that is silent for the idle timeout is removed', async () => {
		const bench = new TestBench();
		const { id, local } = await bench.start({ kind: 'udp', name: 'u', options: { idleTimeoutMs: 40 } });
		const socket = createSocket('udp4').bind(0, '127.0.0.1');
		onTestFinished(() => {
			socket.close();
		});
		await once(socket, 'listening');
		socket.send('x', local.port, local.address);
		const close = await bench.sink.waitFor(({ kind }) => kind === 'close');
		expect(close.connection).toBe(1);
		expect(bench.sink.story(1)).toEqual(['open', 'in x', 'note', 'close']);
		expect(bench.engine.endpoint(id)?.status).toBe('open');
	});

	test('a datagram to a broadcast address is sent once that is permitted', async () => {
		const bench = new TestBench();
		const { id, local } = await bench.start({ kind: 'udp', name: 'u', host: '0.0.0.0' });
		const to = { host: '127.255.255.255', port: local.port };
		const sending = bench.engine.send({ endpoint: id, to, bytes: Buffer.from('x') });
		await expect(sending).rejects.toMatchObject({
			details: { errno: 'EACCES', hint: expect.stringContaining('broadcast') },
		});
		bench.engine.setOptions(id, { options: { broadcast: true } });
		await bench.engine.send({ endpoint: id, to, bytes: Buffer.from('to all') });
		await bench.sink.waitFor(({ direction, text }) => direction === 'in' && text === 'to all');
		const data = bench.sink.events.filter(({ kind }) => kind === 'data');
		expect(data.map(({ direction, mirrored }) => `${direction} ${mirrored}`).sort()).toEqual(['in false', 'out true']);
	});
});

describe('the group 239.7.7.7 on 127.0.0.1', () => {
	const [group, on, host] = ['239.7.7.7', '127.0.0.1', '0.0.0.0'];
	test.runIf(linux)('is joined, received and left by a socket of ours, with a Python sender and receiver', async () => {
		const bench = new TestBench();
		const groups = [{ group, interface: on }];
		const { id, local } = await bench.start({ kind: 'udp', name: 'g', host, responder: echo, options: { groups } });
		const sender = new Peer('multicast', ['send', group, String(local.port), on]);
		sender.tell('one');
		expect(await sender.line()).toBe('one');
		await bench.sink.waitFor(({ direction, text }) => direction === 'in' && text === 'one');
		bench.engine.setOptions(id, { options: {} });
		await bench.sink.waitFor(({ text }) => text === `The option multicast groups is set: left ${group}@${on}.`);
		sender.tell('two');
		expect(await sender.line()).toBe('sent');
		bench.engine.setOptions(id, { options: { groups } });
		sender.tell('three');
		expect(await sender.line()).toBe('three');
		expect(bench.sink.events.filter(({ direction }) => direction === 'in').map(({ text }) => text)).toEqual([
			'one',
			'three',
		]);

		const listener = new Peer('multicast', ['join', group, '0', on]);
		const to = { host: group, port: Number(await listener.line()) };
		bench.engine.setOptions(id, { options: { groups, multicastInterface: on, multicastTtl: 3 } });
		await bench.engine.send({ endpoint: id, to, bytes: Buffer.from('to the group') });
		expect(await listener.line()).toBe('3 to the group');
	});
});

describe('a TCP server', () => {
	test.runIf(linux)('keeps connections alive as configured, also open ones', async () => {
		const bench = new TestBench();
		const { id, local } = await bench.start({
			kind: 'tcp-server',
			name: 's',
			port: 0,
			options: { keepAliveMs: 90_000 },
		});
		const client = connect(local.port, local.address);
		onTestFinished(() => {
			client.destroy();
		});
		await bench.sink.waitFor(({ kind }) => kind === 'open');
		expect(ss(local.port, '-to', 'state', 'established')).toMatch(/timer:\(keepalive,1min\d+sec,0\)/);
		bench.engine.setOptions(id, { options: {}, noDelay: false });
		expect(ss(local.port, '-to', 'state', 'established')).not.toContain('keepalive');
		expect(value(bench.engine.options(id), 'noDelay')).toBe('off (set)');
		expect(value(bench.engine.options(id), 'reuseAddress')).toBe('on (system)');
		bench.engine.setOptions(id, { options: { keepAliveMs: 600_000 } });
		expect(ss(local.port, '-to', 'state', 'established')).toMatch(/timer:\(keepalive,(9min\d+sec|10min),0\)/);
	});

	test('closes idle connections, and resets where configured', async () => {
		const bench = new TestBench();
		const options = { idleTimeoutMs: 30, resetOnClose: true };
		const { local } = await bench.start({ kind: 'tcp-server', name: 's', port: 0, options });
		const client = connect(local.port, local.address);
		const [error]: unknown[] = await once(client, 'error');
		expect(error).toMatchObject({ code: 'ECONNRESET' });
		await bench.sink.waitFor(({ kind }) => kind === 'close');
		expect(bench.sink.story(1)).toEqual(['open', 'note', 'reset out', 'close']);
	});

	test.runIf(linux)('shares its port with another when both allow it, and accepts only IPv6', async () => {
		const bench = new TestBench();
		const options = { reusePort: true, ipv6Only: true };
		const { local } = await bench.start({ kind: 'tcp-server', name: 'a', host: '::', port: 0, options });
		await bench.start({ kind: 'tcp-server', name: 'b', host: '::', port: local.port, options });
		expect(ss(local.port, '-tl').match(/v6only:1/g)).toHaveLength(2);
		const client = connect(local.port, '127.0.0.1');
		const [error]: unknown[] = await once(client, 'error');
		expect(error).toMatchObject({ code: 'ECONNREFUSED' });
	});
});
