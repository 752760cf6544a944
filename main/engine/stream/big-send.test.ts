import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CountingSink } from '../testing/counting-sink.fixture.ts';
import { Peer, runPeer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

const SIZE = 64 * 1024 * 1024;

async function connected(bench: TestBench): Promise<{ reader: Peer; endpoint: string; connection: number }> {
	const reader = new Peer('slow_reader', []);
	const { id } = await bench.start({
		kind: 'tcp-client',
		name: 'client',
		host: '127.0.0.1',
		port: Number(await reader.line()),
	});
	expect(await reader.line()).toBe('READY');
	return { reader, endpoint: id, connection: bench.connection(id) };
}

describe('64 MiB to a slow reader', () => {
	test('all of it arrives, progress shows, and memory stays bounded', async () => {
		const bench = new TestBench({}, new CountingSink());
		const { reader, endpoint, connection } = await connected(bench);
		const bytes = Buffer.alloc(SIZE, 'wirebench ');
		const before = process.memoryUsage();
		const sending = bench.engine.send({ endpoint, connection, bytes });
		reader.tell(String(8 * 1024 * 1024));
		expect(await reader.line()).toBe(`READ ${8 * 1024 * 1024}`);
		const { pending, bytesOut } = bench.engine.connection(connection) ?? { pending: 0, bytesOut: 0 };
		expect(pending).toBeGreaterThan(SIZE / 2);
		expect(pending + bytesOut).toBe(SIZE);
		const { external, heapUsed } = process.memoryUsage();
		expect(external + heapUsed - before.external - before.heapUsed).toBeLessThan(16 * 1024 * 1024);
		reader.tell('0');
		expect(await sending).toEqual({ bytes: SIZE, connections: 1 });
		bench.engine.endConnection(connection);
		const hash = createHash('sha256').update(bytes).digest('hex');
		expect(await reader.rest()).toEqual([`${SIZE} ${hash}`]);
		expect(bench.engine.endpoint(endpoint)?.bytesOut).toBe(SIZE);
	});

	test('closing the connection meanwhile ends the send, and reports how much was sent', async () => {
		const bench = new TestBench({}, new CountingSink());
		for (const [cancel, code] of [
			[(connection: number) => bench.engine.closeConnection(connection), 'closed'],
			[(connection: number) => bench.engine.resetConnection(connection), 'reset'],
		] as const) {
			const { reader, endpoint, connection } = await connected(bench);
			const sending = bench.engine.send({ endpoint, connection, bytes: Buffer.alloc(SIZE) });
			const refused = expect(sending).rejects.toMatchObject({
				code,
				message: expect.stringMatching(/after \d+ of 67108864 bytes/),
			});
			reader.tell('1000000');
			await reader.line();
			cancel(connection);
			await refused;
			await reader.kill();
		}
	});
});

test('64 MiB through the echo and back to a slow reader are the same bytes', async () => {
	const bench = new TestBench({}, new CountingSink());
	const { args, id } = await bench.preset('class-tcp');
	const [line] = await runPeer('blob_echo', [...args, String(SIZE)]);
	const [sent, back] = (line ?? '').split(' ');
	expect(back).toBe(sent);
	expect(bench.engine.endpoint(id)).toMatchObject({ bytesIn: SIZE, bytesOut: SIZE });
});
