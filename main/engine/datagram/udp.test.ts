import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Peer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

const text = (written: string) => ({ format: 'text' as const, text: written });
const any = { type: 'any' as const };

/** A UDP port that no socket uses. */
async function unusedPort(): Promise<number> {
	const socket = createSocket('udp4').bind(0, '127.0.0.1');
	await once(socket, 'listening');
	const { port } = socket.address();
	socket.close();
	await once(socket, 'close');
	return port;
}

describe('sending', () => {
	test('reaches a destination, a peer, and the configured remote', async () => {
		const bench = new TestBench();
		const server = new Peer('udp_server', ['3']);
		const port = Number(await server.line());
		const { id } = await bench.start({ kind: 'udp', name: 'client', remote: { host: '127.0.0.1', port } });
		expect(await bench.engine.send({ endpoint: id, bytes: Buffer.from('ab') })).toEqual({ bytes: 2, connections: 1 });
		await bench.sink.waitFor((event) => event.text === '2:ab');
		await bench.engine.send({ endpoint: id, to: { host: '127.0.0.1', port }, bytes: new Uint8Array(0) });
		await bench.sink.waitFor((event) => event.text === '0:');
		await bench.engine.send({ endpoint: id, connection: bench.connection(id), bytes: Buffer.from('c') });
		await bench.sink.waitFor((event) => event.text === '1:c');
		expect(bench.sink.story(1)).toEqual(['open', 'out ab', 'in 2:ab', 'out ', 'in 0:', 'out c', 'in 1:c']);
		expect(bench.sink.connections.get(1)).toMatchObject({ role: 'opened', remote: { address: '127.0.0.1', port } });
		await bench.engine.stop(id);
		expect(bench.sink.story(1).at(-1)).toBe('close');
	});

	test('a name is looked up', async () => {
		const bench = new TestBench();
		const server = new Peer('udp_server', ['1']);
		const port = Number(await server.line());
		const { id } = await bench.start({ kind: 'udp', name: 'socket' });
		await bench.engine.send({ endpoint: id, to: { host: 'localhost', port }, bytes: Buffer.from('x') });
		await bench.sink.waitFor((event) => event.text === '1:x');
		const lost = bench.engine.send({
			endpoint: id,
			to: { host: 'no.such.name.invalid', port },
			bytes: Buffer.from('x'),
		});
		await expect(lost).rejects.toMatchObject({
			code: 'name-not-found',
			details: { errno: expect.stringMatching(/^E/) },
		});
	});

	test('without any destination it fails with a sentence', async () => {
		const bench = new TestBench();
		const { id } = await bench.start({ kind: 'udp', name: 'socket' });
		const sending = bench.engine.send({ endpoint: id, bytes: Buffer.from('x') });
		await expect(sending).rejects.toMatchObject({ code: 'bad-input', details: { path: 'to' } });
	});

	test('a datagram that is too large is refused by the system: an error event and a rejection', async () => {
		const bench = new TestBench();
		const { id } = await bench.start({ kind: 'udp', name: 'socket' });
		const to = { host: '127.0.0.1', port: await unusedPort() };
		const sending = bench.engine.send({ endpoint: id, to, bytes: new Uint8Array(65_508) });
		await expect(sending).rejects.toMatchObject({ code: 'too-large', details: { errno: 'EMSGSIZE' } });
		expect(bench.sink.story(1)).toEqual(['open', 'error out']);
		await bench.engine.send({ endpoint: id, to, bytes: new Uint8Array(65_507) });
		expect(bench.sink.bytes(1, 'out').length).toBe(65_507);
	});

	test('a client whose datagram is refused shows that', async () => {
		const bench = new TestBench();
		const { id } = await bench.start({
			kind: 'udp',
			name: 'client',
			remote: { host: '127.0.0.1', port: await unusedPort() },
		});
		await bench.engine.send({ endpoint: id, bytes: Buffer.from('anyone?') });
		const event = await bench.sink.waitFor((one) => one.kind === 'error');
		expect(event.text).toContain('ECONNREFUSED (111)');
		expect(bench.sink.story(1)).toEqual(['open', 'out anyone?', 'error in']);
		expect(bench.engine.endpoint(id)).toMatchObject({ status: 'open', error: { code: 'refused' } });
		const server = new Peer('udp_server', ['1']);
		const to = { host: '127.0.0.1', port: Number(await server.line()) };
		await bench.engine.send({ endpoint: id, to, bytes: Buffer.from('x') });
		await bench.sink.waitFor((one) => one.text === '1:x');
	});
});

describe('peers', () => {
	test('closing a peer removes it: its next datagram opens another connection', async () => {
		const bench = new TestBench();
		const rules = [
			{ match: { type: 'equals' as const, pattern: text('bye') }, reply: text('bye!'), after: 'end' as const },
			{ match: any, reply: text('{{n}} {{peer}}') },
		];
		const { local } = await bench.start({ kind: 'udp', name: 'server', responder: { rules } });
		const socket = createSocket('udp4').bind(0, '127.0.0.1');
		onTestFinished(() => {
			socket.close();
		});
		await once(socket, 'listening');
		const from = `127.0.0.1:${socket.address().port}`;
		for (const message of ['a', 'bye', 'b']) {
			socket.send(message, local.port, local.address);
			await once(socket, 'message');
		}
		await bench.sink.waitFor((event) => event.connection === 2 && event.direction === 'out');
		expect(bench.sink.story(1)).toEqual(['open', 'in a', `out 1 ${from}`, 'in bye', 'out bye!', 'close']);
		expect(bench.sink.story(2)).toEqual(['open', 'in b', `out 1 ${from}`]);
		expect(() => bench.engine.endConnection(2)).toThrow(expect.objectContaining({ code: 'wrong-state' }));
		expect(() => bench.engine.resetConnection(2)).toThrow(expect.objectContaining({ code: 'wrong-state' }));
		bench.engine.closeConnection(2);
		expect(bench.engine.connections()).toEqual([]);
	});

	test('a datagram to another socket of the same engine is marked on the sending side', async () => {
		const bench = new TestBench();
		const server = await bench.start({
			kind: 'udp',
			name: 'server',
			host: '0.0.0.0',
			responder: { rules: [{ match: any, reply: text('ok') }] },
		});
		const remote = { host: '127.0.0.1', port: server.local.port };
		const { id } = await bench.start({ kind: 'udp', name: 'client', remote });
		await bench.engine.send({ endpoint: id, bytes: Buffer.from('x') });
		await bench.sink.until(() => bench.sink.events.filter((event) => event.kind === 'data').length === 4);
		const data = bench.sink.events.filter((event) => event.kind === 'data');
		const words = data.map(
			({ endpoint, direction, text: bytes, mirrored }) => `${endpoint} ${direction} ${bytes} ${mirrored}`,
		);
		expect(words.sort()).toEqual(['1 in x false', '1 out ok true', '2 in ok false', '2 out x true']);
	});

	test('an IPv6 wildcard socket reaches both families, and shows IPv4 addresses as IPv4', async () => {
		const bench = new TestBench();
		const { local } = await bench.start({
			kind: 'udp',
			name: 'server',
			host: '::',
			responder: { rules: [{ match: any, reply: text('{{peer}}') }] },
		});
		for (const [family, host] of [
			['udp4', '127.0.0.1'],
			['udp6', '::1'],
		] as const) {
			const socket = createSocket(family).bind(0, host);
			onTestFinished(() => {
				socket.close();
			});
			await once(socket, 'listening');
			socket.send('x', local.port, host);
			const [answer] = await once(socket, 'message');
			const port = socket.address().port;
			expect(String(answer)).toBe(family === 'udp4' ? `127.0.0.1:${port}` : `[::1]:${port}`);
		}
		expect([...bench.sink.connections.values()].map((one) => one.local.address)).toEqual(['0.0.0.0', '::']);
	});
});

test.runIf(process.platform === 'linux').each([
	['as large as the system permits', 2 ** 30, 60_000, /rmem_max=\d+, then start it again\.$/],
	['smaller', 2 ** 18, 5000, /More room: a larger receive buffer in its options\.$/],
])(
	'datagrams that the system discards are counted like its own counter, and reported with advice: a receive buffer that is %s',
	async (_, receiveBuffer, total, advice) => {
		const bench = new TestBench();
		const { id, local } = await bench.start({ kind: 'udp', name: 'socket', options: { receiveBuffer } });
		const flood = [
			'import socket, sys',
			's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
			`for i in range(${total}): s.sendto(b"%064d" % i, ("127.0.0.1", ${local.port}))`,
		];
		// Blocking: nothing is read meanwhile, and the buffer fills.
		execFileSync('python3', ['-c', flood.join('\n')]);
		const note = await bench.sink.waitFor(({ text }) => text.startsWith('Lost before this point'));
		expect(note.text).toMatch(/: \d+ datagrams, .* \(\d+ bytes\) was full\./);
		expect(note.text).toMatch(advice);
		let [looked, data] = [0, 0];
		// Called at every event: each is examined once.
		const cameSoFar = () => {
			for (; looked < bench.sink.events.length; looked++) if (bench.sink.events[looked]?.kind === 'data') data++;
			return data;
		};
		// The datagrams left in the buffer at the note are read too.
		await bench.sink.until(() => cameSoFar() + bench.sink.missedEvents >= total);
		await bench.engine.stop(id);
		const came = cameSoFar();
		expect(bench.sink.missedEvents).toBeGreaterThan(0);
		expect(came + bench.sink.missedEvents).toBe(total);
	},
);
